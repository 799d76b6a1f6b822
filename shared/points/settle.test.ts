import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id, IdSource } from '../kernel/id.ts';
import type { PointsEntryFact } from './points-entry.fact.ts';
import { availablePoints, type HeldLot } from './redeem.ts';
import { type DebtOfLot, type Rest, settleEntries, settlementOf } from './settle.ts';

const NOW = 1_000_000;
let made = 0;
const ids: IdSource = <Noun extends string>() => `id-${made++}` as Id<Noun>;
const act = {
  holderId: 'store' as Id<'store'>,
  actId: 'act' as Id<'act'>,
  purchaseId: null,
  atMs: NOW,
  businessDate: '2026-03-15',
  programmeVersion: 1,
  reason: null,
  staffId: null,
  approvedById: null,
};

const OWNERS = ['an', 'bo'] as Id<'member'>[];
const anyLot: fc.Arbitrary<HeldLot> = fc.record({
  lotId: fc.uuid().map((id) => id as Id<'lot'>),
  ownerId: fc.constantFrom(...OWNERS),
  heldPoints: fc.integer({ min: 1, max: 500 }),
  earnedAtMs: fc.integer({ min: NOW - 900, max: NOW }),
  availableAtMs: fc.integer({ min: NOW - 900, max: NOW + 900 }),
  expiresAtMs: fc.option(fc.integer({ min: NOW - 100, max: NOW + 900 })),
});
const anyAccount = fc.record({
  lots: fc.uniqueArray(anyLot, { maxLength: 6, selector: ({ lotId }) => lotId }),
  debts: fc
    .subarray(OWNERS)
    .chain((owing) =>
      fc.tuple(
        ...owing.map((memberId) =>
          fc
            .integer({ min: 1, max: 900 })
            .map((points): DebtOfLot => ({ memberId, points, lotId: 'owed' as Id<'lot'> })),
        ),
      ),
    ),
});
const anyRest: fc.Arbitrary<Rest> = fc.record({
  points: fc.constantFrom('forfeit', 'keep'),
  debt: fc.constantFrom('write-off', 'keep'),
} as const);

const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);
const owedBy = ({ debts }: { readonly debts: readonly DebtOfLot[] }) => total(debts.map(({ points }) => points));
const moved = (entries: readonly PointsEntryFact[], kind: string) =>
  total(entries.filter((entry) => entry.kind === kind).map(({ points, debtPoints }) => points - debtPoints));

const free = (lots: readonly HeldLot[], debtPoints: number) =>
  availablePoints({ status: 'active', debtPoints, lots }, NOW);

/** What lots and debts hold after the entries. */
function after(
  account: { readonly lots: readonly HeldLot[]; readonly debts: readonly DebtOfLot[] },
  entries: readonly PointsEntryFact[],
) {
  const lots = account.lots.map((lot) => ({
    ...lot,
    heldPoints:
      lot.heldPoints +
      total(
        entries
          .filter(({ lotId, memberId }) => lotId === lot.lotId && memberId === lot.ownerId)
          .map(({ points }) => points),
      ),
  }));
  const debts = account.debts.map((debt) => ({
    ...debt,
    points:
      debt.points +
      total(entries.filter(({ memberId }) => memberId === debt.memberId).map(({ debtPoints }) => debtPoints)),
  }));
  return { lots, debts };
}

describe('settling an account', () => {
  it('pays what is owed by what is held, then does with the rest as was said, and never overdraws', () => {
    fc.assert(
      fc.property(anyAccount, anyRest, (account, rest) => {
        const entries = settleEntries(account, rest, act, ids);
        const { repaidPoints, leftPoints, leftDebtPoints } = settlementOf(
          { ...account, debtPoints: owedBy(account) },
          NOW,
        );
        const left = after(account, entries);
        for (const { heldPoints } of left.lots) expect(heldPoints).toBeGreaterThanOrEqual(0);
        for (const { points } of left.debts) expect(points).toBeGreaterThanOrEqual(0);
        expect(leftPoints === 0 || leftDebtPoints === 0).toBe(true);
        // Repaying moves no balance: it takes as much off the debt as off the lots.
        expect(moved(entries, 'repay')).toBe(0);
        expect(owedBy(account) - owedBy(left)).toBe(repaidPoints + (rest.debt === 'write-off' ? leftDebtPoints : 0));
        expect(moved(entries, 'forfeit') + (rest.points === 'forfeit' ? leftPoints : 0)).toBe(0);
        expect(moved(entries, 'write-off')).toBe(rest.debt === 'write-off' ? leftDebtPoints : 0);
      }),
      { numRuns: 300 },
    );
  });

  it('with all forfeited and written off leaves nothing at all', () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const left = after(account, settleEntries(account, { points: 'forfeit', debt: 'write-off' }, act, ids));
        expect(total(left.lots.map(({ heldPoints }) => heldPoints))).toBe(0);
        expect(owedBy(left)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('with the points kept leaves what was left, and nobody more to spend than before', () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const { leftPoints } = settlementOf({ ...account, debtPoints: owedBy(account) }, NOW);
        const left = after(account, settleEntries(account, { points: 'keep', debt: 'write-off' }, act, ids));
        expect(settlementOf({ lots: left.lots, debtPoints: owedBy(left) }, NOW)).toMatchObject({
          repaidPoints: 0,
          leftPoints,
          leftDebtPoints: 0,
        });
        expect(free(left.lots, owedBy(left))).toBeLessThanOrEqual(
          Math.max(free(account.lots, owedBy(account)), leftPoints),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('takes from each id of a person what lies under it, and tells each what it paid', () => {
    const lot: HeldLot = {
      lotId: 'lot' as Id<'lot'>,
      ownerId: 'an' as Id<'member'>,
      heldPoints: 500,
      earnedAtMs: 0,
      availableAtMs: 0,
      expiresAtMs: null,
    };
    const debt = { memberId: 'bo' as Id<'member'>, points: 300, lotId: 'owed' as Id<'lot'> };
    const entries = settleEntries({ lots: [lot], debts: [debt] }, { points: 'forfeit', debt: 'write-off' }, act, ids);
    expect(entries.map(({ kind, memberId, points, debtPoints }) => [kind, memberId, points, debtPoints])).toEqual([
      ['repay', 'an', -300, 0],
      ['repay', 'bo', 0, -300],
      ['forfeit', 'an', -200, 0],
    ]);
  });

  it('books what is over as expired when all goes, and leaves it to its own time when the rest is kept', () => {
    const over: HeldLot = {
      lotId: 'lot' as Id<'lot'>,
      ownerId: 'an' as Id<'member'>,
      heldPoints: 40,
      earnedAtMs: 0,
      availableAtMs: 0,
      expiresAtMs: NOW,
    };
    const settle = (points: Rest['points']) =>
      settleEntries({ lots: [over], debts: [] }, { points, debt: 'keep' }, act, ids).map(({ kind }) => kind);
    expect(settle('forfeit')).toEqual(['expire']);
    expect(settle('keep')).toEqual([]);
  });
});
