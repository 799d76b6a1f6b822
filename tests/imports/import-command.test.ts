import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, aRetailFolder, SMALL_SHOP } from '../fixtures/retail-folder.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../build/import-retail.ts');

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
  return { status, stdout: stdout.trim().split('\n'), stderr: stderr.trim().split('\n') };
}

const USAGE = 'npm run import:retail -- FOLDER --into DIR [--pin DIGITS]';

describe('npm run import:retail', () => {
  it('makes a store and says what is in it, how long it took, and how one gets in', () => {
    const into = aFolder();
    const { status, stdout } = run(aRetailFolder(), '--into', into, '--pin', '258013');
    expect(stdout).toEqual([
      `Imported into ${into} (made).`,
      'members 3, products 6, invoices 8 (2 cancellations), lines 13',
      'net -£11,004.96, United Kingdom -£11,036.56: as in the files',
      expect.stringMatching(/^\d+\.\d s, [\d,]+ rows\/s$/),
      'The manager signs in with PIN 258013.',
      `Open it: npm start -- --data ${into}`,
    ]);
    expect(status).toBe(0);
    expect(fs.readdirSync(into)).toEqual(['store.db']);
  });

  it('makes up a PIN of six digits where none is given', () => {
    expect(run(aRetailFolder(), '--into', aFolder()).stdout).toContainEqual(
      expect.stringMatching(/^The manager signs in with PIN \d{6}\.$/),
    );
  });

  it('names file, line and fault of a broken row, imports nothing and exits 1', () => {
    const into = path.join(aFolder(), 'new');
    const folder = aRetailFolder({ lines: `${SMALL_SHOP.lines}999999,10002,1,abc\n` });
    expect(run(folder, '--into', into)).toMatchObject({
      status: 1,
      stderr: ['lines.csv.gz, line 15: UnitPrice "abc" is not a price', 'Nothing was imported.'],
    });
    expect(fs.existsSync(into)).toBe(false);
  });

  it('leaves a folder with another store alone and exits 1', () => {
    const into = aFolder();
    fs.writeFileSync(path.join(into, 'store.db'), 'a shopping list');
    expect(run(aRetailFolder(), '--into', into)).toMatchObject({
      status: 1,
      stderr: [
        `${path.join(into, 'store.db')} is another store already. Choose another folder; this one was not touched.`,
      ],
    });
  });

  it('exits 1 for a folder that is not there', () => {
    const missing = path.join(aFolder(), 'none');
    expect(run(missing, '--into', aFolder())).toMatchObject({ status: 1, stderr: [`${missing} does not exist.`] });
  });

  it.each<[string, readonly string[], string]>([
    ['no folder', ['--into', 'x'], USAGE],
    ['nowhere to import to', ['x'], USAGE],
    ['a PIN of letters', ['x', '--into', 'y', '--pin', 'abcd'], '--pin abcd: a PIN is four to eight digits.'],
    [
      'a PIN that is tried first',
      ['x', '--into', 'y', '--pin', '1234'],
      '--pin 1234: this PIN is what a stranger tries first.',
    ],
  ])('exits 2 when it is given %s', (_, args, line) => {
    expect(run(...args)).toMatchObject({ status: 2, stderr: [line] });
  });
});
