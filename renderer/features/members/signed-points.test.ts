import { expect, it } from 'vitest';
import { readSignedPoints } from './signed-points.ts';

it.each([
  ['50', 50],
  ['+50', 50],
  ['-50', -50],
  ['－５０', -50],
  ['− 1,000', -1000],
  [' 7 ', 7],
  ['1000000', 1_000_000],
])('reads %s as %i points', (text, points) => expect(readSignedPoints(text)).toBe(points));

it.each(['', '-', '0', '-0', '1.5', '--5', '5-', 'fifty', '1000001'])('takes no points from "%s"', (text) =>
  expect(readSignedPoints(text)).toBeNull(),
);
