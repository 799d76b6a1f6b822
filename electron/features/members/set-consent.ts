import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { consentEventKnown, consentsOf, memberById } from '../../../db/members/members.queries.ts';
import type { membersContract } from '../../../shared/contract/members.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type SetConsent = z.output<typeof membersContract.setConsent.input>;
type ConsentOutcome = Outcome<null, Refusal<(typeof membersContract.setConsent.refusals)[number]>>;

/** Records that a consent was given or withdrawn, answering the event of that purpose that is in force. */
export function setConsent(
  store: OpenStore,
  { eventId, memberId, purpose, given, noticeVersion }: SetConsent,
  staffId: Id<'staff'> | null,
  nowMs: number,
  ids: IdSource,
): ConsentOutcome {
  return perform<ConsentOutcome>(store.db, nowMs, (act) => {
    const known = consentEventKnown.get(act.db, { eventId });
    if (known) {
      const same =
        known.memberId === memberId &&
        known.purpose === purpose &&
        known.given === given &&
        known.noticeVersion === noticeVersion;
      return same ? done(null) : refuse('consent-id-reused');
    }
    const member = memberById.get(act.db, { memberId });
    if (!member) return refuse('member-unknown');
    if (member.status === 'erased' || member.status === 'removed') return refuse('member-erased');
    // Closing withdrew them all; whoever comes back is reopened first.
    if (given && member.status === 'closed') return refuse('member-closed');
    const inForce = consentsOf.all(act.db, { memberId }).findLast((event) => event.purpose === purpose);
    act.record('consent-event', {
      id: eventId,
      memberId,
      purpose,
      given,
      noticeVersion,
      channel: 'till',
      storeId: store.facts.storeId,
      staffId,
      atMs: nowMs,
      supersedesId: inForce?.eventId ?? null,
    });
    audit(
      act,
      { store, staffId, ids },
      { action: 'consent', subjectKind: 'member', subjectId: memberId, fields: [purpose] },
    );
    return done(null);
  });
}
