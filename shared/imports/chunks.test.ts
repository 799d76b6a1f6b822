import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inChunks, type Sized } from './chunks.ts';

const LIMITS = { changes: 5, bytes: 100 };
const items = fc.array(fc.record({ changes: fc.integer({ min: 1, max: 5 }), bytes: fc.integer({ min: 1, max: 100 }) }));
const pack = (list: readonly Sized[]) => [...inChunks(list, (item) => item, LIMITS)];
const sum = (chunk: readonly Sized[], what: keyof Sized) => chunk.reduce((total, item) => total + item[what], 0);

describe('packing into chunks', () => {
  it('keeps every item once and in order', () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(pack(list).flat()).toEqual(list);
      }),
    );
  });

  it('keeps every chunk within both limits', () => {
    fc.assert(
      fc.property(items, (list) => {
        for (const chunk of pack(list)) {
          expect(sum(chunk, 'changes')).toBeLessThanOrEqual(LIMITS.changes);
          expect(sum(chunk, 'bytes')).toBeLessThanOrEqual(LIMITS.bytes);
        }
      }),
    );
  });

  it('leaves no room for the next item in a chunk that it closes', () => {
    fc.assert(
      fc.property(items, (list) => {
        const chunks = pack(list);
        for (const [index, chunk] of chunks.slice(0, -1).entries()) {
          const next = chunks[index + 1]?.[0] as Sized;
          const fits =
            sum(chunk, 'changes') + next.changes <= LIMITS.changes && sum(chunk, 'bytes') + next.bytes <= LIMITS.bytes;
          expect(fits).toBe(false);
        }
      }),
    );
  });

  it('gives an item that is too large a chunk of its own', () => {
    const small = { changes: 1, bytes: 1 };
    expect(pack([small, { changes: 1, bytes: 101 }, small]).map((chunk) => chunk.length)).toEqual([1, 1, 1]);
  });

  it('makes no chunk of nothing', () => {
    expect(pack([])).toEqual([]);
  });
});
