import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBatch, placeOf } from './batch.ts';

const transactions = fc.array(fc.record({ rows: fc.integer({ min: 1, max: 9 }), epoch: fc.constantFrom('a', 'b') }), {
  minLength: 1,
  maxLength: 40,
  size: 'max',
});

const size = (some: readonly unknown[]) => ({ packedBytes: some.length * 10, unpackedBytes: some.length });
const small = () => ({ packedBytes: 1, unpackedBytes: 1 });

describe('a batch', () => {
  it('is made of whole transactions of one epoch, within the limits or a single one', () => {
    fc.assert(
      fc.property(
        transactions,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 600 }),
        (made, most, bytes) => {
          let seq = 0;
          const rows = made.flatMap(({ rows: count, epoch }) => {
            const tx = seq + 1;
            return Array.from({ length: count }, () => ({ tx, epoch, seq: ++seq }));
          });
          const batch = cutBatch(rows, size, { rows: most, packedBytes: bytes, unpackedBytes: 50 });
          const last = batch.at(-1);
          expect(batch).toEqual(rows.slice(0, batch.length));
          expect(last).toBeDefined();
          expect(rows[batch.length]?.tx).not.toBe(last?.tx);
          expect(new Set(batch.map(({ epoch }) => epoch)).size).toBe(1);
          const isOne = new Set(batch.map(({ tx }) => tx)).size === 1;
          expect(isOne || (batch.length <= most && batch.length * 10 <= bytes && batch.length <= 50)).toBe(true);
        },
      ),
    );
  });

  it('takes as much as the rows’ limit allows', () => {
    const rows = Array.from({ length: 10 }, (_, index) => ({ tx: index + 1, epoch: 'a' }));
    expect(cutBatch(rows, small, { rows: 7, packedBytes: 9, unpackedBytes: 9 })).toHaveLength(7);
    expect(cutBatch(rows, small)).toHaveLength(10);
  });

  it('follows, overlaps or leaves a gap', () => {
    expect(placeOf(11, 20, 10)).toEqual({ is: 'overlap', known: 0 });
    expect(placeOf(6, 20, 10)).toEqual({ is: 'overlap', known: 5 });
    expect(placeOf(6, 8, 10)).toEqual({ is: 'overlap', known: 3 });
    expect(placeOf(12, 20, 10)).toEqual({ is: 'gap' });
  });
});
