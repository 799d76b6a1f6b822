import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-text.ts';
import type { Cell } from './export.ts';

const text = (said: string): Cell => ({ is: 'text', text: said });

describe('a text in a CSV file', () => {
  it.each([
    ['an equals sign', '=1+1', "'=1+1"],
    ['a plus', '+44 20 7946 0000', "'+44 20 7946 0000"],
    ['a minus', '-2+3', "'-2+3"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['a carriage return', '\r=1', "'\r=1"],
    ['a line feed', '\n=1', "'\n=1"],
    ['a full-width equals sign', '＝1+1', "'＝1+1"],
    ['a full-width at sign', '＠x', "'＠x"],
    ['a command for DDE', '=cmd|"/c calc"!A1', `'=cmd|"/c calc"!A1`],
  ])('that begins with %s has an apostrophe before it', (_, said, shown) => {
    const line = csvLine([text(said), text('next')]);
    expect(Papa.parse<string[]>(line, { newline: '\r\n' }).data[0]).toEqual([shown, 'next']);
  });

  it.each(['a=1', '1-2', '王小明', "O'Neil", ' =1'])('such as %j stands as it is', (said) => {
    expect(Papa.parse<string[]>(csvLine([text(said)])).data[0]).toEqual([said]);
  });

  it('cannot leave its cell, by comma, quote, semicolon or line', () => {
    const hostile = ['a,=1', 'a";=1', 'a;=1', 'a\r\n=1', '"'];
    const line = csvLine(hostile.map(text));
    expect(Papa.parse<string[]>(line, { delimiter: ',', newline: '\r\n' }).data[0]).toEqual(hostile);
    expect(line).toContain('"a;=1"');
  });
});

it('numbers, amounts, percentages and dates are such, below zero too', () => {
  const cells: Cell[] = [
    { is: 'number', value: -12.5, places: 2, isPercent: false },
    { is: 'number', value: 1200, places: 0, isPercent: false },
    { is: 'number', value: 0.13, places: 2, isPercent: true },
    { is: 'date', date: '2026-03-15' },
  ];
  expect(csvLine([...cells, null])).toBe('-12.50,1200,13%,2026-03-15,\r\n');
});
