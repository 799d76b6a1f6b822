import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { decideCount, expectedAt } from './count.ts';

const TEA = 'tea' as Id<'product'>;
const counted = (countedThousandths: number, atMs: number) => ({ productId: TEA, countedThousandths, atMs });
const known = (onHandThousandths: number, moves: [number, number][] = [], lastCountAtMs: number | null = null) =>
  new Map([
    [
      TEA,
      {
        onHandThousandths,
        lastCountAtMs,
        moves: moves.map(([atMs, changeThousandths]) => ({ atMs, changeThousandths })),
      },
    ],
  ]);

describe('a count', () => {
  it('moves the stock by the difference', () =>
    expect(decideCount([counted(7000, 50)], known(9000), 100)).toMatchObject({
      value: [{ changeThousandths: -2000, count: { expectedThousandths: 9000 } }],
    }));
  it('leaves sold what was sold after the goods were counted', () =>
    expect(decideCount([counted(9000, 50)], known(6000, [[60, -3000]]), 100)).toMatchObject({
      value: [{ changeThousandths: 0 }],
    }));
  it('finds a product of which nothing is known', () =>
    expect(decideCount([counted(3000, 50)], new Map(), 100)).toMatchObject({ value: [{ changeThousandths: 3000 }] }));
  it('refuses one product twice', () =>
    expect(decideCount([counted(1, 5), counted(2, 5)], known(0), 10)).toMatchObject({ reason: 'counted-twice' }));
  it('refuses a moment before the last count', () =>
    expect(decideCount([counted(1, 5)], known(0, [], 6), 10)).toMatchObject({ reason: 'counted-since' }));
  it('refuses a moment that is still to come', () =>
    expect(decideCount([counted(1, 11)], known(0), 10)).toMatchObject({ reason: 'moment-ahead' }));

  it('makes the stock at its moment what was counted, whatever moved before or after', () => {
    const move = fc.tuple(fc.nat(100), fc.integer({ min: -5000, max: 5000 }));
    fc.assert(
      fc.property(fc.array(move), fc.nat(50_000), fc.nat(100), (moves, countedThousandths, atMs) => {
        const onHand = moves.reduce((sum, [, change]) => sum + change, 0);
        const before = known(onHand, moves);
        const decided = decideCount([counted(countedThousandths, atMs)], before, 100);
        const change = decided.ok ? (decided.value[0]?.changeThousandths ?? 0) : Number.NaN;
        const after = known(onHand + change, [...moves, [atMs, change]]);
        expect(expectedAt(after.get(TEA) as never, atMs)).toBe(countedThousandths);
      }),
    );
  });
});
