import { divideHalfUp, mulDivHalfUp } from '../kernel/round.ts';

/**
 * What is on hand, and what one piece or kilogram of it cost on average: in thousandths of the minor unit, so that a
 * thousand pieces lose at most half a minor unit to rounding. Null while no cost is known.
 */
export interface StockValue {
  readonly onHandThousandths: number;
  readonly averageCostMilli: number | null;
}

/**
 * The average cost after goods came in at `unitCostMinor` each: the moving average, rounded half up to a thousandth of the
 * minor unit. What is sold, lost or found goes at the average and leaves it as it is. Where nothing was on hand (or less:
 * the till never stops), the new goods' cost is the average. Goods that leave again at the cost at which they came, by a
 * reversal, give the others their average back, never less than nothing; where none is left the average stays.
 */
export function averageCostAfter(
  { onHandThousandths, averageCostMilli }: StockValue,
  changeThousandths: number,
  unitCostMinor: number | null,
): number | null {
  if (unitCostMinor === null || changeThousandths === 0) return averageCostMilli;
  const comes = BigInt(unitCostMinor) * 1000n;
  if (averageCostMilli === null || (onHandThousandths <= 0 && changeThousandths > 0)) return Number(comes);
  const after = onHandThousandths + changeThousandths;
  if (after <= 0) return averageCostMilli;
  const worth = BigInt(onHandThousandths) * BigInt(averageCostMilli) + BigInt(changeThousandths) * comes;
  return Math.max(0, divideHalfUp(worth, BigInt(after)));
}

/** What a quantity is worth at an average cost, in minor units, rounded half up. */
export const worthMinor = (quantityThousandths: number, averageCostMilli: number): number =>
  mulDivHalfUp(quantityThousandths, averageCostMilli, 1_000_000);
