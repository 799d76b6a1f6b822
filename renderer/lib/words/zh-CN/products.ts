import type { products as english } from '../en/products.ts';
import type { SameKeys } from '../same-keys.ts';

export const products: SameKeys<typeof english> = {
  title: '商品',
  unit: { piece: '件', kg: '千克' },
};
