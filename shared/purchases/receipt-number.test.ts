import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { receiptNumber } from './receipt-number.ts';

it('a receipt number says store, till and counter, and no two sales share one', () => {
  expect(receiptNumber('S01', 'T1', 42)).toBe('S01-T1-000042');
  expect(receiptNumber('S01', 'T1', 1_234_567)).toBe('S01-T1-1234567');
  const code = fc.stringMatching(/^[A-Z0-9]{1,8}$/);
  const sale = fc.tuple(code, code, fc.integer({ min: 1, max: 10_000_000 }));
  fc.assert(
    fc.property(
      sale,
      sale,
      (a, b) => void expect(receiptNumber(...a) === receiptNumber(...b)).toBe(String(a) === String(b)),
    ),
  );
});
