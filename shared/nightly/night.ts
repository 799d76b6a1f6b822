import { z } from 'zod';
import { addDays, type DayRule, dayNumber, instantOfLocal } from '../kernel/instant.ts';

/**
 * What a night does, in this order: tiers first, so that a tier's drop is reckoned before points end, then gifts, by the
 * tier that the day begins with, then notices of points that end soon; automations, which tell of all of it, last.
 */
export const NIGHT_STEPS = [
  'count-all',
  'count-buyers',
  'take-over-tiers',
  'review-tiers',
  'points-by-day',
  'birthday-gifts',
  'tell-expiries',
  'meet-automations',
] as const;
export type NightStep = (typeof NIGHT_STEPS)[number];

/** What came of it. */
export const NIGHT_COUNTS = [
  'rose',
  'kept',
  'fell',
  'takenOver',
  'lotsExpired',
  'pointsExpired',
  'pointsReleased',
  'gifts',
  'giftPoints',
  'told',
  'met',
  'keptOut',
  'failed',
] as const;
export const nightCountsSchema = z.record(z.enum(NIGHT_COUNTS), z.int());
export type NightCounts = z.infer<typeof nightCountsSchema>;
export const NO_COUNTS = Object.fromEntries(NIGHT_COUNTS.map((count) => [count, 0])) as NightCounts;

/** A member whom a step could not do: everything else went on. `code` is of the program, and names nobody. */
export const nightFailureSchema = z.object({
  step: z.enum(NIGHT_STEPS),
  memberId: z.string().nullable(),
  code: z.string(),
});
export type NightFailure = z.infer<typeof nightFailureSchema>;
/** More than these are counted only. */
export const MOST_FAILURES = 20;

/** After more days than these without a night somebody has to say that the date is right: a wrong clock ends points. */
export const MOST_DAYS_ALONE = 62;

const two = (number: number) => String(number).padStart(2, '0');

/** The instant at which a business date begins, in ms. */
export const dayStartMs = (date: string, { zone, cutoverMinutes }: DayRule): number => {
  return instantOfLocal(`${date}T${two(Math.floor(cutoverMinutes / 60))}:${two(cutoverMinutes % 60)}`, zone);
};

/** Which night is next: day by day after those that were missed, and none that lies before one that was. Null: none is due. */
export function nextNight(
  lastDone: string | null,
  today: string,
): { readonly date: string; readonly days: number } | null {
  if (lastDone === null) return { date: today, days: 1 };
  if (today <= lastDone) return null;
  return { date: addDays(lastDone, 1), days: dayNumber(today) - dayNumber(lastDone) };
}
