import { type Rfm, rfmCodes, segmentOf } from '../../shared/analysis/rfm.ts';
import { addDays, addMonths, dayNumber, startOfDate } from '../../shared/kernel/instant.ts';
import type { Condition } from '../../shared/lists/conditions.ts';
import { birthdayCodesBetween } from '../../shared/members/birthday.ts';
import type { MemberField } from '../../shared/members/member-fields.ts';
import { CONSENT_PURPOSES } from '../../shared/members/profile.ts';
import { type CustomName, customKey, isCustomName } from '../../shared/members/profile-values.ts';
import { RFM_CODE } from '../analysis/rfm-code.ts';
import { integer, text } from '../kernel/codec.ts';
import { anyOf, type Clause, clause, type Fragment, unless } from '../kernel/define-filtered.ts';
import { amountSql, choiceSql, daySql, type FieldSql, flagSql, fragmentsOf, notOf } from '../lists/fragments.ts';
import { IN_LIST } from './in-list.ts';
import { SAME_PERSON_AS_SUMMARY } from './same-person.ts';

const lastOfMonth = (month: string): string => addDays(addMonths(`${month}-01`, 1), -1);
const wholeMonth = (month: string) => [`${month}-01`, lastOfMonth(month)] as const;

/** The days in which a birthday is looked for. */
function birthdayDays(condition: Condition, today: string): readonly [string, string] {
  switch (condition.is) {
    case 'today':
      return [today, today];
    case 'next-7-days':
      return [today, addDays(today, 6)];
    case 'this-month':
      return wholeMonth(today.slice(0, 7));
    case 'next-month':
      return wholeMonth(addMonths(today, 1).slice(0, 7));
    case 'in-month':
      return wholeMonth(`${today.slice(0, 4)}-${String(condition.month).padStart(2, '0')}`);
    default:
      return notOf(condition);
  }
}

const birthday = {
  among: { sql: 'birthday_code IN (SELECT value FROM json_each(@codes))', params: { codes: text } },
};
const birthdaySql: FieldSql = {
  fragments: birthday,
  clauseOf: (condition, today) =>
    clause(birthday.among, { codes: JSON.stringify(birthdayCodesBetween(...birthdayDays(condition, today))) }),
};

/** As member_summary.consents holds them. */
const CONSENT_CODES = { 'not-asked': 0, withdrawn: 1, given: 2 } as const;
const consent = {
  is: { sql: '(consents >> @shift) & 3 = @code', params: { shift: integer, code: integer } },
};
const consentSql: FieldSql = {
  fragments: consent,
  clauseOf: (condition) =>
    'purpose' in condition
      ? clause(consent.is, {
          shift: 2 * CONSENT_PURPOSES.indexOf(condition.purpose),
          code: CONSENT_CODES[condition.is],
        })
      : notOf(condition),
};

const besides = <F extends Readonly<Record<string, Fragment>>>(fragments: F) =>
  Object.fromEntries(Object.entries(fragments).map(([is, fragment]) => [is, { ...fragment, isBeside: true }])) as F;

/** What a member has in a field of the store's own. It stands apart from the summary: each member is looked up. */
const OWN = '(SELECT custom ->> @key FROM member_identity AS own WHERE own.member_pk = member_summary.member_pk)';
const key = { key: text };
const own = besides({
  'any-of': { sql: `${OWN} IN (SELECT value FROM json_each(@values))`, params: { ...key, values: text } },
  'none-of': {
    sql: `ifnull(${OWN} NOT IN (SELECT value FROM json_each(@values)), 1)`,
    params: { ...key, values: text },
  },
  contains: { sql: `instr(lower(${OWN}), lower(@text)) > 0`, params: { ...key, text } },
  'not-given': { sql: `${OWN} IS NULL`, params: key },
  'at-least': { sql: `CAST(${OWN} AS INTEGER) >= @value`, params: { ...key, value: integer } },
  'at-most': { sql: `CAST(${OWN} AS INTEGER) <= @value`, params: { ...key, value: integer } },
  'from-to': { sql: `CAST(${OWN} AS INTEGER) BETWEEN @from AND @to`, params: { ...key, from: integer, to: integer } },
  before: { sql: `${OWN} < @date`, params: { ...key, date: text } },
  since: { sql: `${OWN} >= @date`, params: { ...key, date: text } },
  between: { sql: `${OWN} BETWEEN @first AND @last`, params: { ...key, first: text, last: text } },
});

