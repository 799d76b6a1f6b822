import { type ProductRequestFact, REQUEST_STATES, type RequestMarkFact } from '../../shared/requests/request.facts.ts';
import { flag, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';

const putRequest = defineWrite({
  name: 'requests.put',
  sql: `INSERT INTO product_request (id, store_pk, till_pk, staff_pk, at_ms, business_date, product_pk, text, quantity_thousandths, note,
          member_pk, tell_member)
        VALUES (@id, (SELECT store_pk FROM store WHERE id = @storeId), (SELECT till_pk FROM till WHERE id = @tillId),
          (SELECT staff_pk FROM staff WHERE id = @staffId), @atMs, @businessDate, (SELECT product_pk FROM product WHERE id = @productId),
          @text, @quantityThousandths, @note, (SELECT member_pk FROM member WHERE id = @memberId), @tellMember)`,
  params: {
    id: id('product-request'),
    storeId: id('store'),
    tillId: id('till'),
    staffId: nullable(id('staff')),
    atMs: integer,
    businessDate: text,
    productId: nullable(id('product')),
    text,
    quantityThousandths: nullable(integer),
    note: nullable(text),
    memberId: nullable(id('member')),
    tellMember: flag,
  },
});
export const writeProductRequest = (db: WriteDb, fact: ProductRequestFact): void => void putRequest.run(db, fact);

const putMark = defineWrite({
  name: 'request-marks.put',
  sql: `INSERT INTO request_mark (id, store_pk, staff_pk, at_ms, state)
        VALUES (@id, (SELECT store_pk FROM store WHERE id = @storeId), (SELECT staff_pk FROM staff WHERE id = @staffId), @atMs, @state)`,
  params: {
    id: id('request-mark'),
    storeId: id('store'),
    staffId: nullable(id('staff')),
    atMs: integer,
    state: oneOf(REQUEST_STATES),
  },
});

const putMarked = defineWrite({
  name: 'request-marks.put-request',
  sql: `INSERT INTO request_marked (mark_pk, request_pk)
        VALUES (@markPk, (SELECT request_pk FROM product_request WHERE id = @requestId))`,
  params: { markPk: integer, requestId: id('product-request') },
});

const markRequest = defineWrite({
  name: 'requests.mark',
  sql: 'UPDATE product_request SET mark_pk = @markPk WHERE id = @requestId',
  params: { markPk: integer, requestId: id('product-request') },
});

export function writeRequestMark(db: WriteDb, fact: RequestMarkFact): void {
  const markPk = putMark.insert(db, fact);
  for (const requestId of fact.requestIds) {
    putMarked.run(db, { markPk, requestId });
    markRequest.run(db, { markPk, requestId });
  }
}
