import { addDays, addMonths } from '../kernel/instant.ts';
import type { TierWindow } from './ladder.ts';

/** Business dates, both included; `from` is null where everything counts. */
export interface Span {
  readonly from: string | null;
  readonly to: string;
}

const yearEnd = (date: string): string => `${date.slice(0, 4)}-12-31`;

/** What counts on a date: of the last twelve months on 15 March 2026, all from 16 March 2025 on. */
export function windowAt(window: TierWindow, date: string): Span {
  if (window.kind === 'rolling') return { from: addMonths(addDays(date, 1), -window.months), to: date };
  return { from: window.kind === 'calendar-year' ? `${date.slice(0, 4)}-01-01` : null, to: date };
}

/** The last day of the window that begins on `date`, and on which a purchase of that day still counts. Null where none ends. */
export function windowEnd(window: TierWindow, date: string): string | null {
  if (window.kind === 'rolling') return addDays(addMonths(date, window.months), -1);
  return window.kind === 'calendar-year' ? yearEnd(date) : null;
}
