import { perform } from '../../../db/changes/act.ts';
import { distinctPair } from '../../../db/members/distinct.queries.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

interface TellApart {
  readonly memberIds: readonly Id<'member'>[];
  readonly distinct: boolean;
}

/** Remembers that ids belong to different persons, pair by pair, or takes it back. What is known already is not written again. */
export function tellApart(
  store: OpenStore,
  { memberIds, distinct }: TellApart,
  staffId: Id<'staff'> | null,
  nowMs: number,
  ids: IdSource,
): Outcome<null, Refusal<'member-unknown'>> {
  return perform<Outcome<null, Refusal<'member-unknown'>>>(store.db, nowMs, (act) => {
    if (memberIds.some((memberId) => !memberById.get(act.db, { memberId }))) return refuse('member-unknown');
    const pairs = memberIds.flatMap((one, index) => memberIds.slice(index + 1).map((other) => [one, other] as const));
    const news = pairs.filter(
      ([oneId, otherId]) => (distinctPair.get(act.db, { oneId, otherId })?.isDistinct ?? false) !== distinct,
    );
    for (const [one, other] of news)
      act.record('member-distinct', {
        id: ids<'member-distinct'>(),
        memberIds: [one, other],
        distinct,
        atMs: nowMs,
        staffId,
      });
    if (news[0])
      audit(
        act,
        { store, staffId, ids },
        { action: 'not-the-same', subjectKind: 'member', subjectId: news[0][0], fields: [] },
      );
    return done(null);
  });
}
