import { readWholePoints } from './whole-points.ts';

/** Points to add or, with a minus, to take away; full-width digits and the other minus signs too. Null for anything else. */
export function readSignedPoints(text: string): number | null {
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/.exec(text.normalize('NFKC').trim().replace(/[−–]/, '-')) ?? [];
  const points = readWholePoints(digits);
  return points === null || points > 1_000_000 ? null : sign === '-' ? -points : points;
}
