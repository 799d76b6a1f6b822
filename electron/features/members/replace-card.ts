import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { activeCards, memberById, memberByPk, membersByCard } from '../../../db/members/members.queries.ts';
import type { MemberCard, membersContract } from '../../../shared/contract/members.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { sendNotice } from '../messages/send-notice.ts';
import { audit } from '../staff/audit.ts';
import { memberCard } from './member-card.ts';

type Replace = z.output<typeof membersContract.replaceCard.input>;
type ReplaceOutcome = Outcome<MemberCard, Refusal<(typeof membersContract.replaceCard.refusals)[number]>>;

/** Gives a member a new card; every older one, lost or worn, finds nobody any more. */
export function replaceCard(
  store: OpenStore,
  { memberId, cardNumber, why }: Replace,
  staffId: Id<'staff'> | null,
  nowMs: number,
  ids: IdSource,
): ReplaceOutcome {
  return perform<ReplaceOutcome>(store.db, nowMs, (act) => {
    const member = memberById.get(act.db, { memberId });
    if (!member) return refuse('member-unknown');
    if (member.status === 'erased' || member.status === 'removed') return refuse('member-erased');
    const holder = membersByCard.get(act.db, { number: cardNumber, limit: 1 });
    if (holder && memberByPk.get(act.db, holder)?.memberPk !== member.memberPk) return refuse('card-in-use');
    if (!holder) {
      const before = activeCards.all(act.db, { memberId });
      for (const card of before) act.record('member-card', { ...card, state: why });
      const id = ids<'member-card'>();
      act.record('member-card', {
        id,
        memberId: member.memberId,
        number: cardNumber,
        state: 'active',
        issuedAtMs: nowMs,
      });
      const given = () => ({ cardEnding: cardNumber.slice(-4) });
      if (before.length > 0) sendNotice(act, { kind: 'card-replaced', memberId, about: id, given }, { store, ids });
      audit(
        act,
        { store, staffId, ids },
        { action: 'replace-card', subjectKind: 'member', subjectId: memberId, fields: ['cardNumber'] },
      );
    }
    return done(memberCard(store, memberId, nowMs) as MemberCard);
  });
}
