import type { Id } from '../../shared/kernel/id.ts';
import { idText, integer } from '../kernel/codec.ts';
import { type ReadDb, transaction } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';

/**
 * A store of any size for the benchmarks, written by SQL alone: the rows are those that the use cases would write, but
 * no fact is in the change log. For measuring only.
 */

const TABLES = [
  'member',
  'member_identity',
  'member_summary',
  'member_card',
  'consent_event',
  'purchase',
  'purchase_line',
  'tender',
  'points_lot',
  'points_entry',
  'lot_holding',
];

interface IndexRow {
  readonly name: string;
  readonly sql: string;
}

/** Drops the indexes that can be made again, runs `work`, and makes them: an index is built in order, not row by row. */
function indexLater({ raw }: ReadDb, work: () => void): void {
  const indexes = raw
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(TABLES)) as IndexRow[];
  for (const { name } of indexes) raw.exec(`DROP INDEX ${name}`);
  work();
  for (const { sql } of indexes) raw.exec(sql);
}

/** Every third member comes late, when the indexes stand. */
const SERIES = `WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < @members),
  series (n) AS (SELECT n FROM counted WHERE (n % 3 = 0) = @late)`;
/** A UUIDv7 whose time follows `n`, so that the ids sort as they would have been made. */
const uuid = (salt: number) =>
  `unhex(printf('%012x', 1600000000000 + n * 4 + ${salt}) || '7' || printf('%03x', n % 4096) || '8' || substr(hex(randomblob(8)), 1, 15))`;
const DAY = `date('2026-11-20', '-' || (n * 7919 % 700) || ' days')`;
const AT_MS = `(1795000000000 - (n * 7919 % 700) * 86400000)`;
/** As mixed as a shop's: what a list is filtered by must leave some out. */
const TIER = `CASE WHEN n % 20 = 0 THEN 'gold' WHEN n % 7 = 0 THEN 'silver' ELSE 'member' END`;
const STATUS = `CASE WHEN n % 100 = 3 THEN 'suspended' ELSE 'active' END`;
const SOURCE = `CASE n % 4 WHEN 0 THEN 'till' WHEN 1 THEN 'online' WHEN 2 THEN 'wechat' ELSE 'import' END`;
const GENDER = `CASE n % 3 WHEN 0 THEN 'female' WHEN 1 THEN 'male' END`;
const MONTH = '(1 + n * 31 % 12)';
const DAY_OF_MONTH = '(1 + n * 17 % 28)';
const ENROLLED_AT_MS = '(1600000000000 + n * 1000)';
/** Offers by text message, agreed to. */
const CONSENTED = 'n % 3 = 0';

const HLC = `printf('%012x-0000', 1600000000000 + n)`;

