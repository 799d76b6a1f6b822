import { setTimeout } from 'node:timers/promises';
import { callTRPCProcedure } from '@trpc/server';
import { someMembers } from '../../db/bench/raw-limits.ts';
import { idText } from '../../db/kernel/codec.ts';
import { activeStaff } from '../../db/staff/staff.queries.ts';
import type { AppHost } from '../../electron/api/app-host.ts';
import { callOf } from '../../electron/api/call.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import { appRouter } from '../../electron/api/router.ts';
import type { ExportPart } from '../../shared/contract/exports.contract.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/lists/export.ts';
import { MEMBER_CELLS } from '../../shared/members/member-cells.ts';
import { saleMaker, sellOrThrow } from './bench-checkout.ts';
import { BENCH_CLERK } from './bench-staff.ts';
import { type Figure, figureOf, rateOf, timed } from './measure.ts';

const WINDOW = 'bench-export';
/** A sale comes in so often while the file is made. */
const SALE_EVERY_MS = 100;
const LONGEST_WAIT_MS = 100;
const LEAST_ROWS_A_SECOND = 5_000;
const MOST_GROWTH_MIB = 64;

const rssMib = () => process.memoryUsage.rss() / 2 ** 20;

/** The whole member list as a file of each kind, by the API, and what a till waits for a sale meanwhile. */
export async function benchExport(store: OpenStore, host: AppHost): Promise<Figure[]> {
  const [clerk] = activeStaff.all(store.db, {});
  if (!clerk) throw new Error('nobody works in the bench store');
  host.client(WINDOW).staff = clerk;
  const call = <T>(path: string, input: object) =>
    callTRPCProcedure({
      router: appRouter,
      path: `exports.${path}`,
      type: 'mutation',
      ctx: callOf(host, WINDOW),
      signal: undefined,
      batchIndex: 0,
      getRawInput: async () => input,
    }) as Promise<T>;
  const sale = saleMaker(store, host);
  const people = someMembers(store.db, 500).map(({ id }) => idText<'member'>(id));

  const take = async (format: ExportFormat): Promise<Figure[]> => {
    const exportId = host.ids<'export'>();
    const columns = Object.keys(MEMBER_CELLS).map((id) => ({ id, heading: id }));
    const { total } = await call<{ total: number }>('members', {
      exportId,
      format,
      sheet: 'Members',
      columns,
      pin: BENCH_CLERK.pin,
    });
    // After the first tenth: what the program needs to export anything is no growth.
    let before = Number.NaN;
    let peak = 0;
    let bytes = 0;
    const ending = new AbortController();
    const waits: number[] = [];
    const selling = (async () => {
      for (let index = 0; !ending.signal.aborted; index += 1) {
        const command = sale(people[index % people.length] as (typeof people)[number], index);
        const due = performance.now() + SALE_EVERY_MS;
        await setTimeout(SALE_EVERY_MS);
        const lateMs = performance.now() - due;
        waits.push(lateMs + timed(() => sellOrThrow(store, host, command)));
      }
    })();
    const began = performance.now();
    for (let index = 0, isLast = false; !isLast; index += 1) {
      const part = await call<ExportPart>('part', { exportId, index });
      bytes += Math.floor((part.base64.length * 3) / 4);
      ({ isLast } = part);
      if (part.doneRows < total / 10) continue;
      if (Number.isNaN(before)) before = rssMib();
      peak = Math.max(peak, rssMib());
    }
    const ms = performance.now() - began;
    ending.abort();
    await selling;
    const met = peak - before <= MOST_GROWTH_MIB;
    console.log(
      `export of ${total} rows as ${format}: ${(bytes / 2 ** 20).toFixed(0)} MiB, memory ${before.toFixed(0)} → at most ${peak.toFixed(0)} MiB (growth after the first tenth ≤ ${MOST_GROWTH_MIB} MiB)${met ? '' : '  MISSED'}`,
    );
    if (!met) process.exitCode = 1;
    return [
      rateOf(`rows exported as ${format}`, total, ms, LEAST_ROWS_A_SECOND),
      figureOf({ name: `sale during an export as ${format}`, goal: { kind: 'p99', atMostMs: LONGEST_WAIT_MS } }, waits),
    ];
  };
  const figures: Figure[] = [];
  for (const format of EXPORT_FORMATS) figures.push(...(await take(format)));
  return figures;
}
