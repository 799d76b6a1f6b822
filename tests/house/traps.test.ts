import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/steps/run-program.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const rows = read('docs/traps.md')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .map(([, number = '', , file = '', title = '']) => ({ number: Number(number), file, title }));
const LATER = [14, 15];

describe('the table of traps', () => {
  it('speaks of all seventeen, and says of each without a test why', () => {
    expect([...new Set(rows.map(({ number }) => number))]).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
    const untested = rows.filter(({ file }) => file === '–');
    expect(untested.map(({ number }) => number)).toEqual(LATER);
    expect(untested.every(({ title }) => title.startsWith('with promotions'))).toBe(true);
  });

  it.each(rows.filter(({ file }) => file !== '–'))('names a test that exists: $title', ({ number, file, title }) => {
    expect(title).toMatch(new RegExp(`^trap ${number}: `));
    // A title is written on one line, if need be behind the bracket's.
    expect(read(file).replaceAll(/\(\s+/g, '(')).toContain(`('${title}'`);
  });
});
