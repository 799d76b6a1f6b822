import type { PricedLineView, Quote } from '../../../shared/contract/purchases.contract.ts';
import type { BasketLine } from './basket.ts';

/**
 * The price of a line in the last quote: at its place, else wherever the same product stands in the same quantity, so
 * that lines keep their figures while the basket around them is priced anew. Null while it is not known.
 */
export function pricedLine(quote: Quote | null, line: BasketLine, index: number): PricedLineView | null {
  const same = (priced: PricedLineView | undefined) =>
    priced?.productId === line.productId &&
    (!line.open || (priced.name === line.name && priced.unitPriceMinor === line.priceMinor)) &&
    priced.quantityThousandths === line.quantityThousandths &&
    (!line.override || priced.unitPriceMinor === line.override.unitPriceMinor);
  const inPlace = quote?.lines[index];
  return (same(inPlace) ? inPlace : quote?.lines.find(same)) ?? null;
}

/** The names of the offers that took something off a line of the quote. */
export function offersOfLine(quote: Quote, priced: PricedLineView | null): readonly string[] {
  const at = priced ? quote.lines.indexOf(priced) : -1;
  return quote.offers.flatMap((offer) => (offer.applied && (offer.perLine[at] ?? 0) > 0 ? [offer.name] : []));
}
