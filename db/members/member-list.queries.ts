import { customValuesSchema } from '../../shared/members/member.facts.ts';
import { MEMBER_STATUSES, SOURCES, TIERS } from '../../shared/members/profile.ts';
import { type Codecs, id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineFiltered } from '../kernel/define-filtered.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { MEMBER_FRAGMENTS } from './member-conditions.ts';

/** By what integer a list is sorted; 0 of `lastVisitDate` is no visit at all. */
const SORT_KEYS = {
  lastVisitDate: 'last_visit_day',
  // To the second: shorter numbers are read faster, and those of one second stand in the order of their keys.
  enrolledAtMs: 'listed_enrolled_at_ms / 1000',
  netMinor: 'net_minor',
  balancePoints: 'balance_points',
  purchases: 'purchases',
  /** In no order of its own: another says it. */
  none: '0',
} as const;
export type MemberSortKey = keyof typeof SORT_KEYS;
export const MEMBER_SORT_KEYS = ['lastVisitDate', 'enrolledAtMs', 'netMinor', 'balancePoints', 'purchases'] as const;

/**
 * The members that a filter leaves, and by what each is sorted, as two JSON lists: a row each would take longer to hand
 * over than to find. Read from the summary alone.
 */
const matches = (key: MemberSortKey) =>
  `json_group_array(member_pk) AS pks, json_group_array(${SORT_KEYS[key]}) AS keys`;
const row = { pks: text, keys: text };

const inRange = (key: MemberSortKey) =>
  defineFiltered(
    {
      name: `members.matches-by-${key}`,
      sql: (where) => `SELECT ${matches(key)} FROM member_summary
        WHERE member_pk > @after AND member_pk <= @through AND is_listed = 1 AND ${where}`,
      params: { after: integer, through: integer },
      row,
    },
    MEMBER_FRAGMENTS,
  );
/** A stretch of keys at a time, so that others have their turn in between. */
export const MATCHES_IN_RANGE = {
  lastVisitDate: inRange('lastVisitDate'),
  enrolledAtMs: inRange('enrolledAtMs'),
  netMinor: inRange('netMinor'),
  balancePoints: inRange('balancePoints'),
  purchases: inRange('purchases'),
  none: inRange('none'),
};

/** Everything by which all members are sorted, as JSON lists, a stretch of keys at a time. */
export const sortKeysInRange = defineQuery({
  name: 'members.sort-keys',
  sql: `SELECT json_group_array(member_pk) AS pks, ${MEMBER_SORT_KEYS.map((key) => `json_group_array(${SORT_KEYS[key]}) AS ${key}`).join(', ')}
        FROM member_summary WHERE member_pk > @after AND member_pk <= @through AND is_listed = 1`,
  params: { after: integer, through: integer },
  row: {
    pks: text,
    lastVisitDate: text,
    enrolledAtMs: text,
    netMinor: text,
    balancePoints: text,
    purchases: text,
  },
});

const amongFound = (key: MemberSortKey) =>
  defineFiltered(
    {
      name: `members.found-matches-by-${key}`,
      sql: (
        where,
      ) => `SELECT ${matches(key)} FROM json_each(@found) AS found CROSS JOIN member_summary ON member_pk = found.value
        WHERE is_listed = 1 AND ${where}`,
      params: { found: text },
      row,
    },
    MEMBER_FRAGMENTS,
  );
/** Among those whom a search found, given in the order of their keys. */
export const MATCHES_AMONG_FOUND = {
  lastVisitDate: amongFound('lastVisitDate'),
  enrolledAtMs: amongFound('enrolledAtMs'),
  netMinor: amongFound('netMinor'),
  balancePoints: amongFound('balancePoints'),
  purchases: amongFound('purchases'),
  none: amongFound('none'),
};

export const lastMemberPk = defineQuery({
  name: 'members.last-pk',
  sql: 'SELECT ifnull(max(member_pk), 0) AS pk FROM member_summary',
  params: {},
  row: { pk: integer },
});

/** How many are in the list. */
export const listedMembers = defineQuery({
  name: 'members.listed',
  sql: 'SELECT count(*) AS members FROM member_summary WHERE is_listed = 1',
  params: {},
  row: { members: integer },
});

