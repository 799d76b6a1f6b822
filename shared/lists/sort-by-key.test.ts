import { array, assert, integer, oneof, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortByKey } from './sort-by-key.ts';

describe('sorting a list by its keys', () => {
  it('puts smaller keys first and leaves equal ones as they came, whatever the keys', () => {
    const key = oneof(integer({ min: -20, max: 20 }), integer(), integer({ min: -(2 ** 51), max: 2 ** 51 }));
    assert(
      property(array(key, { maxLength: 300 }), (keys) => {
        const ids = Int32Array.from(keys, (_, at) => at);
        const expected = [...ids].toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
        expect([...sortByKey(ids, Float64Array.from(keys))]).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves what it was given alone, and an empty list empty', () => {
    const ids = Int32Array.of(1, 2);
    const keys = Float64Array.of(9, 3);
    expect([...sortByKey(ids, keys)]).toEqual([2, 1]);
    expect([[...ids], [...keys]]).toEqual([
      [1, 2],
      [9, 3],
    ]);
    expect(sortByKey(new Int32Array(), new Float64Array())).toHaveLength(0);
  });
});