function ownClause(condition: Condition, field: CustomName, today: string): Clause {
  const of = { key: customKey(field) };
  switch (condition.is) {
    case 'any-of':
    case 'none-of':
      return clause(own[condition.is], { ...of, values: JSON.stringify(condition.values) });
    case 'contains':
      return clause(own.contains, { ...of, text: condition.text });
    case 'at-least':
    case 'at-most':
      return clause(own[condition.is], { ...of, value: condition.value });
    case 'from-to':
      return clause(own['from-to'], { ...of, from: condition.from, to: condition.to });
    case 'more-than-days-ago':
      return clause(own.before, { ...of, date: addDays(today, -condition.days) });
    case 'within-days':
      return clause(own.since, { ...of, date: addDays(today, -condition.days) });
    case 'between':
      return clause(own.between, { ...of, first: condition.from, last: condition.to });
    case 'never':
    case 'not-given':
      return clause(own['not-given'], of);
    default:
      return notOf(condition);
  }
}

/** By the solar calendar to the day; of a birthday by the moon only the year is counted. */
const AGE = '@year - birth_year - (birthday_code % 10000 > @monthDay)';
const age = amountSql(AGE, {
  params: { year: integer, monthDay: integer },
  valuesOn: (today) => ({ year: Number(today.slice(0, 4)), monthDay: Number(today.slice(5, 7) + today.slice(8)) }),
});

/** Of a member's purchases in the twelve months up to today, under all ids that stand for the person. */
const ofYear = (what: string) =>
  amountSql(
    `(SELECT ${what} FROM purchase WHERE purchase.member_pk IN ${SAME_PERSON_AS_SUMMARY} AND business_date > @since)`,
    { params: { since: text }, valuesOn: (today) => ({ since: addMonths(today, -12) }), isBeside: true },
  );

/**
 * Goods of these categories, in a sale that stands, whatever came back of it; under all ids of the person. Whoever came
 * last before it bought nothing since. From a member's sales to their lines and no other way: from the products, whose
 * index SQLite would rather use, every sale of each would be gone through for every member.
 */
const BOUGHT = `last_visit_day >= @sinceDay AND EXISTS (SELECT 1 FROM purchase CROSS JOIN purchase_line USING (purchase_pk)
  WHERE purchase.member_pk IN ${SAME_PERSON_AS_SUMMARY} AND business_date >= @since AND entry_kind = 'sale' AND state = 'completed'
    AND +product_pk IN (SELECT product_pk FROM json_each(@categories) AS chosen
      JOIN category ON category.id = unhex(replace(chosen.value, '-', '')) JOIN product USING (category_pk)))`;
const boughtParams = { since: text, sinceDay: integer, categories: text };
const bought = {
  'bought-within': { sql: BOUGHT, params: boughtParams, isBeside: true },
  'not-bought-within': { sql: `NOT (${BOUGHT})`, params: boughtParams, isBeside: true },
};
const boughtSql: FieldSql = {
  fragments: bought,
  clauseOf: (condition, today) =>
    condition.is === 'bought-within' || condition.is === 'not-bought-within'
      ? clause(bought[condition.is], {
          since: addDays(today, -condition.days),
          sinceDay: dayNumber(addDays(today, -condition.days)),
          categories: JSON.stringify(condition.values),
        })
      : notOf(condition),
};

