import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { USUAL_SCANNER } from '../../../../shared/tills/scanner-terms.ts';
import { checkScanner, scannerDraft, termsOf } from './scanner-draft.ts';

const t = ((key: string) => key) as unknown as TFunction;

test.each([
  USUAL_SCANNER,
  { gapMs: 60, prefix: '~', suffix: { kind: 'Tab' as const } },
  { gapMs: 10, prefix: '', suffix: { kind: 'text' as const, text: '#' } },
])('%j comes out of the form as it went in', (terms) => expect(termsOf(scannerDraft(terms))).toEqual(terms));

test.each([
  [{ gapMs: '' }, 'gapMs'],
  [{ gapMs: '9' }, 'gapMs'],
  [{ gapMs: '35.5' }, 'gapMs'],
  [{ prefix: '扫码' }, 'prefix'],
  [{ suffix: 'text' as const, suffixText: '' }, 'suffixText'],
])('%j is wrong at its %s', (changes, field) => {
  const draft = { ...scannerDraft(USUAL_SCANNER), ...changes };
  const problems = checkScanner(draft, t);
  expect(Object.entries(problems).flatMap(([name, words]) => (words ? [name] : []))).toEqual([field]);
  expect(termsOf(draft)).toBeNull();
});
