import { assert, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaledScroll, TALLEST_PX } from './scaled-scroll.ts';

describe('scaled scrolling', () => {
  it('leaves a list alone that an element can hold', () => {
    const scroll = scaledScroll(1000 * 36, 600);
    expect([scroll.elementPx, scroll.scaled, scroll.toList(123)]).toEqual([36_000, false, 123]);
  });

  it('reaches both ends of any list and finds every offset again', () => {
    assert(
      property(
        integer({ min: 1, max: 50_000_000 }),
        integer({ min: 36, max: 2000 }),
        double({ min: 0, max: 1, noNaN: true }),
        (rows, viewPx, part) => {
          const listPx = rows * 36;
          const { elementPx, toList, toElement } = scaledScroll(listPx, viewPx);
          expect(elementPx).toBeLessThanOrEqual(TALLEST_PX);
          expect(toList(0)).toBe(0);
          expect(toList(elementPx - viewPx)).toBeCloseTo(listPx - viewPx, 3);
          const offset = part * listPx;
          expect(toList(toElement(offset))).toBeCloseTo(offset, 3);
        },
      ),
    );
  });
});
