import type { Id } from '../kernel/id.ts';
import type { ConsentPurpose } from './profile.ts';

/** The event of a purpose that is in force. */
export interface ConsentState {
  readonly eventId: Id<'consent-event'>;
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  readonly noticeVersion: string;
  readonly channel: string;
}

/** What is in force of each purpose, of events in the order in which they were made: the last word counts. */
export const inForce = <E extends { readonly purpose: ConsentPurpose }>(events: readonly E[]): E[] => [
  ...new Map(events.map((event) => [event.purpose, event])).values(),
];

/**
 * Of several ids that become one person, the purposes for which a withdrawal must be written down: one id withdrew and
 * another gave. Strictest wins, whichever was said last. Returns the withdrawals.
 */
export function strictest(sides: readonly (readonly ConsentState[])[]): ConsentState[] {
  const all = sides.flat();
  const withdrawn = all.filter(({ given }) => !given);
  return inForce(withdrawn).filter(({ purpose }) => all.some((state) => state.purpose === purpose && state.given));
}

/**
 * When ids part again: the consents to give back, because only the merge had withdrawn them. `events` are those of the
 * ids that stay one person, in order, each with its id. What the person said after the merge stays said.
 */
export function consentsToGiveBack<E extends ConsentState & { readonly memberId: Id<'member'> }>(
  events: readonly E[],
): { readonly inForce: E; readonly given: E }[] {
  return inForce(events).flatMap((last) => {
    if (last.channel !== 'merge' || last.given) return [];
    const said = events.filter((event) => event.purpose === last.purpose && event.channel !== 'merge');
    // The last word under each id: withdrawn under one is withdrawn for the person.
    const words = [...new Map(said.map((event) => [event.memberId, event])).values()];
    const given = words.at(-1);
    return given && words.every((word) => word.given) ? [{ inForce: last, given }] : [];
  });
}
