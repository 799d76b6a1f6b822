import { id, integer, nullable, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

/** Writes a basket as it is now: at a till, or put aside (`tillId` null). */
export const putBasket = defineWrite({
  name: 'open-baskets.put',
  sql: `INSERT INTO open_basket (purchase_id, till_pk, member_pk, saved_at_ms, saved_by_pk, basket)
        VALUES (@purchaseId, (SELECT till_pk FROM till WHERE id = @tillId), (SELECT member_pk FROM member WHERE id = @memberId),
                @savedAtMs, (SELECT staff_pk FROM staff WHERE id = @savedById), @basket)
        ON CONFLICT (purchase_id) DO UPDATE SET till_pk = excluded.till_pk, member_pk = excluded.member_pk,
          saved_at_ms = excluded.saved_at_ms, saved_by_pk = excluded.saved_by_pk, basket = excluded.basket`,
  params: {
    purchaseId: id('purchase'),
    tillId: nullable(id('till')),
    memberId: nullable(id('member')),
    savedAtMs: integer,
    savedById: nullable(id('staff')),
    basket: text,
  },
});

const BASKET = `SELECT purchase_id AS purchaseId, till.id AS tillId, saved_at_ms AS savedAtMs, basket
        FROM open_basket LEFT JOIN till USING (till_pk)`;
const basketRow = { purchaseId: id('purchase'), tillId: nullable(id('till')), savedAtMs: integer, basket: text };

export const openBasket = defineQuery({
  name: 'open-baskets.by-purchase',
  sql: `${BASKET} WHERE purchase_id = @purchaseId`,
  params: { purchaseId: id('purchase') },
  row: basketRow,
});

export const basketAtTill = defineQuery({
  name: 'open-baskets.at-till',
  sql: `${BASKET} WHERE till_pk = (SELECT till_pk FROM till WHERE id = @tillId)`,
  params: { tillId: id('till') },
  row: basketRow,
});

/** The baskets that were put aside, the last one first. */
export const heldBaskets = defineQuery({
  name: 'open-baskets.held',
  sql: `SELECT purchase_id AS purchaseId, member_identity.name, member_identity.phone, saved_at_ms AS heldAtMs,
          staff.name AS heldBy, json_array_length(basket, '$.lines') AS lineCount
        FROM open_basket LEFT JOIN member_identity USING (member_pk) LEFT JOIN staff ON staff.staff_pk = saved_by_pk
        WHERE till_pk IS NULL ORDER BY saved_at_ms DESC, basket_pk DESC`,
  params: {},
  row: {
    purchaseId: id('purchase'),
    name: nullable(text),
    phone: nullable(text),
    heldAtMs: integer,
    heldBy: nullable(text),
    lineCount: integer,
  },
});

/** Takes a basket that was put aside to a till. */
export const takeToTill = defineWrite({
  name: 'open-baskets.take-to-till',
  sql: 'UPDATE open_basket SET till_pk = (SELECT till_pk FROM till WHERE id = @tillId) WHERE purchase_id = @purchaseId',
  params: { purchaseId: id('purchase'), tillId: id('till') },
});

/** A till has one basket: any other that is rung up there is put aside. */
export const putOthersAside = defineWrite({
  name: 'open-baskets.put-others-aside',
  sql: `UPDATE open_basket SET till_pk = NULL
        WHERE till_pk = (SELECT till_pk FROM till WHERE id = @tillId) AND purchase_id <> @purchaseId`,
  params: { purchaseId: id('purchase'), tillId: id('till') },
});

/** A basket put aside without lines is nothing to come back to. */
export const dropEmptyBaskets = defineWrite({
  name: 'open-baskets.drop-empty',
  sql: `DELETE FROM open_basket WHERE till_pk IS NULL AND json_array_length(basket, '$.lines') = 0`,
  params: {},
});

export const dropBasket = defineWrite({
  name: 'open-baskets.drop',
  sql: 'DELETE FROM open_basket WHERE purchase_id = @purchaseId',
  params: { purchaseId: id('purchase') },
});
