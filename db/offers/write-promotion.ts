import type { Id } from '../../shared/kernel/id.ts';
import type { OfferUse } from '../../shared/promotions/offer-use.ts';
import type { PurchaseFact } from '../../shared/purchases/purchase.fact.ts';
import { id, integer, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const putFrozen = defineWrite({
  name: 'offers.put-frozen',
  sql: 'INSERT INTO purchase_promotion (purchase_pk, frozen) VALUES (@purchasePk, @frozen)',
  params: { purchasePk: integer, frozen: text },
});

const putUse = defineWrite({
  name: 'offers.put-use',
  sql: `INSERT INTO offer_use (purchase_pk, use_no, offer_pk, version, uses, discount_minor, points)
        VALUES (@purchasePk, @useNo, (SELECT offer_pk FROM offer WHERE id = @offerId), @version, @uses, @discountMinor, @points)`,
  params: {
    purchasePk: integer,
    useNo: integer,
    offerId: id('offer'),
    version: integer,
    uses: integer,
    discountMinor: integer,
    points: integer,
  },
});

const addToSum = defineWrite({
  name: 'offers.add-to-sum',
  sql: `INSERT INTO offer_sum (offer_pk, uses, members, discount_minor, points)
        VALUES ((SELECT offer_pk FROM offer WHERE id = @offerId), @uses, @members, @discountMinor, @points)
        ON CONFLICT (offer_pk) DO UPDATE SET uses = uses + excluded.uses, members = members + excluded.members,
          discount_minor = discount_minor + excluded.discount_minor, points = points + excluded.points`,
  params: { offerId: id('offer'), uses: integer, members: integer, discountMinor: integer, points: integer },
});

const addToMember = defineWrite({
  name: 'offers.add-to-member',
  sql: `INSERT INTO offer_member_sum (offer_pk, member_pk, uses)
        VALUES ((SELECT offer_pk FROM offer WHERE id = @offerId), (SELECT member_pk FROM member WHERE id = @memberId), @uses)
        ON CONFLICT (offer_pk, member_pk) DO UPDATE SET uses = uses + excluded.uses`,
  params: { offerId: id('offer'), memberId: id('member'), uses: integer },
});

const usesOfId = defineQuery({
  name: 'offers.uses-of-id',
  sql: `SELECT uses FROM offer_member_sum
        WHERE offer_pk = (SELECT offer_pk FROM offer WHERE id = @offerId) AND member_pk = (SELECT member_pk FROM member WHERE id = @memberId)`,
  params: { offerId: id('offer'), memberId: id('member') },
  row: { uses: integer },
});

/** Counts a member's use, and says by how many the members that have had the offer became more. */
function countForMember(db: WriteDb, { offerId, uses }: OfferUse, memberId: Id<'member'> | null): number {
  if (!memberId || uses === 0) return 0;
  const before = usesOfId.get(db, { offerId, memberId })?.uses ?? 0;
  addToMember.run(db, { offerId, memberId, uses });
  return Number(before + uses > 0) - Number(before > 0);
}

/** Writes what a purchase had of offers or gave back, and keeps the sums by which limits are looked up. */
export function writePromotion(db: WriteDb, purchasePk: number, fact: PurchaseFact): void {
  if (fact.promotion) putFrozen.run(db, { purchasePk, frozen: JSON.stringify(fact.promotion) });
  for (const [index, use] of (fact.offerUses ?? []).entries()) {
    putUse.run(db, { ...use, purchasePk, useNo: index + 1 });
    addToSum.run(db, { ...use, members: countForMember(db, use, fact.memberId) });
  }
}
