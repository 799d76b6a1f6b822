import { audienceById, idsInList, membersForList } from '../../../db/audiences/audiences.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import { MAX_ENTRY_MEMBERS } from '../../../shared/audiences/audience.facts.ts';
import { namedId } from '../../../shared/imports/named-id.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { MemberListAct } from '../../../shared/members/member-bulk.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { recordEntry } from '../audiences/put-into-list.ts';
import type { BulkAct, Doing } from './bulk-act.ts';

type Member = ReturnType<typeof membersForList.all>[number];
type Before = Pick<Member, 'memberPk' | 'memberId'>;

/** Each row is one short line of one fact, so a chunk of them takes no longer than a few rows of other acts. */
const MOST_ROWS = 400;

/** Puts many members into a list, or takes them out: a fact for each chunk. */
export function changeLists(
  store: OpenStore,
  { kind, audienceId }: MemberListAct,
): Outcome<BulkAct<Member, Before>, Refusal<'audience-unknown' | 'audience-no-list'>> {
  const list = audienceById.get(store.db, { audienceId });
  if (list?.state !== 'active') return refuse('audience-unknown');
  if (list.terms.kind !== 'list') return refuse('audience-no-list');
  const { audiencePk } = list;
  const isIn = kind === 'put-into-list';

  /** Under which ids persons are in the list: they are taken out under each. */
  const idsOf = (members: readonly Before[]) =>
    idsInList.all(store.db, { pks: `[${members.map(({ memberPk }) => memberPk).join()}]`, audiencePk });
  const record = (members: readonly Before[], into: boolean, what: string, { runId, nowMs, staffId, ids }: Doing) => {
    const memberIds: Id<'member'>[] = into
      ? members.map(({ memberId }) => memberId)
      : idsOf(members).map(({ idInList }) => idInList);
    for (let at = 0; at < memberIds.length; at += MAX_ENTRY_MEMBERS) {
      const some = memberIds.slice(at, at + MAX_ENTRY_MEMBERS);
      const entryId = namedId(runId, 'audience-entry', `${what}:${some[0]}`, nodeDigest);
      perform(store.db, nowMs, (act) =>
        recordEntry(act, store, { entryId, audienceId, memberIds: some, isIn: into }, staffId, ids),
      );
    }
  };
  return done({
    list: 'members',
    fields: [isIn ? 'put-in' : 'taken-out'],
    rights: ['member.bulk', 'audience.write'],
    canUndo: true,
    mostRows: MOST_ROWS,
    rowsOf: (pks) => membersForList.all(store.db, { pks: `[${pks.join()}]`, audiencePk }),
    skip: (member) => (member.isIn === isIn ? 'already' : null),
    change: (members, doing) => {
      if (members.length > 0) record(members, isIn, 'change', doing);
      return members.map(({ memberPk, memberId }) => ({ before: { memberPk, memberId } }));
    },
    revert: (before, doing) => {
      const inside = new Set(idsOf(before).map(({ memberId }) => memberId));
      const asLeft = before.filter(({ memberId }) => inside.has(memberId) === isIn);
      if (asLeft.length > 0) record(asLeft, !isIn, 'undo', doing);
      return before.map((member) => (asLeft.includes(member) ? null : 'changed-since'));
    },
  });
}
