import { addDays, calendarDate, instantOfLocal, localTimeText } from '../kernel/instant.ts';

/** `HH:MM` of the store's clock; `until` may lie on the next day. The same twice: no hour is quiet. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** When the quiet hours that an instant lies in are over, or null where it lies in none. */
export function quietUntilMs(nowMs: number, { from, until }: QuietHours, zone: string): number | null {
  const clock = localTimeText(nowMs, zone).slice(-5);
  const overMidnight = from > until;
  const isQuiet = overMidnight ? clock >= from || clock < until : clock >= from && clock < until;
  if (!isQuiet) return null;
  const today = calendarDate(nowMs, zone);
  const endsOn = overMidnight && clock >= from ? addDays(today, 1) : today;
  // Where clocks are changed in between, the end may already be over.
  return Math.max(instantOfLocal(`${endsOn}T${until}`, zone), nowMs + 60_000);
}
