import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idBytes } from '../../db/kernel/codec.ts';
import { memberCard } from '../../electron/features/members/member-card.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { rowsOf, summedRows } from '../fixtures/rows.ts';
import type { Day } from './acts/act.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';
import { liveADay } from './live-a-day.ts';
import { anyAct } from './random-acts.ts';

/** More of them in `npm run test:long`. */
const DAYS = Number(process.env.REGULARS_DAYS ?? 25);
const anyDay = fc.array(anyAct, { minLength: 5, maxLength: 40, size: 'max' });

const SUMS = ['purchase', 'purchase_line', 'tender', 'points_entry', 'points_lot', 'lot_holding'];
/** What an erasure empties: a replay numbers the rest of it anew. */
const NAMING = ['member', 'member_card', 'member_standing'];

/** What a member can spend is what the lots hold less the debt, and every screen and the till's decision say the same. */
function expectAvailableAgreed({ shop: { store, nowMs, ids, clerkId }, members }: Day): void {
  for (const memberId of members) {
    const lots = store.db.raw
      .prepare(
        `SELECT ifnull(sum(held_points), 0) FROM lot_holding JOIN points_lot USING (lot_pk)
         WHERE member_pk IN (SELECT one.member_pk FROM member AS asked JOIN member AS one
             ON ifnull(one.canonical_pk, one.member_pk) = ifnull(asked.canonical_pk, asked.member_pk) WHERE asked.id = ?)
           AND (available_at_ms <= ? OR available_at_ms <= earned_at_ms) AND ifnull(expires_at_ms, 9e15) > ?`,
      )
      .pluck()
      .get(idBytes(memberId), nowMs, nowMs) as number;
    const card = memberCard(store, memberId, nowMs);
    const balance = pointsOfMember(store, memberId, nowMs)?.balance;
    const free = Math.max(0, lots - (card?.debtPoints ?? 0));
    const isActive = card?.status === 'active';
    const expected = { availablePoints: isActive ? free : 0, withheldPoints: isActive ? 0 : free };
    expect(card).toMatchObject(expected);
    expect(balance).toMatchObject({ ...expected, withheldBecause: isActive ? null : card?.status });
    const redeem = (points: number) =>
      redeemPoints(store, { redemptionId: ids(), memberId, points, reward: 'all of it' }, clerkId, nowMs, ids);
    expect(redeem(free + 1)).toMatchObject(
      isActive ? { reason: 'insufficient-points', details: { availablePoints: free } } : { reason: 'member-blocked' },
    );
    const spends = isActive && free > 0;
    expect(spends ? redeem(free) : { ok: true }).toMatchObject({ ok: true });
    expect(memberCard(store, memberId, nowMs)?.availablePoints).toBe(0);
  }
  expectLaws(store.db);
}

function expectSumsToOutlive(erasure: () => void, { shop }: Day): void {
  const sums = () => [summedRows(shop.store.db), ...SUMS.map((table) => rowsOf(shop.store.db, table))];
  const before = sums();
  erasure();
  expect(sums()).toEqual(before);
  expectLaws(shop.store.db);
  expectReplay(shop.store.db, NAMING);
}

describe('after any day of acts', () => {
  it('the ledger, the lots, the summaries and the log agree, and a replay makes the same store', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(), (acts, who) => {
        const day = liveADay(acts);
        const { db } = day.shop.store;
        expectLaws(db);
        expectAvailableAgreed(day);
        expectReplay(db);
        const forgotten = day.members[who % Math.max(1, day.members.length)];
        if (forgotten) expectSumsToOutlive(() => eraseMember(day.shop, forgotten), day);
        db.close();
      }),
      { numRuns: DAYS },
    );
  });
});
