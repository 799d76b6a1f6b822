import { z } from 'zod';
import { birthdaySchema, MEMBER_STATUSES, TIERS } from '../../shared/members/profile.ts';
import { NIGHT_STEPS, nightCountsSchema, nightFailureSchema } from '../../shared/nightly/night.ts';
import { tierLadderSchema } from '../../shared/tiers/ladder.ts';
import { id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const run = {
  date: text,
  startedAtMs: integer,
  endedAtMs: nullable(integer),
  step: oneOf(NIGHT_STEPS),
  cursor: text,
  throughPurchasePk: integer,
  ladder: json(tierLadderSchema),
  counts: json(nightCountsSchema),
  failures: json(z.array(nightFailureSchema)),
};
const RUN = `SELECT business_date AS date, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs, step, at_cursor AS cursor,
          through_purchase_pk AS throughPurchasePk, ladder, counts, failures FROM nightly_run`;

/** The nights, the newest first. */
export const nights = defineQuery({
  name: 'nightly.nights',
  sql: `${RUN} ORDER BY business_date DESC LIMIT @limit`,
  params: { limit: integer },
  row: run,
});

export const putNight = defineWrite({
  name: 'nightly.put',
  sql: `INSERT INTO nightly_run (business_date, started_at_ms, ended_at_ms, step, at_cursor, through_purchase_pk, ladder, counts, failures)
        VALUES (@date, @startedAtMs, @endedAtMs, @step, @cursor, @throughPurchasePk, @ladder, @counts, @failures)
        ON CONFLICT (business_date) DO UPDATE SET started_at_ms = excluded.started_at_ms, ended_at_ms = excluded.ended_at_ms,
          step = excluded.step, at_cursor = excluded.at_cursor, through_purchase_pk = excluded.through_purchase_pk,
          ladder = excluded.ladder, counts = excluded.counts, failures = excluded.failures`,
  params: run,
});

export const newestMemberPk = defineQuery({
  name: 'nightly.newest-member',
  sql: 'SELECT ifnull(max(member_pk), 0) AS memberPk FROM member',
  params: {},
  row: { memberPk: integer },
});

const slice = { afterPk: integer, untilPk: integer };

/** Active members of a slice who stand for themselves, with what the summary holds of all that they ever bought. */
export const membersToCount = defineQuery({
  name: 'nightly.members-to-count',
  sql: `SELECT member_summary.member_pk AS cursorPk, member.id AS memberId, listed_tier AS tier, net_minor AS netMinor, purchases
        FROM member_summary JOIN member USING (member_pk)
        WHERE member_summary.member_pk > @afterPk AND member_summary.member_pk <= @untilPk
          AND is_listed = 1 AND listed_status = 'active' AND purchases > 0
        ORDER BY member_summary.member_pk`,
  params: slice,
  row: { cursorPk: integer, memberId: id('member'), tier: oneOf(TIERS), netMinor: integer, purchases: integer },
});

/** The purchases of a slice that have a member. */
export const buyersAfter = defineQuery({
  name: 'nightly.buyers-after',
  sql: `SELECT purchase_pk AS cursorPk, member.id AS memberId FROM purchase JOIN member USING (member_pk)
        WHERE purchase_pk > @afterPk AND purchase_pk <= @untilPk ORDER BY purchase_pk`,
  params: slice,
  row: { cursorPk: integer, memberId: id('member') },
});

/** Members of a slice whose tier no change told of: it was given by hand, or brought along. */
export const untoldTiers = defineQuery({
  name: 'nightly.untold-tiers',
  sql: `SELECT member_summary.member_pk AS cursorPk, member.id AS memberId
        FROM member_summary JOIN member USING (member_pk)
          LEFT JOIN tier_standing ON tier_standing.member_pk = member_summary.member_pk LEFT JOIN tier_change USING (change_pk)
        WHERE member_summary.member_pk > @afterPk AND member_summary.member_pk <= @untilPk
          AND is_listed = 1 AND listed_tier <> 'member' AND to_tier IS NOT listed_tier
        ORDER BY member_summary.member_pk`,
  params: slice,
  row: { cursorPk: integer, memberId: id('member') },
});

/** Whose window and grace are over, from behind a day and a member on. */
export const tiersToReview = defineQuery({
  name: 'nightly.tiers-to-review',
  sql: `SELECT tier_standing.review_on AS reviewOn, tier_standing.member_pk AS cursorPk, member.id AS memberId
        FROM tier_standing JOIN member USING (member_pk)
        WHERE review_on <= @date AND (review_on, tier_standing.member_pk) > (@afterDate, @afterPk)
        ORDER BY review_on, tier_standing.member_pk LIMIT @limit`,
  params: { date: text, afterDate: text, afterPk: integer, limit: integer },
  row: { reviewOn: text, cursorPk: integer, memberId: id('member') },
});

/** What this store holds of lots that are over by an instant, of a slice of members. */
export const lotsOver = defineQuery({
  name: 'nightly.lots-over',
  sql: `SELECT lot_holding.member_pk AS cursorPk, points_entry.id AS lotId, member.id AS memberId, held_points AS heldPoints
        FROM lot_holding JOIN points_lot USING (lot_pk) JOIN points_entry ON points_entry.entry_pk = lot_holding.lot_pk
          JOIN member ON member.member_pk = lot_holding.member_pk
        WHERE lot_holding.member_pk > @afterPk AND lot_holding.member_pk <= @untilPk AND expires_at_ms <= @throughMs
          AND lot_holding.holder_pk = (SELECT store_pk FROM store WHERE id = @holderId)
        ORDER BY lot_holding.member_pk, lot_holding.lot_pk`,
  params: { ...slice, throughMs: integer, holderId: id('store') },
  row: { cursorPk: integer, lotId: id('lot'), memberId: id('member'), heldPoints: integer },
});

/** Points that waited and can be spent from within an interval on, of a slice of members. */
export const pointsReleased = defineQuery({
  name: 'nightly.points-released',
  sql: `SELECT ifnull(sum(held_points), 0) AS points FROM lot_holding JOIN points_lot USING (lot_pk)
        WHERE member_pk > @afterPk AND member_pk <= @untilPk AND available_at_ms > @fromMs AND available_at_ms <= @throughMs
          AND available_at_ms > earned_at_ms`,
  params: { ...slice, fromMs: integer, throughMs: integer },
  row: { points: integer },
});

/** Active members of a slice, at home in this store, whose birthday has one of these codes (a JSON list). */
export const birthdaysIn = defineQuery({
  name: 'nightly.birthdays',
  sql: `SELECT member_summary.member_pk AS cursorPk, member.id AS memberId, listed_tier AS tier, listed_status AS status, birthday
        FROM member_summary JOIN member USING (member_pk) JOIN member_identity USING (member_pk)
        WHERE member_summary.member_pk > @afterPk AND member_summary.member_pk <= @untilPk
          AND birthday_code IN (SELECT value FROM json_each(@codes)) AND is_listed = 1 AND listed_status = 'active'
          AND listed_store_pk = (SELECT store_pk FROM store WHERE id = @storeId)
        ORDER BY member_summary.member_pk`,
  params: { ...slice, codes: text, storeId: id('store') },
  row: {
    cursorPk: integer,
    memberId: id('member'),
    tier: oneOf(TIERS),
    status: oneOf(MEMBER_STATUSES),
    birthday: json(birthdaySchema),
  },
});

export const entryKnown = defineQuery({
  name: 'nightly.entry-known',
  sql: 'SELECT entry_pk AS entryPk FROM points_entry WHERE id = @entryId',
  params: { entryId: id('points-entry') },
  row: { entryPk: integer },
});
