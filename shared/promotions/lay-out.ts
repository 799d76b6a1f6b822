import { sumOf } from '../kernel/sum.ts';
import type { StackingPolicy } from './offer.ts';
import type { OfferLine } from './scene.ts';
import { cutTo, type Given } from './turn.ts';

const keyOf = (line: OfferLine) => `${line.productId ?? ''}|${line.categoryId ?? ''}|${line.unit}|${line.takesOffers}`;

/** An order that the lines' own order has no part in; what is equal in all may stand either way. */
function byContent(a: OfferLine, b: OfferLine): number {
  return (
    a.grossMinor - b.grossMinor ||
    a.quantityThousandths - b.quantityThousandths ||
    (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0)
  );
}

/** A basket's lines in that order, and the bounds that the chain sets to what comes off them. */
export interface LaidOut {
  readonly lines: readonly OfferLine[];
  /** Where each stands in the basket. */
  readonly order: readonly number[];
  /** What each costs before any offer, and what it is to cost at least after all. */
  readonly start: readonly number[];
  readonly floors: readonly number[];
  /** The most that may come off altogether. */
  readonly mostMinor: number;
  /** Figures of the lines, back in the basket's own order. */
  readonly asRungUp: (perLine: readonly number[]) => number[];
}

export function layOut(
  basket: readonly OfferLine[],
  { mostPercentOfLine, mostPercentOfBasket }: StackingPolicy,
): LaidOut {
  const order = [...basket.keys()].toSorted(
    (a, b) => byContent(basket[a] as OfferLine, basket[b] as OfferLine) || a - b,
  );
  const lines = order.map((index) => basket[index] as OfferLine);
  const start = lines.map(({ grossMinor }) => grossMinor);
  return {
    lines,
    order,
    start,
    floors: start.map((costs) => costs - Math.floor((costs * mostPercentOfLine) / 100)),
    mostMinor: Math.floor((sumOf(start) * mostPercentOfBasket) / 100),
    asRungUp(perLine) {
      const back = perLine.map(() => 0);
      for (const [at, index] of order.entries()) back[index] = perLine[at] ?? 0;
      return back;
    },
  };
}

/** Cuts the last offers until all together take off at most `mostMinor`. */
export function withinBasketCap(given: readonly Given[], mostMinor: number): Given[] {
  let room = mostMinor;
  return given.map((one) => {
    const cut = cutTo(one, room, 'basket-cap');
    room -= cut.amountMinor;
    return cut;
  });
}
