import { expect, it } from 'vitest';
import { type ProductBulkAct, productSkip } from './product-bulk.ts';

const tea = { category: '茶', taxRateBp: 1300, status: 'active', owner: 'S1' } as const;

it.each<[ProductBulkAct, string | null]>([
  [{ kind: 'category', category: '茶' }, 'already'],
  [{ kind: 'category', category: null }, null],
  [{ kind: 'taxRateBp', taxRateBp: 900 }, null],
  [{ kind: 'status', status: 'active' }, 'already'],
])('%j leaves a product or not: %s', (act, why) => {
  expect(productSkip(act, tea, 'S1')).toBe(why);
  expect(productSkip(act, tea, 'HQ')).toBe('not-the-owner');
});
