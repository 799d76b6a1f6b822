import { describe, expect, it } from 'vitest';
import type { AutomationEvaluationShown } from '../../../shared/contract/automations.contract.ts';
import { makeFormat } from '../../lib/format.ts';
import { en } from '../../lib/words/en/index.ts';
import { answerWords, sharesWords } from './automation-words.ts';

const format = makeFormat({ locale: 'en', currency: 'CNY', zone: 'Asia/Shanghai' });
/** The English words, with what is in braces filled. */
const t = ((key: string, values: Record<string, string> = {}) => {
  const words = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], en) as string;
  return words.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}) as unknown as Parameters<typeof answerWords>[1];

const arm = (members: number, buyers: number) => ({ members, buyers, salesMinor: buyers * 1000 });
const told = (estimate: number, low: number, high: number): AutomationEvaluationShown => ({
  treated: arm(200, 64),
  control: arm(100, 21),
  ratio: { told: false, why: 'arm-too-small' },
  buyers: { told: true, estimate, low, high, error: 0.05, pValue: 0.04 },
  perMember: { told: false, why: 'no-variation' },
  waiting: 0,
});

describe('what an automation brings, in words', () => {
  it('says that more came, fewer, or that it may be chance, with both shares and the interval', () => {
    expect(answerWords(told(0.11, 0.02, 0.2), t, format)).toBe(
      'It brings members back: 32% came to buy, without it 21%. That is 11.0 points more (95%: 2.0 to 20.0).',
    );
    expect(answerWords(told(-0.11, -0.2, -0.02), t, format)).toContain('11.0 points fewer (95%: 2.0 to 20.0)');
    expect(answerWords(told(0.03, -0.05, 0.11), t, format)).toContain('cannot be told from chance');
  });

  it('says why where nothing can be told', () => {
    const untold = { ...told(0, 0, 0), buyers: { told: false as const, why: 'too-few-cases' as const } };
    expect(answerWords(untold, t, format)).toContain(en.campaigns.untold['too-few-cases']);
    expect(sharesWords({ ...untold, treated: arm(0, 0), control: arm(0, 0) }, t, format)).toBe('–');
  });
});
