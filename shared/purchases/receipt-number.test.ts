import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOwnReceiptNumber, receiptNumber } from './receipt-number.ts';

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

it("the till's own numbers are known, whatever their length", () => {
  for (const counter of [1, 42, 1_234_567])
    expect(isOwnReceiptNumber('S01', 'T1', receiptNumber('S01', 'T1', counter))).toBe(true);
  for (const number of ['S01-T2-000001', 'S01-T1-', 'S01-T1-20260315-1', 'POS-1', 'S01-T1-1a'])
    expect(isOwnReceiptNumber('S01', 'T1', number)).toBe(false);
});
