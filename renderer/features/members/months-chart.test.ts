import { expect, test } from 'vitest';
import { everyMonth } from './months-chart.ts';

test('months without sales stand as zero, also over the turn of the year', () => {
  expect(
    everyMonth([
      { month: '2025-11', netMinor: 500, pointsEarned: 5 },
      { month: '2026-02', netMinor: 700, pointsEarned: 7 },
    ]),
  ).toEqual([
    { month: '2025-11', netMinor: 500, pointsEarned: 5 },
    { month: '2025-12', netMinor: 0, pointsEarned: 0 },
    { month: '2026-01', netMinor: 0, pointsEarned: 0 },
    { month: '2026-02', netMinor: 700, pointsEarned: 7 },
  ]);
});

test('no months, no chart', () => {
  expect(everyMonth([])).toEqual([]);
});
