import { memberByPk, membersByCard, membersByIdEnd, membersByPhone } from '../../../db/members/members.queries.ts';
import type { Referrer } from '../../../shared/contract/members.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import { toE164 } from '../../../shared/members/phone.ts';
import { asReferralCode, idEndOf } from '../../../shared/members/referral-code.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** Who is meant by a card's number, a phone or a member's code: one member who is still one, else nobody. */
export function findReferrer(store: OpenStore, typed: string): Outcome<Referrer, Refusal<'referrer-unknown'>> {
  const { db } = store;
  const text = typed.normalize('NFKC').trim();
  const phone = toE164(text, store.phoneRegion);
  const code = asReferralCode(text);
  const ways = [
    () => membersByCard.all(db, { number: text, limit: 2 }),
    () => (phone ? membersByPhone.all(db, { phone, limit: 2 }) : []),
    () => (code ? membersByIdEnd.all(db, { end: idEndOf(code), limit: 2 }) : []),
  ];
  for (const way of ways) {
    const found = new Map(
      way()
        .flatMap((each) => memberByPk.get(db, each) ?? [])
        .filter(({ status }) => status === 'active')
        .map((member) => [member.memberPk, member]),
    );
    const [member] = found.values();
    if (member && found.size === 1)
      return done({
        memberId: member.memberId,
        name: member.name,
        phoneMasked: member.phone && maskPhone(member.phone),
      });
  }
  return refuse('referrer-unknown');
}
