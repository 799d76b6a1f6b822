import type { z } from 'zod';
import type { Act } from '../../../db/changes/act.ts';
import { idsOfPerson } from '../../../db/members/erase-member.ts';
import { erasedBy } from '../../../db/members/erasures.queries.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import type { membersContract } from '../../../shared/contract/members.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type Erase = z.output<typeof membersContract.erase.input>;
type EraseOutcome = Outcome<null, Refusal<(typeof membersContract.erase.refusals)[number]>>;

/** Forgets a person: the fact names every id by which they are known here, and each store that hears it does the same. */
export function eraseMember(
  act: Act,
  store: OpenStore,
  { erasureId, memberId }: Erase,
  staffId: Id<'staff'> | null,
  ids: IdSource,
): EraseOutcome {
  const member = memberById.get(act.db, { memberId });
  if (!member) return refuse('member-unknown');
  const memberIds = idsOfPerson.all(act.db, { memberId }).map((one) => one.memberId);
  const before = erasedBy.all(act.db, { erasureId });
  if (before.some((one) => memberIds.includes(one.memberId))) return done(null);
  if (before.length > 0) return refuse('erasure-id-reused');
  if (member.status === 'erased') return refuse('member-erased');
  audit(
    act,
    { store, staffId, ids },
    { action: 'erase-member', subjectKind: 'member', subjectId: memberId, fields: [] },
  );
  act.record('member-erasure', { id: erasureId, memberIds, atMs: act.nowMs, staffId });
  return done(null);
}
