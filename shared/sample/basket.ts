import type { SampleProduct } from './catalogue.ts';
import type { Visit } from './purchase-model.ts';
import { type Random, weighted } from './random.ts';

export interface SampleLine {
  readonly product: SampleProduct;
  /** 1500 is 1.5 kg, 2000 two pieces. */
  readonly quantityThousandths: number;
}

/** Popular products come often; one that costs more than this many times what a line should come to is drawn again. */
const TOO_DEAR = 2;
const DRAWS = 6;

/**
 * Goods for one visit: `visit.lines` different products (fewer where the catalogue is smaller), drawn by popularity, in
 * quantities that bring the basket near `visit.spendMinor`. Weighed goods 50 g to 3 kg, others 1 to 6 pieces.
 */
export function makeBasketFiller(catalogue: readonly SampleProduct[]) {
  const draw = weighted(catalogue.map((product) => [product, product.popularity] as const));
  return (random: Random, visit: Visit): SampleLine[] => {
    const basket = new Map<SampleProduct, number>();
    let leftMinor = visit.spendMinor;
    for (let linesLeft = Math.min(visit.lines, catalogue.length); linesLeft > 0; linesLeft--) {
      const aimMinor = Math.max(1, leftMinor / linesLeft);
      const product = drawAffordable(random, draw, aimMinor, basket) ?? catalogue.find((other) => !basket.has(other));
      if (!product) break;
      const quantityThousandths = quantityFor(product, aimMinor);
      basket.set(product, quantityThousandths);
      leftMinor -= (product.priceMinor * quantityThousandths) / 1000;
    }
    return Array.from(basket, ([product, quantityThousandths]) => ({ product, quantityThousandths }));
  };
}

function drawAffordable(
  random: Random,
  draw: (random: Random) => SampleProduct,
  aimMinor: number,
  taken: ReadonlyMap<SampleProduct, number>,
): SampleProduct | undefined {
  const drawn = Array.from({ length: DRAWS }, () => draw(random)).filter((product) => !taken.has(product));
  return drawn.find((product) => leastMinor(product) <= aimMinor * TOO_DEAR) ?? drawn[0];
}

const leastMinor = ({ unit, priceMinor }: SampleProduct) => (unit === 'kg' ? priceMinor * 0.05 : priceMinor);

function quantityFor({ unit, priceMinor }: SampleProduct, aimMinor: number): number {
  const exact = aimMinor / Math.max(1, priceMinor);
  if (unit === 'kg') return Math.min(3000, Math.max(50, Math.round(exact * 1000)));
  return Math.min(6, Math.max(1, Math.round(exact))) * 1000;
}
