import { describe, expect, it } from 'vitest';
import type { Explanation } from '../promotions/explanation.ts';
import type { DetailForms } from './detail-words.ts';
import { explanationWords, PROMOTION_WORDS } from './promotion-words.ts';

const forms: DetailForms = {
  money: (minor) => (minor / 100).toFixed(2).replace('-', '−'),
  points: String,
  quantity: (thousandths) => String(thousandths / 1000),
  seconds: String,
  count: String,
};
const of = { offerId: '' as never, version: 1, name: 'Spring' };
const skipped = (reason: 'spend-short' | 'better-in-group', details: Record<string, string | number>): Explanation => ({
  ...of,
  applied: false,
  reason,
  details,
});

/** A Chinese shop names the tenths that are paid where an English one names the percent that are off. */
const braces = (text: string) =>
  (text.match(/\{\{\w+\}\}/g) ?? []).map((brace) => brace.replace('Tenths', '')).toSorted();

describe('what the till says of an offer', () => {
  it('is why it did not apply, with figures as the language writes them', () => {
    const short = skipped('spend-short', { missingMinor: 550 });
    expect(explanationWords(short, 'en', forms)).toBe('5.50 more must be spent on its goods.');
    expect(explanationWords(short, 'zh-CN', forms)).toBe('活动商品还差 5.50。');
    expect(explanationWords(skipped('better-in-group', { offer: 'Gold' }), 'zh-CN', forms)).toBe(
      '不能与“Gold”同享，已选更优惠的。',
    );
  });

  it('is what it took off, and what cut it', () => {
    const applied = { ...of, applied: true, amountMinor: 500, perLine: [500], times: 1 } as const;
    expect(explanationWords({ ...applied, cutBy: null }, 'en', forms)).toBe('−5.00');
    expect(explanationWords({ ...applied, cutBy: 'budget' }, 'en', forms)).toBe(
      '−5.00. Cut to what is left of its budget.',
    );
    expect(explanationWords({ ...applied, cutBy: 'budget' }, 'zh-CN', forms)).toBe('−5.00（已按剩余预算扣减）');
    expect(explanationWords({ ...applied, amountMinor: 0, cutBy: null }, 'en', forms)).toBeNull();
  });

  it('fills the same braces in both languages', () => {
    for (const [part, words] of Object.entries(PROMOTION_WORDS.en))
      for (const [key, english] of Object.entries(words)) {
        const chinese = (PROMOTION_WORDS['zh-CN'] as Record<string, Record<string, string>>)[part]?.[key];
        expect([key, braces(chinese ?? 'nothing')]).toEqual([key, braces(english)]);
      }
  });
});
