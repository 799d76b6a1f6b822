import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openStoreDatabase } from '../db/kernel/open-store-database.ts';
import { randomBytes } from '../db/kernel/random-bytes.ts';
import { ownHeadquarters, waitingRows } from '../db/sync/headquarters.queries.ts';
import { STORE_FILE } from '../electron/api/open-app-host.ts';
import type { OpenStore } from '../electron/api/open-store.ts';
import { readOpenStore } from '../electron/features/stores/read-open-store.ts';
import { enrolHere } from '../electron/features/sync/enrol-here.ts';
import { HqLink } from '../electron/features/sync/hq-link.ts';
import { hqRefusalOf } from '../electron/features/sync/hq-refusal.ts';
import { makeIdSource } from '../shared/kernel/id.ts';
import { refusals } from '../shared/words/en/refusals.ts';
import { progressLine } from './steps/progress-line.ts';

const USAGE = `npm run sync -- --data DIR [--hq HOST:PORT --code CODE] [--every SECONDS] [--new-key]
  tells headquarters what the store in this folder did, and takes what the others did; the app does so by itself.
  --hq and --code enrol the store first; --every goes on until Ctrl+C; --new-key changes the key that knows the store`;

function misused(line: string): never {
  for (const each of [line, USAGE]) console.error(each);
  process.exit(2);
}

function readArguments() {
  const options = {
    data: { type: 'string' },
    hq: { type: 'string' },
    code: { type: 'string' },
    every: { type: 'string' },
    'new-key': { type: 'boolean', default: false },
  } as const;
  const values = (() => {
    try {
      return parseArgs({ options }).values;
    } catch (error) {
      return misused((error as Error).message);
    }
  })();
  const { data, hq, code, every } = values;
  if (data === undefined) return misused('--data DIR: the folder of the store.');
  if ((hq === undefined) !== (code === undefined)) return misused('--hq and --code go together.');
  const seconds = every === undefined ? null : Number(every);
  if (seconds !== null && !(seconds >= 1 && seconds <= 86_400)) return misused(`--every ${every}: seconds, from 1.`);
  const enrolment = hq !== undefined && code !== undefined ? { address: hq, code } : null;
  return { folder: path.resolve(data), enrolment, seconds, newKey: values['new-key'] };
}

const ids = makeIdSource(Date.now, randomBytes);
const { folder, enrolment, seconds, newKey } = readArguments();
const file = path.join(folder, STORE_FILE);
const opened = fs.existsSync(file) ? openStoreDatabase(file) : null;
const store = opened?.ok ? readOpenStore(opened.value) : null;
if (!opened?.ok || !store) {
  console.error(
    `${folder}: ${opened && !opened.ok ? `the store was not opened (${opened.reason})` : 'no store is here'}.`,
  );
  process.exit(1);
}
const link = await run(store);
if (seconds === null || !link) end();
else {
  setInterval(() => void tell(store, link), seconds * 1000);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
}

function end(): void {
  link?.close();
  if (opened?.ok) opened.value.close();
  process.exit();
}

async function run(its: OpenStore): Promise<HqLink | null> {
  if (enrolment) {
    const enrolled = await enrolHere(its, enrolment, { staffId: null, clock: Date.now, ids });
    if (!enrolled.ok) return fail(refusals[enrolled.reason]);
    console.log(`Enrolled: headquarters calls this store ${enrolled.value.storeName}.`);
  }
  if (!ownHeadquarters.get(its.db, {})) return fail('The store is not enrolled yet: give --hq and --code.');
  const made = new HqLink(its);
  if (newKey)
    await made.rotateKey().then(
      () => console.log('Headquarters knows this store by a new key.'),
      (error: unknown) => fail(wordsOf(error)),
    );
  await tell(its, made);
  return made;
}

function fail(line: string): null {
  console.error(line);
  process.exitCode = 1;
  return null;
}

function wordsOf(error: unknown): string {
  const refusal = hqRefusalOf(error);
  if (!refusal) throw error;
  return refusals[refusal.reason];
}

async function tell(its: OpenStore, made: HqLink): Promise<void> {
  const progress = progressLine(process.stdout);
  const began = performance.now();
  const before = waitingRows.get(its.db, {})?.waiting ?? 0;
  const left = () => waitingRows.get(its.db, {})?.waiting ?? 0;
  try {
    await made.exchange({ clock: Date.now, onTaken: () => progress.show(`${left()} rows to send`) });
    progress.clear();
    const ms = Math.round(performance.now() - began);
    console.log(`Sent ${before - left()} rows, in ${ms} ms; headquarters knows everything.`);
  } catch (error) {
    progress.clear();
    fail(wordsOf(error));
  }
}
