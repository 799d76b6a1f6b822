import { describe, expect, it } from 'vitest';
import type { Id } from '../../../shared/kernel/id.ts';
import type { CountLine } from '../../../shared/stock/drafts.ts';
import { countedOf, countedUp } from './count-draft.ts';

const line = (counted: string): CountLine => ({
  productId: 'tea' as Id<'product'>,
  name: 'Tea',
  sku: 'T',
  unit: 'piece',
  category: null,
  counted,
  atMs: null,
});

describe('a count that is under way', () => {
  it('tells what is not counted from what is counted as none', () => {
    expect(countedOf(line(''))).toBe('open');
    expect(countedOf(line('0'))).toBe(0);
    expect(countedOf(line('1.5'))).toBeNull();
  });

  it('counts up by one with every scan, and remembers when', () => {
    const [once] = countedUp([line('')], 'tea' as Id<'product'>, 7);
    expect(once).toMatchObject({ counted: '1', atMs: 7 });
    expect(countedUp([line('11')], 'tea' as Id<'product'>, 8)).toMatchObject([{ counted: '12', atMs: 8 }]);
    expect(countedUp([line('11')], 'nuts' as Id<'product'>, 8)).toMatchObject([{ counted: '11', atMs: null }]);
  });
});