const rfm = {
  'any-of': { sql: `${RFM_CODE} IN (SELECT value FROM json_each(@codes))`, params: { codes: text } },
  'none-of': { sql: `ifnull(${RFM_CODE} NOT IN (SELECT value FROM json_each(@codes)), 1)`, params: { codes: text } },
};
/** What a member's RFM says, `said`, is one of the values: asked by the codes of which that is true. */
const rfmSql = (said: (rfm: Rfm) => string): FieldSql => ({
  fragments: rfm,
  clauseOf: (condition) =>
    condition.is === 'any-of' || condition.is === 'none-of'
      ? clause(rfm[condition.is], { codes: JSON.stringify(rfmCodes((each) => condition.values.includes(said(each)))) })
      : notOf(condition),
});

/** Each field of the member list over the columns of member_summary. */
const fieldsIn = (zone: string): Readonly<Record<Exclude<MemberField, 'audience'>, FieldSql>> => ({
  tier: choiceSql('listed_tier'),
  status: choiceSql('listed_status'),
  source: choiceSql('listed_source'),
  gender: choiceSql('listed_gender'),
  homeStore: choiceSql(
    'listed_store_pk',
    `SELECT store_pk FROM store JOIN json_each(@values) AS chosen ON store.id = unhex(replace(chosen.value, '-', ''))`,
  ),
  balance: amountSql('balance_points'),
  debt: amountSql('debt_points'),
  purchases: amountSql('purchases'),
  netSales: amountSql('net_minor'),
  averageBasket: amountSql('net_minor / nullif(purchases, 0)'),
  yearPurchases: ofYear(`count(*) FILTER (WHERE entry_kind = 'sale' AND state = 'completed')`),
  yearSales: ofYear('ifnull(sum(net_minor), 0)'),
  lastVisit: daySql('last_visit_day', dayNumber),
  firstVisit: daySql('ifnull(julianday(first_purchase_date) - 2440587.5, 0)', dayNumber),
  enrolled: daySql('listed_enrolled_at_ms', (date) => startOfDate(date, zone)),
  rfmSegment: rfmSql(segmentOf),
  rfmRecency: rfmSql(({ r }) => String(r)),
  rfmFrequency: rfmSql(({ f }) => String(f)),
  rfmMoney: rfmSql(({ m }) => String(m)),
  bought: boughtSql,
  birthday: birthdaySql,
  age,
  consent: consentSql,
  hasName: flagSql('has_name = 1'),
  hasPhone: flagSql('has_phone = 1'),
  hasEmail: flagSql('has_email = 1'),
  hasCard: flagSql('has_card = 1'),
});

export const MEMBER_FRAGMENTS = {
  ...fragmentsOf(fieldsIn('UTC')),
  ...Object.fromEntries(Object.entries(own).map(([is, fragment]) => [`own ${is}`, fragment])),
  'audience list': IN_LIST,
};

/** When and where a filter is asked. */
export interface Asked {
  /** The store's calendar date. */
  readonly today: string;
  /** Its IANA zone. */
  readonly zone: string;
  /** Holds for who is in an audience. */
  readonly inAudience: (audienceId: string) => Clause;
}

function audienceClause(condition: Condition, { inAudience }: Asked): Clause {
  if (!('values' in condition)) return notOf(condition);
  const inAny = anyOf(condition.values.map(inAudience));
  return condition.is === 'any-of' ? inAny : unless(inAny);
}

/** The clauses of a filter. */
export function memberClauses(conditions: readonly Condition[], asked: Asked): Clause[] {
  const fields: Readonly<Record<string, FieldSql>> = fieldsIn(asked.zone);
  return conditions.map((condition) => {
    const { field } = condition;
    if (field === 'audience') return audienceClause(condition, asked);
    return isCustomName(field)
      ? ownClause(condition, field, asked.today)
      : (fields[field]?.clauseOf(condition, asked.today) ?? notOf(condition));
  });
}
