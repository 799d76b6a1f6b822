import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsOnTop, spreadOver } from './multiplied.ts';

const sumOf = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);
const someLines = fc.array(fc.record({ points: fc.nat(100_000), percent: fc.constantFrom(100, 150, 200, 333) }), {
  minLength: 1,
  maxLength: 12,
});

describe('points on top', () => {
  it('are the exact amount of all lines, rounded once, and none of a line that is not multiplied', () => {
    fc.assert(
      fc.property(someLines, fc.constantFrom('down', 'half-up', 'up'), (lines, rounding) => {
        const ordinary = lines.map(({ points }) => points);
        const percents = lines.map(({ percent }) => percent);
        const onTop = pointsOnTop(ordinary, percents, rounding);
        const exact = sumOf(lines.map(({ points, percent }) => points * (percent - 100))) / 100;
        const rounded = { down: Math.floor(exact), 'half-up': Math.floor(exact + 0.5), up: Math.ceil(exact) }[rounding];
        expect(sumOf(onTop)).toBe(rounded);
        for (const [line, points] of onTop.entries()) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(Math.abs(points - ((ordinary[line] ?? 0) * ((percents[line] ?? 100) - 100)) / 100)).toBeLessThan(
            percents[line] === 100 ? 0.001 : 2,
          );
        }
      }),
    );
  });

  it('double a line whose share is whole to the point', () =>
    expect(pointsOnTop([116, 89, 7], [100, 200, 200], 'down')).toEqual([0, 89, 7]));

  it('stay whole where the weights are too large to be summed', () => {
    const shares = spreadOver(1001, [10n ** 30n, 10n ** 30n, 0n]);
    expect(shares).toEqual([501, 500, 0]);
  });
});
