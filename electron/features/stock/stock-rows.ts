import type { stockOfProduct } from '../../../db/stock/stock.queries.ts';
import { COUNT_AFTER_DAYS, type StockRow } from '../../../shared/contract/stock.contract.ts';
import { addDays, businessDate } from '../../../shared/kernel/instant.ts';
import { worthMinor } from '../../../shared/stock/average-cost.ts';
import { DEMAND_DAYS, isLow } from '../../../shared/stock/reorder.ts';
import type { OpenStore } from '../../api/open-store.ts';

type Kept = NonNullable<ReturnType<typeof stockOfProduct.get>>;

/** The days whose sales count: up to yesterday, since today is not over. */
export function demandDays({ facts, day }: OpenStore, nowMs: number) {
  const today = businessDate(nowMs, day);
  return { storeId: facts.storeId, sinceDate: addDays(today, -DEMAND_DAYS), today };
}

/** Before this nobody counted for too long. */
export const countedSinceMs = (nowMs: number): number => nowMs - COUNT_AFTER_DAYS * 86_400_000;

/** A product's stock as it is shown. */
export const rowOf = ({ soldThousandths, setThousandths, priceMinor: _, ...kept }: Kept): StockRow => ({
  ...kept,
  reorderIsSet: setThousandths !== null,
  isLow: kept.stocked && isLow({ ...kept, soldThousandths, reorderThousandths: setThousandths }),
  valueMinor: kept.averageCostMilli === null ? null : worthMinor(kept.onHandThousandths, kept.averageCostMilli),
});
