import { expect, test } from 'vitest';
import { pageRule } from './page-rule.ts';

test('a roll is as long as its text, with a tail', () => {
  // 960 px are 254 mm.
  expect(pageRule({ widthMm: 80, marginMm: 4 }, 960)).toBe('@page { size: 80mm 264mm; margin: 4mm 4mm 0mm; }');
});

test('a card has its size whatever is on it', () => {
  expect(pageRule({ widthMm: 86, heightMm: 54, marginMm: 5 }, 10)).toBe(
    '@page { size: 86mm 54mm; margin: 5mm 5mm 5mm; }',
  );
});

test('no page is longer than a PDF can have', () => {
  expect(pageRule({ widthMm: 80, marginMm: 4 }, 1_000_000)).toContain('80mm 5000mm');
});
