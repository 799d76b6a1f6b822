import type { TierChangeFact } from '../../shared/tiers/tier-change.fact.ts';
import type { Origin } from '../changes/origin.ts';
import { id, integer, nullable, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';
import { writeMember } from '../members/write-members.ts';

const putChange = defineWrite({
  name: 'tier-changes.put',
  sql: `INSERT INTO tier_change (id, member_pk, from_tier, to_tier, reason, basis, basis_value, counted_from, counted_to, ends_on, review_on,
          programme_version, purchase_pk, at_ms, hlc, business_date)
        VALUES (@id, (SELECT member_pk FROM member WHERE id = @memberId), @from, @to, @reason, @basis, @basisValue, @countedFrom, @countedTo,
          @endsOn, @reviewOn, @programmeVersion, (SELECT purchase_pk FROM purchase WHERE id = @purchaseId), @atMs, @hlc, @businessDate)`,
  params: {
    id: id('tier-change'),
    memberId: id('member'),
    from: text,
    to: text,
    reason: text,
    basis: text,
    basisValue: nullable(integer),
    countedFrom: nullable(text),
    countedTo: text,
    endsOn: nullable(text),
    reviewOn: nullable(text),
    programmeVersion: integer,
    purchaseId: nullable(id('purchase')),
    atMs: integer,
    hlc: text,
    businessDate: text,
  },
});

/** The change with the latest stamp counts, in whatever order two stores' changes arrive. */
const putStanding = defineWrite({
  name: 'tier-standings.put',
  sql: `INSERT INTO tier_standing (member_pk, change_pk, review_on)
        SELECT member_pk, change_pk, review_on FROM tier_change
        WHERE member_pk = (SELECT member_pk FROM member WHERE id = @memberId) ORDER BY hlc DESC, change_pk DESC LIMIT 1
        ON CONFLICT (member_pk) DO UPDATE SET change_pk = excluded.change_pk, review_on = excluded.review_on`,
  params: { memberId: id('member') },
});

/** Writes a change of tier, and the tier itself as a field of the member: a later word on it, by hand or from here, wins. */
export function writeTierChange(db: WriteDb, fact: TierChangeFact, origin: Origin): void {
  putChange.run(db, { ...fact, hlc: origin.hlc });
  putStanding.run(db, fact);
  if (fact.from !== fact.to)
    writeMember(db, { id: fact.memberId, enrolment: null, profile: {}, standing: { tier: fact.to } }, origin);
}
