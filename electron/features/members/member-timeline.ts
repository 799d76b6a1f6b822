import { occasionsBefore } from '../../../db/automations/automations.queries.ts';
import { consentsBefore, memberProfile } from '../../../db/members/members.queries.ts';
import { standingsBefore } from '../../../db/members/standing.queries.ts';
import { messagesBefore } from '../../../db/messages/messages.queries.ts';
import { ledgerOutsidePurchases } from '../../../db/points/points.queries.ts';
import { purchasesOfMember } from '../../../db/purchases/purchases.queries.ts';
import { tierChangesBefore } from '../../../db/tiers/tiers.queries.ts';
import type { TimelineEvent, TimelinePage } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { mergePages } from '../../../shared/kernel/merge-pages.ts';
import { AFTER_ALL_STAMPS, FIRST_HLC } from '../../../shared/sync/hlc.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { ENTRIES_READ, wholeActs } from '../points/ledger-page.ts';

interface Asked {
  readonly memberId: Id<'member'>;
  readonly before: string | null;
  readonly limit: number;
}

/**
 * Up to `limit` of what happened with a member, in the order of the facts' stamps: a clock that was set back changes
 * nothing of it. The enrolment is the first of all. Null for an id that is not here.
 */
export function memberTimeline({ db }: OpenStore, { memberId, before: asked, limit }: Asked): TimelinePage | null {
  const profile = memberProfile.get(db, { memberId });
  if (!profile) return null;
  const before = asked ?? AFTER_ALL_STAMPS;
  const upTo = <Row>(rows: readonly Row[]) => ({ rows, isAll: rows.length < limit });

  const purchases = purchasesOfMember.all(db, { memberId, before, limit }).map(
    (purchase): TimelineEvent => ({
      kind: 'purchase',
      id: purchase.purchaseId,
      at: purchase.at,
      atMs: purchase.occurredAtMs,
      purchase,
    }),
  );
  const { acts, isAll } = wholeActs(ledgerOutsidePurchases.all(db, { memberId, before, limit: ENTRIES_READ }));
  const points = acts.map(
    ({ actId: _, ...act }): TimelineEvent => ({ kind: 'points', id: act.entryId, at: act.at, atMs: act.atMs, act }),
  );
  const consents = consentsBefore
    .all(db, { memberId, before, limit })
    .map(({ eventId, at, atMs, ...consent }): TimelineEvent => ({ kind: 'consent', id: eventId, at, atMs, consent }));
  const standings = standingsBefore
    .all(db, { memberId, before, limit })
    .map(
      ({ at, atMs, ...standing }): TimelineEvent => ({ kind: 'standing', id: standing.standingId, at, atMs, standing }),
    );
  const tiers = tierChangesBefore.all(db, { memberId, before, limit }).map(
    ({ changeId, at, atMs, reviewOn: _, ...change }): TimelineEvent => ({
      kind: 'tier',
      id: changeId,
      at,
      atMs,
      change,
    }),
  );
  const messages = messagesBefore.all(db, { memberId, before, limit }).map(
    ({ messageId, at, atMs, purpose: _, subject, text, ...message }): TimelineEvent => ({
      kind: 'message',
      id: messageId,
      at,
      atMs,
      message: { ...message, text: subject ? `${subject}: ${text}` : text },
    }),
  );
  const automations = occasionsBefore.all(db, { memberId, before, limit }).map(
    ({ occasionId, automationId: _, kind: __, at, atMs, ...automation }): TimelineEvent => ({
      kind: 'automation',
      id: occasionId,
      at,
      atMs,
      automation,
    }),
  );
  const enrolment: TimelineEvent = {
    kind: 'enrolment',
    id: memberId,
    at: FIRST_HLC,
    atMs: profile.enrolledAtMs,
    staffName: profile.enrolledBy,
  };
  const { rows, next } = mergePages(
    [
      upTo(purchases),
      { rows: points, isAll },
      upTo(consents),
      upTo(standings),
      upTo(tiers),
      upTo(messages),
      upTo(automations),
      { rows: before > FIRST_HLC ? [enrolment] : [], isAll: true },
    ],
    limit,
  );
  return { events: rows, next };
}
