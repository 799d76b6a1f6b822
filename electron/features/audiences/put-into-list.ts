import type { z } from 'zod';
import { audienceById, audienceEntryById, idsInList } from '../../../db/audiences/audiences.queries.ts';
import { type Act, perform } from '../../../db/changes/act.ts';
import { memberForSale } from '../../../db/members/members.queries.ts';
import type { audiencesContract } from '../../../shared/contract/audiences.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type Put = z.output<typeof audiencesContract.put.input>;
type PutOutcome = Outcome<null, Refusal<(typeof audiencesContract.put.refusals)[number]>>;

interface Entry {
  readonly entryId: Id<'audience-entry'>;
  readonly audienceId: Id<'audience'>;
  readonly memberIds: readonly Id<'member'>[];
  readonly isIn: boolean;
}

/** Writes down that some members are in a list from now on, or are not. */
export function recordEntry(
  act: Act,
  store: OpenStore,
  { entryId, audienceId, memberIds, isIn }: Entry,
  staffId: Id<'staff'>,
  ids: IdSource,
): void {
  act.record('audience-entry', { id: entryId, audienceId, memberIds: [...memberIds], isIn, atMs: act.nowMs, staffId });
  const fields = [isIn ? 'put-in' : 'taken-out', `rows:${memberIds.length}`];
  audit(
    act,
    { store, staffId, ids },
    { action: 'list-members', subjectKind: 'audience', subjectId: audienceId, fields },
  );
}

/**
 * Puts one member into a list, or takes the person out under every id. It is noted also where it changes nothing: a late
 * repetition must not undo what was said meanwhile.
 */
export function putIntoList(
  store: OpenStore,
  { entryId, audienceId, memberId, isIn }: Put,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): PutOutcome {
  return perform<PutOutcome>(store.db, nowMs, (act) => {
    const known = audienceEntryById.get(act.db, { entryId });
    if (known) {
      const isSame = known.audienceId === audienceId && known.isIn === isIn && known.memberIds.includes(memberId);
      return isSame ? done(null) : refuse('entry-id-reused');
    }
    const list = audienceById.get(act.db, { audienceId });
    if (list?.state !== 'active') return refuse('audience-unknown');
    if (list.terms.kind !== 'list') return refuse('audience-no-list');
    const member = memberForSale.get(act.db, { memberId });
    if (!member || member.status === 'erased') return refuse('member-unknown');
    const there = idsInList.all(act.db, { pks: `[${member.memberPk}]`, audiencePk: list.audiencePk });
    const memberIds = [...new Set([memberId, ...there.map(({ idInList }) => idInList)])];
    recordEntry(act, store, { entryId, audienceId, memberIds, isIn }, staffId, ids);
    return done(null);
  });
}
