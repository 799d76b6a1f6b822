import { perform } from '../../../db/changes/act.ts';
import { memberById, memberRecord } from '../../../db/members/members.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { isGone } from '../../../shared/members/profile.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type ConfirmOutcome = Outcome<null, Refusal<'member-unknown' | 'member-erased'>>;

/** The member says that name and phone are still right: they are written again, with the stamp of today. */
export function confirmMember(
  store: OpenStore,
  memberId: Id<'member'>,
  staffId: Id<'staff'> | null,
  nowMs: number,
  ids: IdSource,
): ConfirmOutcome {
  return perform<ConfirmOutcome>(store.db, nowMs, (act) => {
    const member = memberById.get(act.db, { memberId });
    const record = member && memberRecord.get(act.db, { memberId: member.memberId });
    if (!member || !record) return refuse('member-unknown');
    if (isGone(record.status)) return refuse('member-erased');
    const { name, phone } = record;
    act.record('member', { id: member.memberId, enrolment: null, profile: { name, phone }, standing: {} });
    audit(
      act,
      { store, staffId, ids },
      { action: 'confirm-member', subjectKind: 'member', subjectId: member.memberId, fields: ['name', 'phone'] },
    );
    return done(null);
  });
}
