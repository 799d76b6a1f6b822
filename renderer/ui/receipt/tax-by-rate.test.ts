import { expect, test } from 'vitest';
import { taxByRate } from './tax-by-rate.ts';

test('taxes add up by rate, and what is free of tax is not mentioned', () => {
  const lines = [
    { taxRateBp: 1300, taxMinor: 115 },
    { taxRateBp: 900, taxMinor: 41 },
    { taxRateBp: 0, taxMinor: 0 },
    { taxRateBp: 1300, taxMinor: 230 },
  ];
  expect(taxByRate(lines)).toEqual([
    { taxRateBp: 900, taxMinor: 41 },
    { taxRateBp: 1300, taxMinor: 345 },
  ]);
});
