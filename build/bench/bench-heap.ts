import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { someMembers } from '../../db/bench/raw-limits.ts';
import { idText } from '../../db/kernel/codec.ts';
import type { AppHost } from '../../electron/api/app-host.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import { saleMaker, sellOrThrow } from './bench-checkout.ts';

const SALES = 10_000;
const WARM_UP = 1_000;
/** Less than this over 10,000 sales is noise of the collector, not a leak: 200 bytes a sale. */
const FLAT_MIB = 2;

export interface HeapFigure {
  readonly sales: number;
  readonly beforeMiB: number;
  readonly afterMiB: number;
  readonly goal: string;
  readonly met: boolean;
}

function heapMiB(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round += 1) collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** The heap before and after 10,000 sales, garbage collected: flat, or something is kept. */
export function benchHeap(store: OpenStore, host: AppHost): HeapFigure {
  const sale = saleMaker(store, host);
  const people = someMembers(store.db, 500).map(({ id }) => idText<'member'>(id));
  const sell = (index: number) => {
    const memberId = people[index % people.length];
    if (memberId) sellOrThrow(store, host, sale(memberId, index));
  };
  for (let index = 0; index < WARM_UP; index += 1) sell(index);
  const beforeMiB = heapMiB();
  for (let index = 0; index < SALES; index += 1) sell(index);
  const afterMiB = heapMiB();
  return { sales: SALES, beforeMiB, afterMiB, goal: `growth ≤ ${FLAT_MIB} MiB`, met: afterMiB - beforeMiB <= FLAT_MIB };
}
