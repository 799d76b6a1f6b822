import type { SampleLine } from './basket.ts';
import { SAMPLE_CATALOGUE, type SampleProduct } from './catalogue.ts';
import type { Random } from './random.ts';

/** Whoever takes the one takes the other along with this chance. */
export interface CrossSellPair {
  readonly product: SampleProduct;
  readonly companion: SampleProduct;
  readonly chance: number;
}

const named = (name: string): SampleProduct => {
  const product = SAMPLE_CATALOGUE.find((each) => each.name === name);
  if (!product) throw new RangeError(`no product of the sample is called ${name}`);
  return product;
};

const pair = (product: string, companion: string, chance: number): CrossSellPair => ({
  product: named(product),
  companion: named(companion),
  chance,
});

/** Chosen among goods that come often enough to be counted and seldom enough to be remarkable. */
export const CROSS_SELL_PAIRS: readonly CrossSellPair[] = [
  pair('挂面 900克', '芝麻油 400毫升', 0.45),
  pair('生姜', '红糖 350克', 0.45),
  pair('小青菜', '香醋 550毫升', 0.4),
  pair('凤梨酥 8枚', '乌龙茶包 25袋', 0.5),
  pair('抹茶曲奇 150克', '红茶包 25袋', 0.5),
  pair('五香瓜子', '酸梅汤', 0.45),
];

/** The basket with one piece (or half a kilogram) of what the pairs add to it. A product is added once. */
export function withCompanions(
  random: Random,
  pairs: readonly CrossSellPair[],
  lines: readonly SampleLine[],
): SampleLine[] {
  const basket = [...lines];
  const holds = (product: SampleProduct) => basket.some((line) => line.product === product);
  for (const { product, companion, chance } of pairs)
    if (holds(product) && !holds(companion) && random.chance(chance))
      basket.push({ product: companion, quantityThousandths: companion.unit === 'kg' ? 500 : 1000 });
  return basket;
}
