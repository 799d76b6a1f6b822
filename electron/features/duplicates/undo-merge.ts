import { type Act, perform } from '../../../db/changes/act.ts';
import { consentsOf, memberById, memberRecord } from '../../../db/members/members.queries.ts';
import { mergeById } from '../../../db/members/merges.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { consentsToGiveBack } from '../../../shared/members/consent.ts';
import { changeOf, mergedValues, type Replaced, valuesToPutBack } from '../../../shared/members/merge.ts';
import { isGone } from '../../../shared/members/profile.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type UndoOutcome = Outcome<
  { canonicalId: Id<'member'>; memberIds: Id<'member'>[] },
  Refusal<'merge-unknown' | 'member-erased'>
>;

/**
 * Parts what a merge joined, at any later time: each id has its own lots and history again, as they are by now; what was
 * spent meanwhile stays with the lots that it was taken from. Values and consents that only the merge had changed come
 * back. Again it answers the same and writes nothing.
 */
export function undoMerge(
  store: OpenStore,
  mergeId: Id<'merge'>,
  staffId: Id<'staff'> | null,
  nowMs: number,
  ids: IdSource,
): UndoOutcome {
  return perform<UndoOutcome>(store.db, nowMs, (act) => {
    const joined = mergeById.all(act.db, { mergeId });
    const canonicalId = joined[0]?.canonicalId;
    if (!canonicalId) return refuse('merge-unknown');
    const memberIds = joined.map(({ memberId }) => memberId);
    const standing = joined.filter(({ undoneAtMs }) => undoneAtMs === null);
    if (standing.length === 0) return done({ canonicalId, memberIds });
    const kept = memberRecord.get(act.db, { memberId: canonicalId });
    if (!kept || isGone(kept.status)) return refuse('member-erased');

    for (const { memberId } of standing)
      act.record('member-alias', {
        id: memberId,
        canonicalId,
        mergeId,
        undone: true,
        atMs: nowMs,
        staffId,
        fields: [],
      });
    const replaced = standing.map((alias) => JSON.parse(alias.replaced ?? '{}') as Replaced);
    const putBack = replaced.flatMap((values) => valuesToPutBack(values, mergedValues(kept)));
    const change = changeOf(canonicalId, putBack);
    if (change) act.record('member', change);
    const persons = new Set(
      [canonicalId, ...memberIds].map((memberId) => memberById.get(act.db, { memberId })?.memberId ?? memberId),
    );
    for (const memberId of persons) giveBackConsents(act, store, memberId, staffId, ids);
    audit(
      act,
      { store, staffId, ids },
      {
        action: 'undo-merge',
        subjectKind: 'member',
        subjectId: canonicalId,
        fields: putBack.map(([field]) => field),
      },
    );
    return done({ canonicalId, memberIds });
  });
}

function giveBackConsents(
  act: Act,
  store: OpenStore,
  memberId: Id<'member'>,
  staffId: Id<'staff'> | null,
  ids: IdSource,
): void {
  for (const { inForce, given } of consentsToGiveBack(consentsOf.all(act.db, { memberId })))
    act.record('consent-event', {
      id: ids<'consent-event'>(),
      memberId,
      purpose: given.purpose,
      given: true,
      noticeVersion: given.noticeVersion,
      channel: 'merge',
      storeId: store.facts.storeId,
      staffId,
      atMs: act.nowMs,
      supersedesId: inForce.eventId,
    });
}
