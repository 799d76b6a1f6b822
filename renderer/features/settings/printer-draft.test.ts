import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { checkPrinterDraft, printerDraft, printerOf } from './printer-draft.ts';

const t = ((key: string) => key) as unknown as TFunction;

test('a new printer needs its address only', () => {
  const draft = { ...printerDraft(null), host: ' 192.168.1.80 ' };
  expect(printerOf(draft).data).toEqual({ host: '192.168.1.80', port: 9100, columns: 48 });
  expect(checkPrinterDraft(draft, t)).toEqual({ host: undefined, port: undefined });
});

test.each([
  ['', '9100', 'host'],
  ['a printer', '9100', 'host'],
  ['printer.local', '', 'port'],
  ['printer.local', '0', 'port'],
  ['printer.local', '91x', 'port'],
])('address %j with port %j is wrong at its %s', (host, port, field) => {
  const problems = checkPrinterDraft({ host, port, columns: '48' }, t);
  expect(Object.entries(problems).flatMap(([name, words]) => (words ? [name] : []))).toEqual([field]);
});
