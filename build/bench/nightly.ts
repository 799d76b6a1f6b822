import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { endSome } from '../../db/bench/large-store.ts';
import { perform } from '../../db/changes/act.ts';
import { NightlyDesk } from '../../electron/features/nightly/nightly-desk.ts';
import { businessDate } from '../../shared/kernel/instant.ts';
import { dayStartMs } from '../../shared/nightly/night.ts';
import { NO_LADDER, type TierLadder } from '../../shared/tiers/ladder.ts';
import { makeLargeStore } from './make-large-store.ts';
import { type Figure, figureOf } from './measure.ts';
import { sellMeanwhile, timedAsync } from './sell-meanwhile.ts';

const DAY_MS = 86_400_000;
const MOST_MS = 60_000;
/** Of a million members with a tier a year, in one night. */
const SHARE_OF_YEAR = 1 / 365;
/** What a sale takes on this machine without a night; the first ones of a new process are in it. */
const CONTROL = 'sale, nothing else going on';

const LADDER: TierLadder = {
  ...NO_LADDER,
  thresholds: { silver: 100_000, gold: 500_000, platinum: 2_000_000 },
  birthdayPoints: { member: 10, silver: 50, gold: 100, platinum: 200 },
};

const nightFigure = (name: string, ms: number, mostMs: number | null): Figure => ({
  name,
  n: 1,
  p50Ms: ms,
  p95Ms: ms,
  p99Ms: ms,
  ratioToRaw: null,
  goal: mostMs === null ? '–' : `≤ ${mostMs / 1000} s`,
  met: mostMs === null || ms <= mostMs,
});

/** Spends two nights at a store of `members` members that sells meanwhile: the first one with all that was left lying, and an ordinary one. */
export async function benchNightly(members: number): Promise<Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'regulars-bench-'));
  try {
    const { host, store } = await makeLargeStore(folder, members);
    const programme = store.programme();
    const version = programme.version + 1;
    perform(store.db, host.clock(), (act) =>
      act.record('programme', {
        id: host.ids<'programme'>(),
        owner: store.facts.storeId,
        version,
        programme: { ...programme, version, tiers: LADDER },
      }),
    );
    let laterMs = 0;
    const clock = () => host.clock() + laterMs;
    const desk = new NightlyDesk({ store, clock, ids: host.ids, publish: () => {} });
    const waits: { readonly name: string; readonly waits: number[] }[] = [];
    const whileSelling = async (name: string, work: () => Promise<unknown>): Promise<number> => {
      let isOver = false;
      const selling = sellMeanwhile(store, host, () => isOver);
      const elapsed = await timedAsync(work);
      isOver = true;
      waits.push({ name, waits: await selling });
      return elapsed;
    };
    const night = async () => {
      desk.start();
      await desk.idle();
      const [last] = desk.state().nights;
      if (!last?.endedAtMs || last.counts.failed > 0) throw new Error(`a night failed: ${desk.state().stopped ?? ''}`);
      console.log(last.date, JSON.stringify(last.counts));
    };

    await whileSelling(CONTROL, () => setTimeout(5_000));
    const first = await whileSelling('sale during the first night', night);
    laterMs = DAY_MS;
    const tomorrow = businessDate(clock(), store.day);
    endSome(store.db, tomorrow, dayStartMs(tomorrow, store.day), Math.ceil(members * SHARE_OF_YEAR));
    const ordinary = await whileSelling('sale during an ordinary night', night);
    if (desk.state().nights[0]?.date !== tomorrow) throw new Error('the ordinary night was not spent');
    host.close();
    return [
      nightFigure('the first night, with all that was left lying', first, null),
      nightFigure('an ordinary night', ordinary, MOST_MS),
      ...waits.map(({ name, waits: times }) =>
        figureOf({ name, goal: name === CONTROL ? { kind: 'none' } : { kind: 'p99', atMostMs: 100 } }, times),
      ),
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
