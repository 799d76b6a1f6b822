import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import type { PurchaseRow } from '../../../shared/contract/purchases.contract.ts';
import type { LedgerAct } from './ledger-acts.ts';

/** One thing that happened with a member. */
export type TimelineEvent = { readonly id: string; readonly atMs: number } & (
  | { readonly kind: 'purchase'; readonly purchase: PurchaseRow }
  | { readonly kind: 'points'; readonly act: LedgerAct }
  | { readonly kind: 'consent'; readonly consent: MemberProfile['consents'][number] }
  | { readonly kind: 'enrolment'; readonly by: string | null }
);

interface TimelineFacts {
  readonly purchases: readonly PurchaseRow[];
  /** There are earlier purchases than these. */
  readonly hasEarlier: boolean;
  readonly acts: readonly LedgerAct[];
  readonly profile: Pick<MemberProfile, 'consents' | 'enrolledAtMs' | 'enrolledBy'>;
}

/**
 * Everything in one list, newest first. Points that a purchase moved are told with the purchase. While earlier purchases
 * are not loaded, nothing older than the last loaded one is shown: the list has no gaps.
 */
export function timelineEvents({ purchases, hasEarlier, acts, profile }: TimelineFacts): TimelineEvent[] {
  const events: TimelineEvent[] = [
    ...purchases.map((purchase) => ({
      kind: 'purchase' as const,
      id: purchase.purchaseId,
      atMs: purchase.occurredAtMs,
      purchase,
    })),
    ...acts
      .filter((act) => act.purchaseId === null)
      .map((act) => ({ kind: 'points' as const, id: act.id, atMs: act.atMs, act })),
    ...profile.consents.map((consent) => ({
      kind: 'consent' as const,
      id: `${consent.purpose}-${consent.atMs}`,
      atMs: consent.atMs,
      consent,
    })),
    { kind: 'enrolment', id: 'enrolment', atMs: profile.enrolledAtMs, by: profile.enrolledBy },
  ];
  const from = hasEarlier ? (purchases.at(-1)?.occurredAtMs ?? 0) : Number.NEGATIVE_INFINITY;
  return events.filter(({ atMs }) => atMs >= from).toSorted((a, b) => b.atMs - a.atMs || rank(b) - rank(a));
}

const ORDER = ['enrolment', 'consent', 'points', 'purchase'] as const;
/** What comes later of two things of the same moment: nobody buys before being enrolled. */
const rank = (event: TimelineEvent): number => ORDER.indexOf(event.kind);

/** Runs of events of one month, in the order they come. `monthOf` tells an instant's month in the store's zone. */
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
