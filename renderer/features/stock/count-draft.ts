import type { Id } from '../../../shared/kernel/id.ts';
import type { CountLine } from '../../../shared/stock/drafts.ts';
import { quantityText, readQuantity } from '../../lib/quantity-text.ts';
import { LARGEST_QUANTITY } from './goods-lines.ts';

/** What was counted, in thousandths: none typed is `open`, null where it cannot be read. */
export const countedOf = ({ counted, unit }: CountLine): number | 'open' | null =>
  counted.trim() === '' ? 'open' : readQuantity(counted, unit, LARGEST_QUANTITY);

/** One more of a product, counted now. */
export function countedUp(lines: readonly CountLine[], productId: Id<'product'>, nowMs: number): CountLine[] {
  return lines.map((each) => {
    if (each.productId !== productId) return each;
    const counted = countedOf(each);
    return { ...each, counted: quantityText((typeof counted === 'number' ? counted : 0) + 1000), atMs: nowMs };
  });
}
