import { REQUEST_STATES } from '../../shared/requests/request.facts.ts';
import { flag, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

const STATE = `ifnull(request_mark.state, 'open')`;

/** The newest requests of a state. Who declined messages about service since, or is no longer on file, waits no more. */
export const requestsInState = defineQuery({
  name: 'requests.in-state',
  sql: `SELECT product_request.id AS requestId, product.id AS productId, ifnull(product.name, text) AS text, product.unit,
          CASE WHEN product.product_pk IS NOT NULL THEN ifnull(on_hand_thousandths, 0) END AS onHandThousandths,
          quantity_thousandths AS quantityThousandths, product_request.note, product_request.at_ms AS atMs, staff.name AS staffName,
          member.id AS memberId, member_identity.name AS memberName, phone,
          tell_member = 1 AND member.status = 'active' AND NOT EXISTS (
            SELECT 1 FROM consent_event JOIN member AS one USING (member_pk)
            WHERE (one.member_pk = member.member_pk OR one.canonical_pk = member.member_pk) AND purpose = 'service-messages'
              AND given = 0 AND consent_event.at_ms >= product_request.at_ms) AS waits
        FROM product_request LEFT JOIN request_mark USING (mark_pk)
        LEFT JOIN product ON product.product_pk = product_request.product_pk
        LEFT JOIN stock_level ON stock_level.product_pk = product.product_pk AND stock_level.store_pk = product_request.store_pk
        LEFT JOIN staff ON staff.staff_pk = product_request.staff_pk
        LEFT JOIN member AS asking ON asking.member_pk = product_request.member_pk
        LEFT JOIN member ON member.member_pk = ifnull(asking.canonical_pk, asking.member_pk)
        LEFT JOIN member_identity ON member_identity.member_pk = member.member_pk
        WHERE ${STATE} = @state ORDER BY product_request.request_pk DESC LIMIT @limit`,
  params: { state: oneOf(REQUEST_STATES), limit: integer },
  row: {
    requestId: id('product-request'),
    productId: nullable(id('product')),
    text,
    unit: nullable(oneOf(['piece', 'kg'])),
    onHandThousandths: nullable(integer),
    quantityThousandths: nullable(integer),
    note: nullable(text),
    atMs: integer,
    staffName: nullable(text),
    memberId: nullable(id('member')),
    memberName: nullable(text),
    phone: nullable(text),
    waits: flag,
  },
});

export const requestCounts = defineQuery({
  name: 'requests.counts',
  sql: `SELECT ${STATE} AS state, count(*) AS requests FROM product_request LEFT JOIN request_mark USING (mark_pk) GROUP BY 1`,
  params: {},
  row: { state: oneOf(REQUEST_STATES), requests: integer },
});

export const requestById = defineQuery({
  name: 'requests.by-id',
  sql: `SELECT product_request.id AS requestId, product.id AS productId, text, quantity_thousandths AS quantityThousandths, product_request.note,
          member.id AS memberId, tell_member AS tellMember
        FROM product_request LEFT JOIN product USING (product_pk) LEFT JOIN member USING (member_pk) WHERE product_request.id = @requestId`,
  params: { requestId: id('product-request') },
  row: {
    requestId: id('product-request'),
    productId: nullable(id('product')),
    text,
    quantityThousandths: nullable(integer),
    note: nullable(text),
    memberId: nullable(id('member')),
    tellMember: flag,
  },
});

/** What is still wanted of a kind, to say how often it was asked for. */
export const openRequestTexts = defineQuery({
  name: 'requests.open-texts',
  sql: `SELECT product.id AS productId, text FROM product_request LEFT JOIN request_mark USING (mark_pk)
        LEFT JOIN product ON product.product_pk = product_request.product_pk
        WHERE ${STATE} <> 'answered' ORDER BY request_pk DESC LIMIT 2000`,
  params: {},
  row: { productId: nullable(id('product')), text },
});

export const markKnown = defineQuery({
  name: 'request-marks.by-id',
  sql: 'SELECT mark_pk AS markPk, state FROM request_mark WHERE id = @markId',
  params: { markId: id('request-mark') },
  row: { markPk: integer, state: oneOf(REQUEST_STATES) },
});

export const requestsMarked = defineQuery({
  name: 'request-marks.requests',
  sql: 'SELECT id AS requestId FROM request_marked JOIN product_request USING (request_pk) WHERE request_marked.mark_pk = @markPk',
  params: { markPk: integer },
  row: { requestId: id('product-request') },
});
