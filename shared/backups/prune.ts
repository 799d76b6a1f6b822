import { Temporal } from 'temporal-polyfill';
import { calendarDate } from '../kernel/instant.ts';

/** A backup that was made as planned, as the rule sees it. */
export interface PlannedBackup {
  readonly name: string;
  readonly atMs: number;
  readonly bytes: number;
  readonly isGood: boolean;
}

/** What is kept: every backup of the last hours, then the last one of each hour, day, week and month. */
export const KEPT = { allOfHours: 3, hourly: 24, daily: 12, weekly: 10, monthly: 9 } as const;
const HOUR_MS = 3_600_000;

/** The first of each period, newest first, of the first `most` periods. */
function firstOfEach(
  backups: readonly PlannedBackup[],
  periodOf: (backup: PlannedBackup) => string | number,
  most: number,
): PlannedBackup[] {
  const seen = new Map<string | number, PlannedBackup>();
  for (const backup of backups) if (!seen.has(periodOf(backup))) seen.set(periodOf(backup), backup);
  return [...seen.values()].slice(0, most);
}

/** `2026-W11`, the ISO week of a calendar date. */
function weekOf(date: string): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date);
  return `${yearOfWeek}-${weekOfYear}`;
}

/**
 * Which backups to delete. Of the good ones stay: all of the last 3 hours, the last of each of the last 24 hours, of 12
 * days, of 10 weeks and of 9 months, as the store's calendar tells them. Where they take more than `budgetBytes` the
 * ones of hours go first, then those of months, weeks and days, the oldest first. The newest good one always stays,
 * and so does the one with the most recent name, in case a clock ran ahead. Damaged ones stay only while no good one
 * is newer.
 */
export function backupsToDrop(
  backups: readonly PlannedBackup[],
  { nowMs, zone, budgetBytes }: { readonly nowMs: number; readonly zone: string; readonly budgetBytes: number },
): string[] {
  const newestFirst = backups.toSorted((a, b) => b.atMs - a.atMs || (a.name < b.name ? 1 : -1));
  const good = newestFirst.filter(({ isGood }) => isGood);
  const newestGood = good[0];
  if (!newestGood) return [];

  // A clock that once ran ahead left a backup of the future; the last good one of the past stays, too.
  const past = good.filter(({ atMs }) => atMs <= nowMs);
  const dateOf = ({ atMs }: PlannedBackup) => calendarDate(atMs, zone);
  const within = (hours: number) => past.filter(({ atMs }) => atMs > nowMs - hours * HOUR_MS);
  const byWorth = [
    ...past.slice(0, 1),
    ...firstOfEach(good, dateOf, KEPT.daily),
    ...firstOfEach(good, (backup) => weekOf(dateOf(backup)), KEPT.weekly),
    ...firstOfEach(good, (backup) => dateOf(backup).slice(0, 7), KEPT.monthly),
    ...within(KEPT.allOfHours),
    ...firstOfEach(within(KEPT.hourly), ({ atMs }) => Math.floor(atMs / HOUR_MS), KEPT.hourly),
  ];
  const kept = new Set([newestGood.name]);
  let bytes = newestGood.bytes;
  for (const backup of byWorth) {
    if (kept.has(backup.name) || bytes + backup.bytes > budgetBytes) continue;
    kept.add(backup.name);
    bytes += backup.bytes;
  }
  return newestFirst
    .filter(({ name, isGood, atMs }) => !kept.has(name) && (isGood || atMs < newestGood.atMs))
    .map(({ name }) => name);
}
