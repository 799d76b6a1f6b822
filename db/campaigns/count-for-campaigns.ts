import { DAYS_BEFORE } from '../../shared/campaigns/windows.ts';
import type { PurchaseFact } from '../../shared/purchases/purchase.fact.ts';
import { flag, id, integer, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { SAME_PERSON } from '../members/same-person.ts';

/** The day that an entry counts for: what comes back or is voided takes from the day on which it was sold. */
const DAY =
  'ifnull((SELECT business_date FROM purchase AS sold WHERE sold.purchase_pk = bought.original_pk), bought.business_date)';
/** A line's margin: net of its tax and of what its goods cost. `cost_minor` is for a whole piece or kilogram. */
const MARGIN = 'net_minor - tax_minor - cost_minor * quantity_thousandths / 1000';
const ofLines = (what: string) =>
  `(SELECT ifnull(sum(${what}), 0) FROM purchase_line WHERE purchase_line.purchase_pk = bought.purchase_pk)`;
const FIGURES = `bought.net_minor AS sales, ${ofLines(`CASE WHEN cost_minor IS NULL THEN 0 ELSE ${MARGIN} END`)} AS margin,
          ${ofLines('CASE WHEN cost_minor IS NULL THEN net_minor ELSE 0 END')} AS uncosted,
          CASE bought.entry_kind WHEN 'sale' THEN 1 WHEN 'void' THEN -1 ELSE 0 END AS purchases`;
const BEFORE = `date(from_date, '-${DAYS_BEFORE} days')`;

/**
 * The campaigns that a purchase counts for: in each the arm of the id that bought, else that of another id of the same
 * person. Members who were merged keep the arms that their ids were put into.
 */
const countedBy = defineQuery({
  name: 'campaigns.counted-by',
  sql: `SELECT campaign_member.campaign_pk AS campaignPk, campaign_member.member_pk AS memberPk, is_control AS isControl,
          day, day >= from_date AS isDuring
        FROM (SELECT bought.member_pk AS buyer_pk, ${DAY} AS day FROM purchase AS bought WHERE bought.purchase_pk = @purchasePk)
          JOIN campaign_member ON campaign_member.member_pk IN ${SAME_PERSON} JOIN campaign USING (campaign_pk)
        WHERE day BETWEEN ${BEFORE} AND last_date
        ORDER BY campaignPk, campaign_member.member_pk = buyer_pk DESC, memberPk`,
  params: { purchasePk: integer, memberId: id('member') },
  row: { campaignPk: integer, memberPk: integer, isControl: flag, day: text, isDuring: flag },
});

const figuresOf = defineQuery({
  name: 'campaigns.figures-of-purchase',
  sql: `SELECT ${FIGURES} FROM purchase AS bought WHERE bought.purchase_pk = @purchasePk`,
  params: { purchasePk: integer },
  row: { sales: integer, margin: integer, uncosted: integer, purchases: integer },
});

const addBefore = defineWrite({
  name: 'campaigns.add-before',
  sql: `UPDATE campaign_member SET before_minor = before_minor + @sales
        WHERE campaign_pk = @campaignPk AND member_pk = @memberPk`,
  params: { campaignPk: integer, memberPk: integer, sales: integer },
});

const addDuring = defineWrite({
  name: 'campaigns.add-during',
  sql: `UPDATE campaign_member SET sales_minor = sales_minor + @sales, margin_minor = margin_minor + @margin,
          uncosted_minor = uncosted_minor + @uncosted, purchases = purchases + @purchases
        WHERE campaign_pk = @campaignPk AND member_pk = @memberPk`,
  params: {
    campaignPk: integer,
    memberPk: integer,
    sales: integer,
    margin: integer,
    uncosted: integer,
    purchases: integer,
  },
});

const addToDay = defineWrite({
  name: 'campaigns.add-to-day',
  sql: `INSERT INTO campaign_day (campaign_pk, business_date, is_control, sales_minor, purchases)
        VALUES (@campaignPk, @day, @isControl, @sales, @purchases)
        ON CONFLICT (campaign_pk, business_date, is_control) DO UPDATE SET
          sales_minor = sales_minor + excluded.sales_minor, purchases = purchases + excluded.purchases`,
  params: { campaignPk: integer, day: text, isControl: flag, sales: integer, purchases: integer },
});

type Figures = NonNullable<ReturnType<typeof figuresOf.get>>;
type Counted = ReturnType<typeof countedBy.all>[number];

function add(db: WriteDb, { isDuring, ...to }: Counted, figures: Figures): void {
  if (!isDuring) return void addBefore.run(db, { ...to, ...figures });
  addDuring.run(db, { ...to, ...figures });
  addToDay.run(db, { ...to, ...figures });
}

/** Adds a purchase, with its lines written, to what its member bought before or in each campaign. Most are in none. */
export function countForCampaigns(db: WriteDb, purchasePk: number, { memberId }: PurchaseFact): void {
  if (!memberId) return;
  const counted = countedBy.all(db, { purchasePk, memberId });
  const figures = counted.length > 0 ? figuresOf.get(db, { purchasePk }) : undefined;
  if (!figures) return;
  for (const [at, one] of counted.entries()) if (one.campaignPk !== counted[at - 1]?.campaignPk) add(db, one, figures);
}

/** What a member of a campaign bought in the days that count, until now. */
const boughtAlready = defineQuery({
  name: 'campaigns.bought-already',
  sql: `SELECT campaign_member.member_pk AS memberPk, is_control AS isControl, ${DAY} AS day, ${DAY} >= from_date AS isDuring, ${FIGURES}
        FROM campaign JOIN campaign_member USING (campaign_pk) JOIN purchase AS bought ON bought.member_pk IN ${SAME_PERSON}
        WHERE campaign_pk = @campaignPk AND campaign_member.member_pk = (SELECT member_pk FROM member WHERE id = @memberId)
          AND bought.business_date >= ${BEFORE} AND ${DAY} BETWEEN ${BEFORE} AND last_date`,
  params: { campaignPk: integer, memberId: id('member') },
  row: {
    memberPk: integer,
    isControl: flag,
    day: text,
    isDuring: flag,
    sales: integer,
    margin: integer,
    uncosted: integer,
    purchases: integer,
  },
});

/** Counts what a member who comes into a campaign has bought already. */
export function countBoughtAlready(db: WriteDb, campaignPk: number, memberId: PurchaseFact['memberId']): void {
  if (!memberId) return;
  for (const { memberPk, isControl, day, isDuring, ...figures } of boughtAlready.all(db, { campaignPk, memberId }))
    add(db, { campaignPk, memberPk, isControl, day, isDuring }, figures);
}
