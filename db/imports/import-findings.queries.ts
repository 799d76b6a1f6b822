import { z } from 'zod';
import { birthdaySchema, GENDERS, MEMBER_STATUSES, TIERS } from '../../shared/members/profile.ts';
import { bytes, id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

/** Members by their number in the system that a file came from. */
export const membersByExternalId = defineQuery({
  name: 'imports.members-by-external-id',
  sql: `SELECT member_pk AS memberPk FROM member_identity
        WHERE custom IS NOT NULL AND json_extract(custom, '$.externalId') = @externalId LIMIT @limit`,
  params: { externalId: text, limit: integer },
  row: { memberPk: integer },
});

/** The member that an id stands for: itself, or the one that it was merged into. */
export const canonicalMember = defineQuery({
  name: 'imports.canonical-member',
  sql: 'SELECT ifnull(canonical_pk, member_pk) AS memberPk FROM member WHERE member_pk = @memberPk',
  params: { memberPk: integer },
  row: { memberPk: integer },
});

/** Everything of a member that a row can change. */
export const memberToChange = defineQuery({
  name: 'imports.member-to-change',
  sql: `SELECT member.id AS memberId, status, tier, debt_points AS debtPoints, name, phone, email, gender, birthday, address, note,
          wechat_id AS wechatId, custom
        FROM member JOIN member_summary USING (member_pk) JOIN member_identity USING (member_pk) WHERE member_pk = @memberPk`,
  params: { memberPk: integer },
  row: {
    memberId: id('member'),
    status: oneOf(MEMBER_STATUSES),
    tier: oneOf(TIERS),
    debtPoints: integer,
    name: nullable(text),
    phone: nullable(text),
    email: nullable(text),
    gender: nullable(oneOf(GENDERS)),
    birthday: nullable(json(birthdaySchema)),
    address: nullable(text),
    note: nullable(text),
    wechatId: nullable(text),
    custom: nullable(json(z.record(z.string(), z.string()))),
  },
});

/** What is left of an opening balance: the points of its own entries, an undo included. No row: there is none of this id. */
export const openingLeft = defineQuery({
  name: 'imports.opening-left',
  sql: `SELECT sum(entry.points) AS points FROM points_entry AS opened
        CROSS JOIN points_entry AS entry ON entry.member_pk = opened.member_pk AND entry.lot_pk = opened.entry_pk
        WHERE opened.id = @openingId AND entry.kind = 'opening'
        HAVING count(*) > 0`,
  params: { openingId: id('points-entry') },
  row: { points: integer },
});

/** Another system's receipt that is here and stands. */
export const importedReceipt = defineQuery({
  name: 'imports.receipt',
  sql: `SELECT id AS purchaseId FROM purchase
        WHERE till_pk IN (SELECT till_pk FROM till) AND receipt_number = @receiptNumber AND entry_kind IN ('sale', 'return')
          AND state = 'completed' AND NOT EXISTS (SELECT 1 FROM purchase AS back WHERE back.original_pk = purchase.purchase_pk AND back.channel = 'import')
        LIMIT 1`,
  params: { receiptNumber: text },
  row: { purchaseId: id('purchase') },
});

/** A purchase that stands: neither imported and taken back since, nor what took one back. */
const STANDS = `NOT (purchase.channel = 'import' AND (purchase.state = 'voided' OR purchase.original_pk IS NOT NULL
  OR EXISTS (SELECT 1 FROM purchase AS back WHERE back.original_pk = purchase.purchase_pk AND back.channel = 'import')))`;

/** Whether anything but this import had to do with a member: 1 or 0 each. */
export const memberUse = defineQuery({
  name: 'imports.member-use',
  sql: `SELECT EXISTS (SELECT 1 FROM purchase WHERE purchase.member_pk = member.member_pk AND ${STANDS}) AS bought,
          EXISTS (SELECT 1 FROM points_entry WHERE points_entry.member_pk = member.member_pk AND act_id <> @importId) AS usedPoints,
          EXISTS (SELECT 1 FROM consent_event WHERE consent_event.member_pk = member.member_pk AND NOT (channel = 'import'
              AND consent_event.at_ms = (SELECT started_at_ms FROM import_run WHERE import_run.import_pk = @importPk)))
            OR EXISTS (SELECT 1 FROM member_alias WHERE (member_alias.member_pk = member.member_pk OR member_alias.canonical_pk = member.member_pk)
              AND undone_at_ms IS NULL)
            OR EXISTS (SELECT 1 FROM open_basket WHERE open_basket.member_pk = member.member_pk)
            OR EXISTS (SELECT 1 FROM audience_member WHERE audience_member.member_pk = member.member_pk AND is_in = 1)
            OR EXISTS (SELECT 1 FROM product_request WHERE product_request.member_pk = member.member_pk)
            OR EXISTS (SELECT 1 FROM member AS other WHERE other.referred_by = member.id) AS used,
          EXISTS (SELECT 1 FROM change_log WHERE subject = member.id AND change_pk > ifnull((
            SELECT last_pk FROM import_act WHERE import_act.import_pk = @importPk AND first_pk <= change_pk
            ORDER BY first_pk DESC LIMIT 1), 0)) AS changed
        FROM member WHERE member.id = @memberId`,
  params: { memberId: id('member'), importId: id('import'), importPk: integer },
  row: { bought: integer, usedPoints: integer, used: integer, changed: integer },
});

/** What of a lot is still held here by whoever holds it, and by whom. */
export const lotHeld = defineQuery({
  name: 'imports.lot-held',
  sql: `SELECT held_points AS heldPoints FROM lot_holding
        WHERE member_pk = (SELECT member_pk FROM member WHERE id = @memberId)
          AND lot_pk = (SELECT entry_pk FROM points_entry WHERE id = @lotId)
          AND holder_pk = (SELECT store_pk FROM store WHERE id = @holderId)`,
  params: { memberId: id('member'), lotId: id('lot'), holderId: id('store') },
  row: { heldPoints: integer },
});

export const memberStamps = defineQuery({
  name: 'imports.member-stamps',
  sql: 'SELECT stamps, status FROM member WHERE id = @memberId',
  params: { memberId: id('member') },
  row: { stamps: text, status: oneOf(MEMBER_STATUSES) },
});

/** What was written of a member before a change, newest first. */
export const earlierFactsOfMember = defineQuery({
  name: 'imports.earlier-member-facts',
  sql: `SELECT body FROM change_log WHERE subject = @memberId AND kind = 'member' AND op = 'put' AND change_pk < @beforePk AND body IS NOT NULL
        ORDER BY change_pk DESC`,
  params: { memberId: id('member'), beforePk: integer },
  row: { body: bytes },
});

export const earlierFactOfCard = defineQuery({
  name: 'imports.earlier-card-fact',
  sql: `SELECT body FROM change_log WHERE subject = @memberId AND kind = 'member-card' AND id = @cardId AND change_pk < @beforePk
          AND body IS NOT NULL ORDER BY change_pk DESC LIMIT 1`,
  params: { memberId: id('member'), cardId: id('member-card'), beforePk: integer },
  row: { body: bytes },
});

export const earlierFactOfProduct = defineQuery({
  name: 'imports.earlier-product-fact',
  sql: `SELECT body FROM change_log WHERE kind = 'product' AND id = @productId AND change_pk < @beforePk
        ORDER BY change_pk DESC LIMIT 1`,
  params: { productId: id('product'), beforePk: integer },
  row: { body: nullable(bytes) },
});

export const cardState = defineQuery({
  name: 'imports.card-state',
  sql: 'SELECT state FROM member_card WHERE id = @cardId',
  params: { cardId: id('member-card') },
  row: { state: oneOf(['active', 'lost', 'replaced']) },
});

export const productSold = defineQuery({
  name: 'imports.product-sold',
  sql: `SELECT version, EXISTS (SELECT 1 FROM purchase_line JOIN purchase USING (purchase_pk)
            WHERE purchase_line.product_pk = product.product_pk AND ${STANDS}) AS sold,
          EXISTS (SELECT 1 FROM stock_document_line WHERE stock_document_line.product_pk = product.product_pk) AS stocked
        FROM product WHERE product.id = @productId AND product.status <> 'removed'`,
  params: { productId: id('product') },
  row: { version: integer, sold: integer, stocked: integer },
});

export const categoryUsed = defineQuery({
  name: 'imports.category-used',
  sql: `SELECT EXISTS (SELECT 1 FROM product WHERE product.category_pk = category.category_pk)
          OR EXISTS (SELECT 1 FROM category AS child WHERE child.parent_pk = category.category_pk) AS used
        FROM category WHERE id = @categoryId`,
  params: { categoryId: id('category') },
  row: { used: integer },
});

export const purchaseUse = defineQuery({
  name: 'imports.purchase-use',
  sql: `SELECT state, EXISTS (SELECT 1 FROM purchase AS back WHERE back.original_pk = purchase.purchase_pk) AS returned
        FROM purchase WHERE id = @purchaseId`,
  params: { purchaseId: id('purchase') },
  row: { state: oneOf(['completed', 'voided']), returned: integer },
});
