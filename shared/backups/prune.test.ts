import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/instant.ts';
import { backupsToDrop, KEPT, type PlannedBackup } from './prune.ts';

const ZONE = 'Asia/Shanghai';
const NOW = Date.UTC(2026, 2, 15, 4);
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const MOST = KEPT.hourly + KEPT.daily + KEPT.weekly + KEPT.monthly + (KEPT.allOfHours * 60) / 15 + 2;

const aBackup = (atMs: number, isGood = true, bytes = 1): PlannedBackup => ({ name: `b-${atMs}`, atMs, bytes, isGood });
const somewhen = fc.integer({ min: 0, max: 400 * 1440 }).map((minutesAgo) => NOW - minutesAgo * MINUTE_MS);
const some = fc
  .array(fc.record({ atMs: somewhen, isGood: fc.boolean(), bytes: fc.integer({ min: 1, max: 100 }) }), {
    maxLength: 200,
  })
  .map((all) => [...new Map(all.map((each) => [each.atMs, { ...each, name: `b-${each.atMs}` }])).values()]);
const budget = fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 0, max: 2000 }));

function keptOf(backups: readonly PlannedBackup[], budgetBytes = Number.POSITIVE_INFINITY, nowMs = NOW) {
  const dropped = new Set(backupsToDrop(backups, { nowMs, zone: ZONE, budgetBytes }));
  return backups.filter(({ name }) => !dropped.has(name));
}

const damaged = (of: readonly PlannedBackup[]) => of.filter(({ isGood }) => !isGood);

describe('pruning', () => {
  it('never drops the newest good backup, however little room there is', () =>
    fc.assert(
      fc.property(some, budget, (backups, budgetBytes) => {
        const newest = backups.filter(({ isGood }) => isGood).toSorted((a, b) => b.atMs - a.atMs)[0];
        expect(keptOf(backups, budgetBytes)).toEqual(expect.arrayContaining(newest ? [newest] : backups));
      }),
    ));

  it('keeps within its budget, but for the newest', () =>
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 2000 }), (backups, budgetBytes) => {
        const good = keptOf(backups, budgetBytes).filter(({ isGood }) => isGood);
        const bytes = good.reduce((sum, each) => sum + each.bytes, 0);
        expect(good.length <= 1 || bytes <= budgetBytes).toBe(true);
      }),
    ));

  it('done twice drops nothing more', () =>
    fc.assert(
      fc.property(some, budget, (backups, budgetBytes) => {
        const kept = keptOf(backups, budgetBytes);
        expect(keptOf(kept, budgetBytes)).toEqual(kept);
      }),
    ));

  it('keeps the last good one of each of the last 12 days that have one', () =>
    fc.assert(
      fc.property(some, (backups) => {
        const lastOf = new Map<string, PlannedBackup>();
        for (const each of backups.filter(({ isGood }) => isGood).toSorted((a, b) => a.atMs - b.atMs))
          lastOf.set(calendarDate(each.atMs, ZONE), each);
        const days = [...lastOf.keys()].toSorted().slice(-KEPT.daily);
        const kept = new Set(keptOf(backups));
        for (const day of days) expect(kept.has(lastOf.get(day) as PlannedBackup)).toBe(true);
      }),
    ));

  it('drops a damaged one as soon as a good one is newer, and not before', () =>
    fc.assert(
      fc.property(some, (backups) => {
        const newest = Math.max(...backups.filter(({ isGood }) => isGood).map(({ atMs }) => atMs));
        expect(damaged(keptOf(backups))).toEqual(damaged(backups).filter(({ atMs }) => !(atMs < newest)));
      }),
    ));

  it('keeps the last good one of the past where a clock once ran ahead', () => {
    const ahead = aBackup(NOW + 400 * DAY_MS);
    const today = aBackup(NOW - MINUTE_MS);
    expect(keptOf([ahead, today], 1)).toEqual([ahead]);
    expect(keptOf([ahead, today], 2)).toEqual([ahead, today]);
  });

  it('leaves, of half a year with a backup every three hours, those of the last 12 days, 10 weeks and 7 months', () => {
    let held: PlannedBackup[] = [];
    for (let hour = 180 * 24; hour >= 0; hour -= 3) {
      const nowMs = NOW - hour * 60 * MINUTE_MS;
      held = keptOf([...held, aBackup(nowMs)], Number.POSITIVE_INFINITY, nowMs);
      expect(held.length).toBeLessThanOrEqual(MOST);
    }
    const dates = [...new Set(held.map(({ atMs }) => calendarDate(atMs, ZONE)))];
    for (let back = 0; back < KEPT.daily; back += 1) expect(dates).toContain(calendarDate(NOW - back * DAY_MS, ZONE));
    // Weeks begin on Mondays; 1 January 1970 was a Thursday.
    const weeks = new Set(dates.map((date) => Math.floor((Date.parse(date) / DAY_MS + 3) / 7)));
    expect(Math.max(...weeks) - Math.min(...weeks.values())).toBeGreaterThanOrEqual(KEPT.weekly - 1);
    for (let back = 0; back < KEPT.weekly; back += 1) expect(weeks).toContain(Math.max(...weeks) - back);
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBe(7);
  });
});
