import { decimalText, readDecimal } from '../../lib/decimal-text.ts';
import { minorDigits } from '../../lib/format.ts';

/** Notes and coins by currency, in thousandths of its main unit, the largest first. */
const FACES: Record<string, readonly number[]> = {
  CNY: [100_000, 50_000, 20_000, 10_000, 5000, 1000, 500, 100],
  JPY: [10_000_000, 5_000_000, 1_000_000, 500_000, 100_000, 50_000, 10_000, 5000, 1000],
  GBP: [50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10],
};
const COMMON = [100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50];

/** The notes and coins that a drawer holds, in minor units, the largest first. */
export function facesOf(currency: string): readonly number[] {
  const perThousandth = 10 ** minorDigits(currency) / 1000;
  return (FACES[currency] ?? COMMON).map((face) => face * perThousandth).filter(Number.isInteger);
}

/** Cash as it is counted: a sum as typed, or how many of each face, which then make the sum. */
export interface CashCount {
  readonly sum: string;
  /** By face in minor units, as typed. */
  readonly pieces: Readonly<Record<number, string>>;
}

export const nothingCounted: CashCount = { sum: '', pieces: {} };

const MOST_PIECES = 100_000;

function piecesOf(text: string): number | null {
  if (text.trim() === '') return 0;
  const pieces = readDecimal(text, 0);
  return pieces === null || pieces > MOST_PIECES ? null : pieces;
}

/** The count after so many of a face: the sum follows. A number that cannot be read leaves the sum empty. */
export function withPieces({ pieces }: CashCount, faceMinor: number, text: string, digits: number): CashCount {
  const next = { ...pieces, [faceMinor]: text };
  const counted = Object.entries(next).map(([face, typed]) => [Number(face), piecesOf(typed)] as const);
  if (counted.every(([, count]) => count === 0)) return { sum: '', pieces: next };
  const sumMinor = counted.reduce<number | null>(
    (sum, [face, count]) => (sum === null || count === null ? null : sum + face * count),
    0,
  );
  return { sum: sumMinor === null ? '' : decimalText(sumMinor, digits, true), pieces: next };
}

/** The count after a sum was typed: it no longer says how many of each. */
export const withSum = (text: string): CashCount => ({ sum: text, pieces: {} });

export const badPieces = (text: string): boolean => piecesOf(text) === null;
