import type { TimelineEvent } from '../../../shared/contract/members.contract.ts';

/**
 * Runs of events of one month, in the order they come. `monthOf` tells an instant's month in the store's zone. A month
 * comes again where the clock had been set back: the order of the facts goes before what the clock showed.
 */
export function byMonth(
  events: readonly TimelineEvent[],
  monthOf: (atMs: number) => string,
): { readonly month: string; readonly events: readonly TimelineEvent[] }[] {
  const months: { month: string; events: TimelineEvent[] }[] = [];
  for (const event of events) {
    const month = monthOf(event.atMs);
    const last = months.at(-1);
    if (last?.month === month) last.events.push(event);
    else months.push({ month, events: [event] });
  }
  return months;
}
