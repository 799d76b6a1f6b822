import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { someMembers } from '../../db/bench/raw-limits.ts';
import { benchSaleDuringBackup } from './bench-backup.ts';
import { benchCheckout } from './bench-checkout.ts';
import { benchExport } from './bench-export.ts';
import { benchHeap } from './bench-heap.ts';
import { benchReads } from './bench-reads.ts';
import { benchScan } from './bench-scan.ts';
import { makeLargeStore } from './make-large-store.ts';
import type { Figure } from './measure.ts';
import { benchPainted } from './painted.ts';

/** Texts typed in each way; enough for a 95th percentile. */
const TYPED = 102;

/** Times what a till does against what SQLite itself takes, on a store of `members` members. */
export async function benchStore(members: number): Promise<Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'regulars-bench-'));
  try {
    const started = Date.now();
    const { host, store } = await makeLargeStore(folder, members);
    const { size } = fs.statSync(path.join(folder, 'store.db'));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${members} members, ${(size / 2 ** 20).toFixed(0)} MiB, made in ${seconds} s`);

    // First: the program's own daily check would begin beside the others, and find it done like this.
    const duringBackup = await benchSaleDuringBackup(store, host);
    const figures = [...benchReads(store), ...benchCheckout(store, host, folder), ...duringBackup];
    const people = someMembers(store.db, TYPED);
    const painted = await benchPainted(host, [
      { name: 'last 4', texts: people.map(({ last4 }) => last4) },
      { name: 'name', texts: people.map(({ name }) => name) },
      { name: 'two characters', texts: people.map(({ name }) => name.slice(0, 2)) },
      { name: 'pinyin', texts: people.map(({ pinyin }) => pinyin.slice(0, 6)) },
      { name: 'initials', texts: people.map(({ initials }) => initials) },
    ]);
    if (!painted) console.log('No browser was found: the painted list is not timed.');
    const heap = benchHeap(store, host);
    console.log(
      `heap over ${heap.sales} sales: ${heap.beforeMiB.toFixed(1)} → ${heap.afterMiB.toFixed(1)} MiB (${heap.goal})${heap.met ? '' : '  MISSED'}`,
    );
    if (!heap.met) process.exitCode = 1;
    const exported = await benchExport(store, host);
    const scan = await benchScan(store, host, members);
    host.close();
    return [...figures, ...(painted ?? []), ...exported, ...scan];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
