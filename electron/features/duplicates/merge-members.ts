import { perform } from '../../../db/changes/act.ts';
import { mergeById } from '../../../db/members/merges.queries.ts';
import type { MergeInput } from '../../../shared/contract/duplicates.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { decideMerge, type MergeRefusal } from '../../../shared/members/merge.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { mergeSides } from './merge-sides.ts';

type MergeOutcome = Outcome<{ canonicalId: Id<'member'> }, MergeRefusal | Refusal<'merge-id-reused'>>;

/**
 * Makes one person of several ids in one act: the aliases, the values that are taken over, the strictest consents. The
 * same id with the same content again answers as it did, also after an undo; with other content it is refused.
 */
export function mergeMembers(
  store: OpenStore,
  command: MergeInput,
  staffId: Id<'staff'> | null,
  nowMs: number,
  ids: IdSource,
): MergeOutcome {
  const { mergeId, canonicalId, aliasIds } = command;
  return perform<MergeOutcome>(store.db, nowMs, (act) => {
    const known = mergeById.all(act.db, { mergeId });
    if (known.length > 0) {
      const isSame =
        known.every((alias) => alias.canonicalId === canonicalId) &&
        sameSet(
          known.map(({ memberId }) => memberId),
          aliasIds,
        ) &&
        known.every((alias) => alias.fields.every((field) => command.keep[field] === alias.memberId));
      return isSame ? done({ canonicalId }) : refuse('merge-id-reused');
    }
    const sides = mergeSides(act.db, [...new Set([canonicalId, ...aliasIds])], store.phoneRegion);
    const decided = decideMerge(sides, command, { storeId: store.facts.storeId, staffId, nowMs }, ids);
    if (!decided.ok) return decided;
    // The aliases first: each keeps what the values were that the change then replaces.
    for (const alias of decided.value.aliases) act.record('member-alias', alias);
    if (decided.value.change) act.record('member', decided.value.change);
    for (const consent of decided.value.consents) act.record('consent-event', consent);
    audit(
      act,
      { store, staffId, ids },
      {
        action: 'merge-members',
        subjectKind: 'member',
        subjectId: canonicalId,
        fields: decided.value.aliases.flatMap(({ fields }) => fields),
      },
    );
    return done({ canonicalId });
  });
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));
