import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../lib/format.ts';
import { en } from '../../lib/words/en/index.ts';
import { chanceWords, rangeWords } from '../../ui/facts/estimate-words.ts';
import { answerWords } from './figure-words.ts';

const format = makeFormat({ locale: 'en', currency: 'CNY', zone: 'Asia/Shanghai' });
/** The English words, with what is in braces filled. */
const t = ((key: string, values: Record<string, string> = {}) => {
  const words = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], en) as string;
  return words.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}) as unknown as Parameters<typeof answerWords>[1];
const told = (estimate: number, low: number, high: number) => ({ told: true as const, estimate, low, high });

describe('the answer in plain words', () => {
  it('says more, less, or that it may be chance', () => {
    expect(answerWords(told(1_230_000, 410_000.4, 2_050_000), t, format)).toBe(
      'Brought about ¥12,300.00 more in sales than without it (95%: ¥4,100.00 to ¥20,500.00).',
    );
    expect(answerWords(told(-5_000, -8_000, -2_000), t, format)).toBe(
      'Sales were about ¥50.00 lower than without it (95%: ¥20.00 to ¥80.00).',
    );
    expect(answerWords(told(5_000, -2_000, 12_000), t, format)).toContain('cannot be told from chance');
  });

  it('says why where nothing can be told', () => {
    expect(answerWords({ told: false, why: 'arm-too-small' }, t, format)).toContain(
      en.campaigns.untold['arm-too-small'],
    );
    expect(rangeWords(null, t, String)).toBe('–');
    expect(rangeWords(told(2, 1, 3), t, String)).toBe('2 (1 to 3)');
  });

  it('gives a chance three digits', () => {
    expect([0.0004, 0.02, 1].map(chanceWords)).toEqual(['< 0.001', '0.020', '1.000']);
  });
});
