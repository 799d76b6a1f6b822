import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/steps/run-program.ts';
import { CATALOGUE } from '../../renderer/app/shortcuts/catalogue.ts';
import { PAY_KINDS } from '../../renderer/features/purchases/payment.ts';

/** The page of shortcuts itself. */
const NOT_LISTED = ['Ctrl+P frame.shortcuts.print'];
/** Put together while the program runs, or by the browser. */
const COMPUTED = [
  'Ctrl+Z purchases.keys.undo',
  'Escape purchases.keys.back',
  'Enter form.saveKey',
  ...PAY_KINDS.map((kind, index) => `${index + 1} purchases.tender.${kind}`),
];

const listed = CATALOGUE.flatMap(({ shortcuts }) => shortcuts.map(({ keys, word }) => `${keys} ${word}`));
/** Each shortcut that a screen registers, with the words that its label may say. */
const registered = globSync('renderer/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.includes('.test.'))
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .filter((source) => source.includes('useShortcuts('))
  .flatMap((source) => [...source.matchAll(/keys: '([^']+)',\s*label: t\(([^)]*)\)/g)])
  .map(([, keys = '', label = '']) => [...label.matchAll(/'([\w.-]+)'/g)].map(([, word]) => `${keys} ${word}`));

it('finds what the screens register', () => expect(registered.length).toBeGreaterThan(30));

it('the page of shortcuts lists every shortcut that a screen registers: add it to renderer/app/shortcuts/catalogue.ts', () => {
  const missing = registered.filter((words) => !words.some((word) => [...listed, ...NOT_LISTED].includes(word)));
  expect(missing).toEqual([]);
});

it('and no shortcut that none does', () => {
  const known = [...registered.flat(), ...COMPUTED];
  expect(listed.filter((each) => !known.includes(each))).toEqual([]);
});
