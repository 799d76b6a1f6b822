import { expect, test } from 'vitest';
import { readPoints, stepPoints } from './points-entry.ts';

const limits = { maxRedeemablePoints: 500, redeemStepPoints: 100 };

test('points are taken in whole steps up to the most', () => {
  expect(readPoints('300', limits)).toEqual({ kind: 'fits', points: 300 });
  expect(readPoints('0', limits)).toEqual({ kind: 'fits', points: 0 });
  expect(readPoints('350', limits)).toEqual({ kind: 'not-a-step', below: 300 });
  expect(readPoints('600', limits)).toEqual({ kind: 'too-many' });
  for (const text of ['', 'x', '1.5', '-100']) expect(readPoints(text, limits)).toEqual({ kind: 'not-a-number' });
});

test('a step goes to the next whole step and stops at both ends', () => {
  expect(stepPoints('300', 1, limits)).toBe(400);
  expect(stepPoints('350', 1, limits)).toBe(400);
  expect(stepPoints('350', -1, limits)).toBe(300);
  expect(stepPoints('500', 1, limits)).toBe(500);
  expect(stepPoints('0', -1, limits)).toBe(0);
  expect(stepPoints('', 1, limits)).toBe(100);
});
