import { addDays, addMonths, dayNumber, startOfDate } from '../../shared/kernel/instant.ts';
import type { Condition } from '../../shared/lists/conditions.ts';
import { birthdayCodesBetween } from '../../shared/members/birthday.ts';
import type { MemberField } from '../../shared/members/member-fields.ts';
import { CONSENT_PURPOSES } from '../../shared/members/profile.ts';
import { integer, text } from '../kernel/codec.ts';
import { type Clause, clause } from '../kernel/define-filtered.ts';
import { amountSql, choiceSql, daySql, type FieldSql, flagSql, fragmentsOf, notOf } from '../lists/fragments.ts';

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

/** Each field of the member list over the columns of member_summary. */
const fieldsIn = (zone: string): Readonly<Record<MemberField, FieldSql>> => ({
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
  lastVisit: daySql('last_visit_day', dayNumber),
  enrolled: daySql('listed_enrolled_at_ms', (date) => startOfDate(date, zone)),
  birthday: birthdaySql,
  consent: consentSql,
  hasName: flagSql('has_name = 1'),
  hasPhone: flagSql('has_phone = 1'),
  hasEmail: flagSql('has_email = 1'),
  hasCard: flagSql('has_card = 1'),
});

export const MEMBER_FRAGMENTS = fragmentsOf(fieldsIn('UTC'));

/** The clauses of a filter. `today` is the store's calendar date, `zone` its IANA zone. */
export function memberClauses(conditions: readonly Condition[], today: string, zone: string): Clause[] {
  const fields: Readonly<Record<string, FieldSql>> = fieldsIn(zone);
  return conditions.map((condition) => fields[condition.field]?.clauseOf(condition, today) ?? notOf(condition));
}
