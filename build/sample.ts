import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { SAMPLE_STAFF } from '../electron/features/sample/create-sample.ts';
import type { SampleChain } from '../shared/sample/chain-plan.ts';
import { chainTruth } from '../shared/sample/truth.ts';
import type { StoreMade, StoreNews, StoreOrder } from './sample/make-store.ts';
import { progressLine } from './steps/progress-line.ts';

const USAGE = 'npm run sample -- [--stores 3] [--members 20000] [--years 2] [--seed 7] [--plain] [--into DIR]';
const count = new Intl.NumberFormat('en-GB');

function misused(...lines: string[]): never {
  for (const line of [...lines, USAGE]) console.error(line);
  process.exit(2);
}

function readArguments(): { readonly chain: SampleChain; readonly into: string } {
  const options = {
    stores: { type: 'string', default: '3' },
    members: { type: 'string', default: '20000' },
    years: { type: 'string', default: '2' },
    seed: { type: 'string', default: '7' },
    plain: { type: 'boolean', default: false },
    into: { type: 'string' },
    until: { type: 'string' },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    values = parseArgs({ options }).values;
  } catch (error) {
    misused((error as Error).message);
  }
  const between = (name: 'stores' | 'members' | 'years' | 'seed', least: number, most: number): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < least || value > most || (name !== 'years' && !Number.isInteger(value)))
      misused(`--${name} ${values[name]}: a number from ${least} to ${count.format(most)}.`);
    return value;
  };
  const untilMs = values.until === undefined ? startOfToday() : Date.parse(values.until);
  if (Number.isNaN(untilMs)) misused(`--until ${values.until}: a day such as 2026-01-31.`);
  const chain: SampleChain = {
    stores: between('stores', 1, 99),
    members: between('members', 1, 5_000_000),
    days: Math.round(between('years', 0.1, 20) * 365),
    seed: between('seed', 0, 2 ** 31 - 1),
    plain: values.plain,
    nowMs: untilMs,
  };
  return { chain, into: path.resolve(values.into ?? `sample-chain-${chain.seed}${chain.plain ? '-plain' : ''}`) };
}

/** So that a chain made twice on the same day is the same chain. */
const startOfToday = (): number => Math.floor(Date.now() / 86_400_000) * 86_400_000;

const { chain, into } = readArguments();
if (fs.existsSync(into) && fs.readdirSync(into).length > 0) {
  console.error(`${into} is not empty. Delete it, or choose another folder with --into.`);
  process.exit(1);
}

const began = performance.now();
const progress = progressLine(process.stdout);
const parts = Array.from({ length: chain.stores }, () => ({ done: 0, of: 0 }));

function makeStore(order: StoreOrder): Promise<StoreMade> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sample/make-store.ts', import.meta.url), { workerData: order });
    worker.once('error', reject);
    worker.on('message', (news: StoreNews) => {
      if ('made' in news) return resolve(news.made);
      parts[order.store] = news;
      const [done, of] = [
        parts.reduce((sum, part) => sum + part.done, 0),
        parts.reduce((sum, part) => sum + part.of, 0),
      ];
      progress.show(`Living through ${count.format(done)} of ${count.format(of)} visits`);
    });
  });
}

const folderOf = (store: number) => path.join(into, `store-${store + 1}`);
const made: StoreMade[] = [];
const waiting = parts.map((_, store) => store);
await Promise.all(
  Array.from({ length: Math.min(chain.stores, os.availableParallelism()) }, async () => {
    for (let store = waiting.shift(); store !== undefined; store = waiting.shift())
      made[store] = await makeStore({ chain, store, folder: folderOf(store) });
  }),
);
progress.clear();

const truth = {
  ...chainTruth(chain),
  storesMade: made.map((store, index) => ({ folder: path.basename(folderOf(index)), ...store })),
};
fs.writeFileSync(path.join(into, 'truth.json'), `${JSON.stringify(truth)}\n`);
const acts = parts.reduce((sum, part) => sum + part.of, 0);
console.log(
  `${count.format(chain.stores)} stores with ${count.format(chain.members)} members and ${count.format(acts)} visits ` +
    `and returns in ${((performance.now() - began) / 1000).toFixed(0)} s: ${into}`,
);
console.log('What was planted in them is in truth.json.');
console.log(`Open one: npm start -- --data ${folderOf(0)}`);
console.log(`Sign in as ${SAMPLE_STAFF.map(({ name, pin }) => `${name} ${pin}`).join(', ')}.`);
