import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraseMember } from '../fixtures/erase.ts';
import { rowsOf } from '../fixtures/rows.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';
import { liveADay } from './live-a-day.ts';
import { anyAct, type Day } from './random-acts.ts';

/** More of them in `npm run test:long`. */
const DAYS = Number(process.env.REGULARS_DAYS ?? 25);
const anyDay = fc.array(anyAct, { minLength: 5, maxLength: 40, size: 'max' });

const SUMS = ['purchase', 'purchase_line', 'tender', 'points_entry', 'points_lot', 'lot_holding', 'member_summary'];
/** What an erasure empties: a replay numbers the rest of it anew. */
const NAMING = ['member', 'member_card'];

function expectSumsToOutlive(erasure: () => void, { shop }: Day): void {
  const sums = () => SUMS.map((table) => rowsOf(shop.store.db, table));
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
        expectReplay(db);
        const forgotten = day.members[who % Math.max(1, day.members.length)];
        if (forgotten) expectSumsToOutlive(() => eraseMember(day.shop, forgotten), day);
        db.close();
      }),
      { numRuns: DAYS },
    );
  });
});
