import { describe, expect, it } from 'vitest';
import { columnLetters, rowXml } from './sheet-xml.ts';

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letters) => expect(columnLetters(index)).toBe(letters));

describe('a row of a sheet', () => {
  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '＝1'])('says %j as a text and never as a formula', (text) => {
    const xml = rowXml(2, ['A'], [{ is: 'text', text }]);
    expect(xml).toContain('t="inlineStr"');
    expect(xml).not.toContain('<f>');
  });

  it('says no XML that a text brings along, and no character that XML cannot', () => {
    const xml = rowXml(2, ['A'], [{ is: 'text', text: '</t>&"\u0000\u001F\uFFFE\uD800_x0041_' }]);
    expect(xml).toContain('>&lt;/t&gt;&amp;&quot;\uFFFD_x005F_x0041_<');
  });

  it('leaves out what is empty and says the others where they stand', () => {
    expect(rowXml(3, ['A', 'B'], [null, { is: 'number', value: 7, places: 0, isPercent: false }])).toBe(
      '<row r="3"><c r="B3" s="2"><v>7</v></c></row>',
    );
  });

  it('counts days as Excel does', () => {
    // 1 January 2026 is day 46023 of Excel.
    expect(rowXml(2, ['A'], [{ is: 'date', date: '2026-01-01' }])).toContain('<v>46023</v>');
  });
});
