import { soldByDay, stockOfProduct } from '../../../db/stock/stock.queries.ts';
import type { StockOfProduct } from '../../../shared/contract/stock.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { addDays } from '../../../shared/kernel/instant.ts';
import { DEMAND_DAYS } from '../../../shared/stock/reorder.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { demandDays, rowOf } from './stock-rows.ts';

/** A product's stock with what sold of it week by week. Null for a product that is not here. */
export function stockOfOne(store: OpenStore, productId: Id<'product'>, nowMs: number): StockOfProduct | null {
  const days = demandDays(store, nowMs);
  const kept = stockOfProduct.get(store.db, { ...days, productId });
  if (!kept) return null;
  const sold = soldByDay.all(store.db, { ...days, productId });
  const weeks = Array.from({ length: DEMAND_DAYS / 7 }, (_, week) => {
    const firstDate = addDays(days.sinceDate, week * 7);
    const nextDate = addDays(firstDate, 7);
    const inWeek = sold.filter((day) => day.businessDate >= firstDate && day.businessDate < nextDate);
    return { firstDate, soldThousandths: inWeek.reduce((sum, day) => sum + day.soldThousandths, 0) };
  });
  return { ...rowOf(kept), priceMinor: kept.priceMinor, weeks };
}
