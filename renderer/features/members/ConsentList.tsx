import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { CONSENT_PURPOSES } from '../../../shared/members/profile.ts';
import classes from './ConsentList.module.css';
import { ConsentRow } from './ConsentRow.tsx';

/** What the member agreed to, purpose by purpose, with the notice that was read out and the day. */
export function ConsentList({ profile: { card, consents } }: { readonly profile: MemberProfile }) {
  const known = new Map(consents.map((consent) => [consent.purpose, consent]));
  return (
    <ul className={classes.list}>
      {CONSENT_PURPOSES.map((purpose) => (
        <ConsentRow key={purpose} memberId={card.memberId} purpose={purpose} consent={known.get(purpose)} />
      ))}
    </ul>
  );
}
