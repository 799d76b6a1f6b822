import { expect, test } from 'vitest';
import { readWholePoints } from './whole-points.ts';

test.each([
  ['200', 200],
  ['１，０００', 1000],
  [' 1 000 ', 1000],
  ['0', null],
  ['', null],
  ['1.5', null],
  ['-5', null],
  ['1e3', null],
])('%j is read as %j', (text, points) => {
  expect(readWholePoints(text)).toBe(points);
});
