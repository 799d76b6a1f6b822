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

describe('the table of traps', () => {
  it('speaks of all seventeen', () =>
    expect([...new Set(rows.map(({ number }) => number))]).toEqual(Array.from({ length: 17 }, (_, at) => at + 1)));

  it.each(rows)('names a test that exists: $title', ({ number, file, title }) => {
    expect(title).toMatch(new RegExp(`^trap ${number}: `));
    // A title is written on one line, if need be behind the bracket's.
    expect(read(file).replaceAll(/\(\s+/g, '(')).toContain(`('${title}'`);
  });
});
