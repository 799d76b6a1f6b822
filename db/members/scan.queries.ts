import { z } from 'zod';
import { BANDS, DUPLICATE_REASONS } from '../../shared/members/duplicates.ts';
import { birthdaySchema } from '../../shared/members/profile.ts';
import { FLAWS } from '../../shared/members/quality.ts';
import { id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

/** What of a person is compared and rated. */
const PERSON = `SELECT member.member_pk AS memberPk, ifnull(canonical_pk, member.member_pk) AS canonicalPk, name, pinyin, phone, email,
          wechat_id AS wechatId, birthday, gender, address, stamps, visit_day AS visitDay,
          (SELECT json_group_array(number) FROM member_card WHERE member_card.member_pk = member.member_pk) AS cards
        FROM member JOIN member_identity USING (member_pk)`;
const person = {
  memberPk: integer,
  /** The member that this id stands for. */
  canonicalPk: integer,
  name: nullable(text),
  pinyin: nullable(text),
  phone: nullable(text),
  email: nullable(text),
  wechatId: nullable(text),
  birthday: nullable(json(birthdaySchema)),
  gender: nullable(text),
  address: nullable(text),
  stamps: text,
  visitDay: integer,
  cards: json(z.array(z.string())),
};

/** Everybody on file by key, a slice at a time, also ids that stand for another: their old phone may be enrolled anew. */
export const peopleAfter = defineQuery({
  name: 'members.people-after',
  sql: `${PERSON} WHERE member.member_pk > @afterPk AND status NOT IN ('erased', 'removed') ORDER BY member.member_pk LIMIT @limit`,
  params: { afterPk: integer, limit: integer },
  row: person,
});

export const personByPk = defineQuery({
  name: 'members.person-by-pk',
  sql: `${PERSON} WHERE member.member_pk = @memberPk`,
  params: { memberPk: integer },
  row: person,
});

export const countPeople = defineQuery({
  name: 'members.count-people',
  sql: 'SELECT count(*) AS total FROM member_identity',
  params: {},
  row: { total: integer },
});

export const lastScan = defineQuery({
  name: 'member-scan.last',
  sql: 'SELECT scan, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs, figures FROM member_scan',
  params: {},
  row: { scan: integer, startedAtMs: integer, endedAtMs: integer, figures: text },
});

/** From here on the pairs and flaws of this scan are those that are shown. */
export const putScan = defineWrite({
  name: 'member-scan.put',
  sql: `INSERT INTO member_scan (one, scan, started_at_ms, ended_at_ms, figures) VALUES (1, @scan, @startedAtMs, @endedAtMs, @figures)
        ON CONFLICT (one) DO UPDATE SET scan = excluded.scan, started_at_ms = excluded.started_at_ms,
          ended_at_ms = excluded.ended_at_ms, figures = excluded.figures`,
  params: { scan: integer, startedAtMs: integer, endedAtMs: integer, figures: text },
});

export const putPair = defineWrite({
  name: 'duplicate-pairs.put',
  sql: `INSERT INTO duplicate_pair (scan, first_pk, second_pk, group_no, centibits, band, reasons)
        VALUES (@scan, @firstPk, @secondPk, @groupNo, @centibits, @band, @reasons) ON CONFLICT DO NOTHING`,
  params: {
    scan: integer,
    firstPk: integer,
    secondPk: integer,
    groupNo: integer,
    centibits: integer,
    band: oneOf(BANDS),
    reasons: json(z.array(z.enum(DUPLICATE_REASONS))),
  },
});

export const putFlaw = defineWrite({
  name: 'member-flaws.put',
  sql: `INSERT INTO member_flaw (scan, flaw, position, member_pk) VALUES (@scan, @flaw, @position, @memberPk)`,
  params: { scan: integer, flaw: oneOf(FLAWS), position: integer, memberPk: integer },
});

/** Some of what other scans left. Run until nothing is left; small, so that a till that waits goes on. */
export const dropOtherPairs = defineWrite({
  name: 'duplicate-pairs.drop-others',
  sql: `DELETE FROM duplicate_pair WHERE (scan, first_pk, second_pk) IN (
          SELECT scan, first_pk, second_pk FROM duplicate_pair WHERE scan <> @scan LIMIT 500)`,
  params: { scan: integer },
});
export const dropOtherFlaws = defineWrite({
  name: 'member-flaws.drop-others',
  sql: `DELETE FROM member_flaw WHERE (scan, flaw, position) IN (
          SELECT scan, flaw, position FROM member_flaw WHERE scan <> @scan LIMIT 500)`,
  params: { scan: integer },
});

/**
 * Pairs of the last scan that are still to be looked at: not yet one person, not told apart, nobody erased. Each with the
 * members that its ids stand for by now.
 */
const OPEN_PAIRS = `SELECT group_no, centibits, band, reasons, ifnull(one.canonical_pk, one.member_pk) AS first_pk,
          ifnull(other.canonical_pk, other.member_pk) AS second_pk
        FROM duplicate_pair JOIN member AS one ON one.member_pk = duplicate_pair.first_pk
        JOIN member AS other ON other.member_pk = duplicate_pair.second_pk
        LEFT JOIN member_distinct ON low_pk = duplicate_pair.first_pk AND high_pk = duplicate_pair.second_pk AND is_distinct = 1
        WHERE scan = (SELECT scan FROM member_scan) AND low_pk IS NULL
          AND ifnull(one.canonical_pk, one.member_pk) <> ifnull(other.canonical_pk, other.member_pk)
          AND one.status NOT IN ('erased', 'removed') AND other.status NOT IN ('erased', 'removed')`;

/** Groups in the order of their surest pair, a window of them; `band` narrows to groups whose surest pair is in it ('' to all). */
export const openGroups = defineQuery({
  name: 'duplicate-pairs.open-groups',
  sql: `SELECT group_no AS groupNo, max(centibits) AS centibits, band, count(*) OVER () AS total FROM (${OPEN_PAIRS})
        GROUP BY group_no HAVING @band = '' OR band = @band ORDER BY max(centibits) DESC, group_no LIMIT @limit OFFSET @offset`,
  params: { band: text, limit: integer, offset: integer },
  row: { groupNo: integer, centibits: integer, band: oneOf(BANDS), total: integer },
});

/** How many groups there are to look at, by band. */
export const openBands = defineQuery({
  name: 'duplicate-pairs.open-bands',
  sql: `SELECT band, count(*) AS groups FROM (SELECT band, max(centibits) FROM (${OPEN_PAIRS}) GROUP BY group_no) GROUP BY band`,
  params: {},
  row: { band: oneOf(BANDS), groups: integer },
});

export const pairsOfGroup = defineQuery({
  name: 'duplicate-pairs.of-group',
  sql: `SELECT first.id AS firstId, second.id AS secondId, centibits, open.band, open.reasons
        FROM (${OPEN_PAIRS} AND group_no = @groupNo) AS open
        JOIN member AS first ON first.member_pk = open.first_pk JOIN member AS second ON second.member_pk = open.second_pk
        ORDER BY centibits DESC`,
  params: { groupNo: integer },
  row: {
    firstId: id('member'),
    secondId: id('member'),
    centibits: integer,
    band: oneOf(BANDS),
    reasons: json(z.array(z.enum(DUPLICATE_REASONS))),
  },
});

/** Members with a flaw as of the last scan, in the order in which it is worth mending. */
export const flawedMembers = defineQuery({
  name: 'member-flaws.members',
  sql: `SELECT member.id AS memberId, member_flaw.member_pk AS memberPk FROM member_flaw JOIN member USING (member_pk)
        WHERE scan = (SELECT scan FROM member_scan) AND flaw = @flaw AND status NOT IN ('erased', 'removed') AND canonical_pk IS NULL ORDER BY position`,
  params: { flaw: oneOf(FLAWS) },
  row: { memberId: id('member'), memberPk: integer },
});
