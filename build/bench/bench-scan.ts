import { performance } from 'node:perf_hooks';
import { someMembers } from '../../db/bench/raw-limits.ts';
import { idText } from '../../db/kernel/codec.ts';
import type { AppHost } from '../../electron/api/app-host.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import { runScan, scanProgress } from '../../electron/features/quality/run-scan.ts';
import { saleMaker, sellOrThrow } from './bench-checkout.ts';
import { type Figure, figureOf, timed } from './measure.ts';

/** A million members in a minute; fewer in as much less. */
const MS_A_MEMBER = 60_000 / 1_000_000;
/** A sale comes in so often while the scan runs. */
const SALE_EVERY_MS = 200;
const LONGEST_WAIT_MS = 100;

/** The scan for duplicates and data quality over everybody, and what a till waits for a sale meanwhile. */
export async function benchScan(store: OpenStore, host: AppHost, members: number): Promise<Figure[]> {
  const sale = saleMaker(store, host);
  const people = someMembers(store.db, 500).map(({ id }) => idText<'member'>(id));
  const waits: number[] = [];
  const started = performance.now();
  const scan = runScan(store, host.clock, host.changes);
  for (let index = 0; scanProgress(store); index += 1) {
    const command = sale(people[index % people.length] as (typeof people)[number], index);
    const due = performance.now() + SALE_EVERY_MS;
    await new Promise((resolve) => setTimeout(resolve, SALE_EVERY_MS));
    const lateMs = performance.now() - due;
    waits.push(lateMs + timed(() => sellOrThrow(store, host, command)));
  }
  const outcome = await scan;
  if (!outcome.ok || !outcome.value.finished) throw new Error('the scan did not finish');
  const ms = performance.now() - started;
  const goal = { kind: 'p95', atMostMs: Math.max(1000, members * MS_A_MEMBER) } as const;
  return [
    figureOf({ name: 'duplicates scan', goal }, [ms]),
    figureOf({ name: 'sale during the scan', goal: { kind: 'p99', atMostMs: LONGEST_WAIT_MS } }, waits),
  ];
}
