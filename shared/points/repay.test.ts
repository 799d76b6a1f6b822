import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { type EntryOfAct, repayEntries } from './repay.ts';

const entry: EntryOfAct = {
  memberId: 'own' as Id<'member'>,
  holderId: 'store' as Id<'store'>,
  actId: 'act' as Id<'act'>,
  purchaseId: null,
  atMs: 0,
  businessDate: '2026-03-15',
  programmeVersion: null,
  reason: null,
  staffId: null,
  approvedById: null,
};
const lotId = 'lot' as Id<'lot'>;
let made = 0;
const ids = <N extends string>() => `id-${++made}` as Id<N>;
const debts = fc.uniqueArray(
  fc.record({ memberId: fc.constantFrom('own', 'b', 'c'), points: fc.integer({ min: 1, max: 300 }) }),
  { selector: ({ memberId }) => memberId },
);

describe('a repayment', () => {
  it('takes from the lot exactly what the debts lose, no more than there is or is owed', () => {
    fc.assert(
      fc.property(debts, fc.nat(500), (owed, points) => {
        const entries = repayEntries(entry, lotId, points, owed as never, ids);
        const taken = 0 - entries.reduce((sum, one) => sum + one.points, 0);
        const repaid = 0 - entries.reduce((sum, one) => sum + one.debtPoints, 0);
        expect(taken).toBe(repaid);
        expect(taken).toBe(
          Math.min(
            points,
            owed.reduce((sum, debt) => sum + debt.points, 0),
          ),
        );
        for (const { memberId, points: limit } of owed) {
          const less = 0 - entries.reduce((sum, one) => sum + (one.memberId === memberId ? one.debtPoints : 0), 0);
          expect(less).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  it('pays the own debt first, and of another id in two entries: whose lot pays and who owed', () => {
    const other = { memberId: 'b' as Id<'member'>, points: 30 };
    const own = { memberId: 'own' as Id<'member'>, points: 50 };
    const entries = repayEntries(entry, lotId, 60, [other, own], ids);
    expect(entries.map(({ memberId, points, debtPoints }) => [memberId, points, debtPoints])).toEqual([
      ['own', -50, -50],
      ['own', -10, 0],
      ['b', 0, -10],
    ]);
  });
});