const fills = [
  [
    'members',
    `${SERIES} INSERT INTO member (member_pk, id, home_store_pk, status, tier, enrolled_at_ms, source, stamps)
     SELECT n, ${uuid(0)}, 1, ${STATUS}, ${TIER}, ${ENROLLED_AT_MS}, ${SOURCE}, '{"0174876e8000-0000 s":["name","phone"]}' FROM series`,
  ],
  [
    'identities',
    `${SERIES} INSERT INTO member_identity (member_pk, name, phone, gender, birthday, phone_last4, pinyin, initials, visit_day)
     SELECT n, bench_name.name, printf('+861%010d', n * 7919 % 10000000000), ${GENDER},
       json_object('calendar', 'solar', 'month', ${MONTH}, 'day', ${DAY_OF_MONTH}, 'year', NULL, 'leapMonth', json('false')),
       printf('%04d', n * 7919 % 10000), bench_name.pinyin, bench_name.initials, 20000 - (n * 7919 % 700)
     FROM series JOIN bench_name ON bench_name.name_pk = (n * 2654435761 % 4294967296 >> 8) % (SELECT count(*) FROM bench_name) + 1`,
  ],
  [
    'summaries',
    `${SERIES} INSERT INTO member_summary (member_pk, purchases, net_minor, first_purchase_date, last_purchase_date, balance_points,
       last_visit_day, listed_status, listed_tier, listed_source, listed_store_pk, listed_enrolled_at_ms, listed_gender, birthday_code,
       has_name, has_phone, has_card, consents)
     SELECT n, 1, 3000 + n % 5000, ${DAY}, ${DAY}, 30 + n % 50,
       20777 - (n * 7919 % 700), ${STATUS}, ${TIER}, ${SOURCE}, 1, ${ENROLLED_AT_MS}, ${GENDER}, ${MONTH} * 100 + ${DAY_OF_MONTH},
       1, 1, 1, CASE WHEN ${CONSENTED} THEN 8 ELSE 0 END FROM series`,
  ],
  [
    'consents',
    `${SERIES} INSERT INTO consent_event (id, member_pk, purpose, given, notice_version, channel, store_pk, at_ms, hlc)
     SELECT ${uuid(4)}, n, 'marketing-sms', 1, '1', 'till', 1, ${ENROLLED_AT_MS}, '0174876e8000-0000' FROM series WHERE ${CONSENTED}`,
  ],
  [
    'cards',
    `${SERIES} INSERT INTO member_card (card_pk, id, member_pk, number, state, issued_at_ms, hlc)
     SELECT n, ${uuid(1)}, n, printf('88%09d', n), 'active', 1600000000000, '0174876e8000-0000' FROM series`,
  ],
  [
    'purchases',
    `${SERIES} INSERT INTO purchase (purchase_pk, id, entry_kind, state, store_pk, till_pk, receipt_number, receipt_counter, member_pk, channel,
       currency, zone, cutover_minutes, business_date, occurred_at_ms, hlc, gross_minor, discount_minor, net_minor, tax_minor, points_paid_minor,
       points_earned, points_redeemed, programme_version)
     SELECT n, ${uuid(2)}, 'sale', 'completed', 1, 1, printf('B-T1-%06d', n), n, n, 'till', 'CNY', 'Asia/Shanghai', 240, ${DAY}, ${AT_MS}, ${HLC},
       3000 + n % 5000, 0, 3000 + n % 5000, 0, 0, 30 + n % 50, 0, 1 FROM series`,
  ],
  [
    'lines',
    `${SERIES} INSERT INTO purchase_line (purchase_pk, line_no, sku, name, unit, quantity_thousandths, unit_price_minor, gross_minor, discount_minor,
       net_minor, tax_rate_bp, tax_minor, points_earned)
     SELECT n, line_no, 'SKU', '商品', 'piece', 1000, 1000, 1000, 0, 1000, 1300, 115, 10
     FROM series, (SELECT 1 AS line_no UNION ALL SELECT 2 UNION ALL SELECT 3)`,
  ],
  [
    'tenders',
    `${SERIES} INSERT INTO tender (purchase_pk, tender_no, kind, amount_minor, change_minor)
     SELECT n, 1, 'wechat-pay', 3000 + n % 5000, 0 FROM series`,
  ],
  [
    'lots',
    `${SERIES} INSERT INTO points_lot (lot_pk, source, issued_points, earned_at_ms, available_at_ms, expires_at_ms)
     SELECT n, 'purchase', 30 + n % 50, ${AT_MS}, ${AT_MS}, 1900000000000 FROM series`,
  ],
  [
    'entries',
    `${SERIES} INSERT INTO points_entry (entry_pk, id, kind, member_pk, lot_pk, holder_pk, points, debt_points, act_id, purchase_pk, at_ms, hlc, business_date)
     SELECT n, ${uuid(3)}, 'earn', n, n, 1, 30 + n % 50, 0, purchase.id, n, ${AT_MS}, ${HLC}, ${DAY} FROM series JOIN purchase ON purchase_pk = n`,
  ],
  [
    'holdings',
    `${SERIES} INSERT INTO lot_holding (member_pk, lot_pk, holder_pk, held_points) SELECT n, n, 1, 30 + n % 50 FROM series`,
  ],
] as const;

const fillWrites = fills.map(([name, sql]) =>
  defineWrite({ name: `bench.fill-${name}`, sql, params: { members: integer, late: integer } }),
);

const putCounter = defineWrite({
  name: 'bench.put-receipt-counter',
  sql: 'UPDATE till SET receipt_counter = @members',
  params: { members: integer },
});

export interface BenchName {
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
}

