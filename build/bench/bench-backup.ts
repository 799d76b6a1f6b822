import { setImmediate } from 'node:timers/promises';
import { someMembers } from '../../db/bench/raw-limits.ts';
import { idText } from '../../db/kernel/codec.ts';
import type { AppHost } from '../../electron/api/app-host.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { saleMaker, sellOrThrow } from './bench-checkout.ts';
import { type Figure, figureOf } from './measure.ts';

/** A till is slower than this: one sale after another would leave a backup no disk at all. */
const BETWEEN_SALES_MS = 20;
const SALES_ALONE = 1_000;
const MOST = 20_000;

/** Sales at the pace of a very busy till, each timed from when it was asked for: what keeps it from beginning counts. */
async function sellWhile(isGoingOn: () => boolean, sell: (index: number) => void): Promise<number[]> {
  const times: number[] = [];
  let dueMs = performance.now();
  for (let index = 0; index < MOST && isGoingOn(); index += 1) {
    dueMs = Math.max(dueMs + BETWEEN_SALES_MS, performance.now());
    while (performance.now() < dueMs) await setImmediate();
    sell(index);
    times.push(performance.now() - dueMs);
  }
  return times;
}

/** Sells alone, and while a backup is made, copied and checked: what the disk of this moment takes, and what the backup adds. */
export async function benchSaleDuringBackup(store: OpenStore, host: AppHost): Promise<Figure[]> {
  const sale = saleMaker(store, host);
  const people = someMembers(store.db, 2_000).map(({ id }) => idText<'member'>(id));
  const sell = (index: number) => sellOrThrow(store, host, sale(people[index % people.length] as Id<'member'>, index));

  let running = true;
  const began = performance.now();
  const backup = host.backups.make().finally(() => {
    running = false;
  });
  const beside = await sellWhile(() => running, sell);
  const outcome = await backup;
  if (!outcome.ok) throw new Error(outcome.reason);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`backup beside ${beside.length} sales: ${seconds} s, slowest sale ${Math.max(...beside).toFixed(1)} ms`);

  let left = SALES_ALONE;
  const alone = await sellWhile(() => left-- > 0, sell);
  return [
    figureOf({ name: 'sale at a busy till', goal: { kind: 'none' } }, alone),
    figureOf({ name: 'sale during a backup', goal: { kind: 'p99', atMostMs: 100 } }, beside),
  ];
}