/** All who have a name, in its order, straight from the index. */
export const membersInNameOrder = defineQuery({
  name: 'members.in-name-order',
  sql: `SELECT json_group_array(member_pk) AS pks FROM (
          SELECT member_pk FROM member_identity WHERE name IS NOT NULL ORDER BY name, visit_day, member_pk)`,
  params: {},
  row: { pks: text },
});

/** A way in which a search finds members: each its own statement, since putting a hundred thousand of them together is
 * faster outside. */
const finds = <P extends Codecs>(name: string, params: P, where: string, table = 'member_identity') =>
  defineQuery({
    name: `members.all-${name}`,
    sql: `SELECT json_group_array(member_pk) AS pks FROM ${table} WHERE ${where}`,
    params,
    row: { pks: text },
  });
export const FINDS = [
  finds('by-name', { q: text, end: text }, 'name >= @q AND name < @end'),
  finds('by-pinyin', { lower: text, lowerEnd: text }, 'pinyin >= @lower AND pinyin < @lowerEnd'),
  finds('by-initials', { lower: text, lowerEnd: text }, 'initials >= @lower AND initials < @lowerEnd'),
  finds('by-last-4', { q: text }, 'phone_last4 = @q'),
  finds('by-phone', { phone: text }, 'phone = @phone'),
  finds('by-card', { q: text }, 'number = @q', 'member_card'),
];

/** Who was found by an id that was merged is in the list as the member that it stands for. */
export const standingFor = defineQuery({
  name: 'members.standing-for',
  sql: `SELECT member_pk AS mergedPk, canonical_pk AS memberPk FROM member WHERE canonical_pk IS NOT NULL`,
  params: {},
  row: { mergedPk: integer, memberPk: integer },
});

/** What the list shows of some members, in no order. */
export const memberRows = defineQuery({
  name: 'members.rows',
  sql: `SELECT member.member_pk AS memberPk, member.id AS memberId, member_identity.name, phone, tier, member.status, last_purchase_date AS lastVisitDate,
          purchases, net_minor AS netMinor, balance_points AS balancePoints, debt_points AS debtPoints, enrolled_at_ms AS enrolledAtMs,
          source, store.name AS homeStore, custom
        FROM json_each(@pks) AS wanted CROSS JOIN member ON member.member_pk = wanted.value JOIN member_summary USING (member_pk)
        JOIN store ON store.store_pk = home_store_pk LEFT JOIN member_identity USING (member_pk)`,
  params: { pks: text },
  row: {
    memberPk: integer,
    memberId: id('member'),
    name: nullable(text),
    phone: nullable(text),
    tier: oneOf(TIERS),
    status: oneOf(MEMBER_STATUSES),
    lastVisitDate: nullable(text),
    purchases: integer,
    netMinor: integer,
    balancePoints: integer,
    debtPoints: integer,
    enrolledAtMs: integer,
    source: oneOf(SOURCES),
    homeStore: text,
    custom: nullable(json(customValuesSchema)),
  },
});

/** The keys of members that are in the list, in the order of the ids. */
export const pksOfMembers = defineQuery({
  name: 'members.pks-of-ids',
  sql: `SELECT json_group_array(member.member_pk) AS pks FROM json_each(@ids) AS wanted
        CROSS JOIN member ON member.id = unhex(replace(wanted.value, '-', '')) JOIN member_summary USING (member_pk) WHERE is_listed = 1`,
  params: { ids: text },
  row: { pks: text },
});

/** What an act on many has to know of some members; `consent` as member_summary.consents holds it, for the purpose at `@shift`. */
export const bulkMembers = defineQuery({
  name: 'members.for-bulk',
  sql: `SELECT member.id AS memberId, member.status, source, (consents >> @shift) & 3 AS consent
        FROM json_each(@pks) AS wanted CROSS JOIN member ON member.member_pk = wanted.value JOIN member_summary USING (member_pk)
        WHERE is_listed = 1`,
  params: { pks: text, shift: integer },
  row: { memberId: id('member'), status: oneOf(MEMBER_STATUSES), source: oneOf(SOURCES), consent: integer },
});

/** The stores that members come from, to choose among. */
export const homeStores = defineQuery({
  name: 'members.home-stores',
  sql: `SELECT id AS value, name AS words FROM store WHERE kind = 'store' ORDER BY name`,
  params: {},
  row: { value: id('store'), words: text },
});