/** Fills a store that was just made with `members` members, a purchase of three lines and a lot of points each. */
export function fillLargeStore(db: ReadDb, members: number, names: readonly BenchName[]): void {
  db.raw.pragma('foreign_keys = OFF');
  db.raw.exec('CREATE TEMP TABLE bench_name (name_pk INTEGER PRIMARY KEY, name TEXT, pinyin TEXT, initials TEXT)');
  const put = db.raw.prepare('INSERT INTO bench_name (name, pinyin, initials) VALUES (?, ?, ?)');
  db.raw.transaction(() => {
    for (const { name, pinyin, initials } of names) put.run(name, pinyin, initials);
  })();
  const fill = (late: 0 | 1) => {
    for (const write of fillWrites) transaction(db, (tx) => void write.run(tx, { members, late }));
  };
  // An index that is built in order has no room left, and every sale of a regular splits a page of each. In a store that
  // is lived in pages are three quarters full: so are they when half as many rows come after it.
  indexLater(db, () => fill(0));
  fill(1);
  transaction(db, (tx) => void putCounter.run(tx, { members }));
  db.raw.exec('DROP TABLE bench_name');
  db.raw.pragma('foreign_keys = ON');
  db.raw.pragma('wal_checkpoint(TRUNCATE)');
}

const CATEGORIES = 40;
const PRODUCTS = 2000;
const COUNT_TO = (last: number | string) =>
  `WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${last})`;

/** Puts goods of forty categories on the lines that were sold. Returns the id of a category. */
export function fillGoods(db: ReadDb): Id<'category'> {
  indexLater(db, () =>
    db.raw.exec(`
      ${COUNT_TO(CATEGORIES)} INSERT INTO category (category_pk, id, owner, version, name)
        SELECT n, ${uuid(5)}, 'bench', 1, 'category ' || n FROM counted;
      ${COUNT_TO(PRODUCTS)} INSERT INTO product (product_pk, id, owner, version, sku, name, category_pk, unit, price_minor, tax_rate_bp, status, pinyin, initials)
        SELECT n, ${uuid(6)}, 'bench', 1, 'SKU' || n, 'product ' || n, 1 + n % ${CATEGORIES}, 'piece', 1000, 1300, 'active', '', '' FROM counted;
      UPDATE purchase_line SET product_pk = 1 + (purchase_pk * 7919 + line_no * 104729) % ${PRODUCTS};`),
  );
  db.raw.pragma('wal_checkpoint(TRUNCATE)');
  return idText(db.raw.prepare('SELECT id FROM category LIMIT 1').pluck().get() as Uint8Array);
}

/** Puts every member into an arm of one campaign, with what they bought. Returns its key. */
export function fillCampaign(db: ReadDb): number {
  const { raw } = db;
  const campaignPk = raw
    .prepare(
      `INSERT INTO campaign (id, owner, version, state, from_date, last_date, budget_minor, control_bp)
       VALUES (randomblob(16), 'bench', 1, 'live', '2026-11-01', '2026-11-30', 100000, 1000)`,
    )
    .run().lastInsertRowid as number;
  const partPk = raw
    .prepare('INSERT INTO campaign_part (id, campaign_pk, members, controls) VALUES (randomblob(16), ?, 1, 0)')
    .run(campaignPk).lastInsertRowid as number;
  raw
    .prepare(
      `INSERT INTO campaign_member (campaign_pk, member_pk, part_pk, is_control, before_minor, sales_minor, margin_minor, purchases)
       SELECT ?, member_pk, ?, member_pk % 10 = 0, member_pk * 7919 % 9000, member_pk * 104729 % 12000, member_pk * 104729 % 3000, member_pk % 2
       FROM member_summary ORDER BY member_pk`,
    )
    .run(campaignPk, partPk);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  return campaignPk;
}

/** Lets the windows of some tiers and the time of as many lots end before a business date, as they do day by day. */
export function endSome(db: ReadDb, date: string, dayStartMs: number, some: number): void {
  db.raw
    .prepare('UPDATE points_lot SET expires_at_ms = @dayStartMs WHERE lot_pk % 1000 < 3 AND lot_pk <= 400 * @some')
    .run({ dayStartMs, some });
  db.raw
    .prepare(
      `UPDATE tier_change SET ends_on = date(@date, '-1 day'), review_on = @date
       WHERE change_pk IN (SELECT change_pk FROM tier_change WHERE review_on IS NOT NULL LIMIT @some)`,
    )
    .run({ date, some });
  db.raw
    .prepare(
      `UPDATE tier_standing SET review_on = @date
       WHERE change_pk IN (SELECT change_pk FROM tier_change WHERE review_on = @date)`,
    )
    .run({ date });
}
