import { rfmCutsSchema } from '../../shared/analysis/rfm.ts';
import { valueReportSchema } from '../../shared/analysis/value-report.ts';
import { id, integer, json, nullable, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { MAY_BE_PROFILED, RFM_CODE } from './rfm-code.ts';

/** How many members there are, have bought something, and may not be profiled. */
export const countForValue = defineQuery({
  name: 'value.count',
  sql: `SELECT count(*) AS members, count(*) FILTER (WHERE purchases > 0 AND ${MAY_BE_PROFILED}) AS buyers,
          count(*) FILTER (WHERE NOT (${MAY_BE_PROFILED})) AS leftOut
        FROM member_summary NOT INDEXED WHERE is_listed = 1`,
  params: {},
  row: { members: integer, buyers: integer, leftOut: integer },
});

/** What the members did who bought something and may be profiled. */
export const buyersForValue = defineQuery({
  name: 'value.buyers',
  sql: `SELECT member_pk AS memberPk, last_visit_day AS lastDay,
          CAST(julianday(first_purchase_date) - 2440587.5 AS INTEGER) AS firstDay, purchases, net_minor AS netMinor
        FROM member_summary NOT INDEXED WHERE is_listed = 1 AND purchases > 0 AND ${MAY_BE_PROFILED}`,
  params: {},
  row: { memberPk: integer, lastDay: integer, firstDay: integer, purchases: integer, netMinor: integer },
});

const reckoning = {
  asOfDay: integer,
  atMs: integer,
  cuts: nullable(json(rfmCutsSchema)),
  report: nullable(json(valueReportSchema)),
};

/** The last reckoning. */
export const valueReckoning = defineQuery({
  name: 'value.reckoning',
  sql: 'SELECT as_of_day AS asOfDay, at_ms AS atMs, cuts, report FROM value_reckoning',
  params: {},
  row: reckoning,
});

/** Takes the place of the one before. */
export const putValueReckoning = defineWrite({
  name: 'value.put-reckoning',
  sql: `INSERT OR REPLACE INTO value_reckoning (only_pk, as_of_day, at_ms, cuts, report)
        VALUES (1, @asOfDay, @atMs, @cuts, @report)`,
  params: reckoning,
});

/** The RFM of these members who are in the list of all and may be profiled, by the keys of the persons. */
export const rfmOfMembers = defineQuery({
  name: 'value.rfm-of-members',
  sql: `SELECT member_summary.member_pk AS memberPk, member.id AS memberId, ${RFM_CODE} AS code
        FROM json_each(@pks) AS wanted CROSS JOIN member_summary ON member_summary.member_pk = wanted.value
          JOIN member ON member.member_pk = member_summary.member_pk
        WHERE is_listed = 1 AND code IS NOT NULL`,
  params: { pks: text },
  row: { memberPk: integer, memberId: id('member'), code: integer },
});

/** The RFM of one member, under whichever id of the person. */
export const rfmOfMember = defineQuery({
  name: 'value.rfm-of-member',
  sql: `SELECT ${RFM_CODE} AS code, (SELECT at_ms FROM value_reckoning) AS atMs
        FROM member JOIN member_summary ON member_summary.member_pk = ifnull(canonical_pk, member.member_pk)
        WHERE member.id = @memberId AND is_listed = 1`,
  params: { memberId: id('member') },
  row: { code: nullable(integer), atMs: nullable(integer) },
});

export const valueReckonedAt = defineQuery({
  name: 'value.reckoned-at',
  sql: 'SELECT at_ms AS atMs FROM value_reckoning',
  params: {},
  row: { atMs: integer },
});
