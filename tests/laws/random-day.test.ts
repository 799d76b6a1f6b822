import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraseMember } from '../fixtures/erase.ts';
import { rowsOf } from '../fixtures/rows.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';
import { liveADay } from './live-a-day.ts';
import { anyAct } from './random-acts.ts';

const RUNS = Number(process.env.REGULARS_DAYS ?? 25);
const anyDay = fc.array(anyAct, { minLength: 5, maxLength: 40, size: 'max' });
const MONEY = ['purchase', 'purchase_line', 'tender', 'points_entry', 'points_lot', 'lot_holding', 'member_summary'];
/** What an erasure empties: a replay numbers the rest of it anew. */
const NAMING = ['member', 'member_card'];

describe('after any day of acts', () => {
  it('the ledger, the lots, the summaries and the log agree, and a replay makes the same store', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(), (acts, who) => {
        const { shop, members } = liveADay(acts);
        const { db } = shop.store;
        expectLaws(db);
        expectReplay(db);
        const forgotten = members[who % Math.max(1, members.length)];
        if (forgotten) {
          const before = MONEY.map((table) => rowsOf(db, table));
          eraseMember(shop, forgotten);
          expect(MONEY.map((table) => rowsOf(db, table))).toEqual(before);
          expectLaws(db);
          expectReplay(db, NAMING);
        }
        db.close();
      }),
      { numRuns: RUNS },
    );
  });
});
