import { expect, it } from 'vitest';
import { sheetName, sheetText } from './sheet-text.ts';

it('a text in a sheet loses what XML cannot say, and nothing else', () => {
  expect(sheetText('</t>&"\u0000\u001F\uFFFE\uD800\t王\n')).toBe('</t>&"\uFFFD\t王\n');
  expect(sheetText('_x0041_ _x41_')).toBe('_x005F_x0041_ _x41_');
});

it('a sheet is called something that Excel takes', () => {
  expect(sheetName(' [会员]: a/b? ')).toBe('会员   a b');
  expect(sheetName('[*]')).toBe('Sheet1');
  expect(sheetName('x'.repeat(40))).toHaveLength(31);
});
