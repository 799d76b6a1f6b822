import { mergesOfMember } from '../../../db/members/merges.queries.ts';
import { duplicatesContract, type MergeRow } from '../../../shared/contract/duplicates.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { mergeMembers } from './merge-members.ts';
import { previewMerge } from './preview-merge.ts';
import { tellApart } from './tell-apart.ts';
import { undoMerge } from './undo-merge.ts';

/** The merges of a member, each with the ids that it joined. */
function mergesOf({ db }: OpenStore, memberId: Id<'member'>): MergeRow[] {
  const merges = Map.groupBy(mergesOfMember.all(db, { memberId }), (alias) => alias.mergeId);
  return [...merges].map(([mergeId, aliases]) => ({
    mergeId,
    atMs: aliases[0]?.atMs ?? 0,
    staffName: aliases[0]?.staffName ?? null,
    joined: aliases.map(({ memberId: joinedId, name, phone }) => ({
      memberId: joinedId,
      name,
      phoneMasked: phone && maskPhone(phone),
    })),
  }));
}

/** What becomes stale when ids become one person, or two again. */
const topicsOf = (memberIds: readonly Id<'member'>[]): string[] => [
  'members',
  'duplicates',
  ...memberIds.flatMap((memberId) => [`member:${memberId}`, `points:${memberId}`]),
];

export const duplicatesRouter = router({
  preview: serveQuery(duplicatesContract.preview, ({ store, clock }, { memberIds }) =>
    previewMerge(store, memberIds, clock()),
  ),
  merge: serveMutation(duplicatesContract.merge, ({ store, staff, clock, ids, host }, command) => {
    const outcome = mergeMembers(store, command, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(topicsOf([command.canonicalId, ...command.aliasIds]));
    return outcome;
  }),
  undo: serveMutation(duplicatesContract.undo, ({ store, staff, clock, ids, host }, { mergeId }) => {
    const outcome = undoMerge(store, mergeId, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(topicsOf([outcome.value.canonicalId, ...outcome.value.memberIds]));
    return outcome;
  }),
  mergesOf: serveQuery(duplicatesContract.mergesOf, ({ store }, { memberId }) => done(mergesOf(store, memberId))),
  tellApart: serveMutation(duplicatesContract.tellApart, ({ store, staff, clock, ids, host }, command) => {
    const outcome = tellApart(store, command, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['duplicates']);
    return outcome;
  }),
});
