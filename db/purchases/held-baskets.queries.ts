import { id, integer, nullable, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

export const putHeldBasket = defineWrite({
  name: 'held-baskets.put',
  sql: `INSERT INTO held_basket (id, label, member_pk, held_at_ms, held_by_pk, basket)
        VALUES (@basketId, @label, (SELECT member_pk FROM member WHERE id = @memberId), @heldAtMs,
                (SELECT staff_pk FROM staff WHERE id = @heldById), @basket)
        ON CONFLICT (id) DO NOTHING`,
  params: {
    basketId: id('basket'),
    label: nullable(text),
    memberId: nullable(id('member')),
    heldAtMs: integer,
    heldById: nullable(id('staff')),
    basket: text,
  },
});

export const heldBaskets = defineQuery({
  name: 'held-baskets.all',
  sql: `SELECT held_basket.id AS basketId, member.id AS memberId, label, held_at_ms AS heldAtMs, staff.name AS heldBy,
          json_array_length(basket, '$.lines') AS lineCount
        FROM held_basket LEFT JOIN member USING (member_pk) LEFT JOIN staff ON staff.staff_pk = held_by_pk ORDER BY basket_pk DESC`,
  params: {},
  row: {
    basketId: id('basket'),
    memberId: nullable(id('member')),
    label: nullable(text),
    heldAtMs: integer,
    heldBy: nullable(text),
    lineCount: integer,
  },
});

export const heldBasket = defineQuery({
  name: 'held-baskets.by-id',
  sql: 'SELECT basket FROM held_basket WHERE id = @basketId',
  params: { basketId: id('basket') },
  row: { basket: text },
});

export const dropHeldBasket = defineWrite({
  name: 'held-baskets.drop',
  sql: 'DELETE FROM held_basket WHERE id = @basketId',
  params: { basketId: id('basket') },
});
