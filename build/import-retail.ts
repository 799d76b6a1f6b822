import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomBytes } from '../db/kernel/random-bytes.ts';
import { STORE_FILE } from '../electron/api/open-app-host.ts';
import { type ImportRefusal, importRetail, type RetailImported } from '../electron/features/imports/import-retail.ts';
import { type BrokenFiles, readRetailFolder, retailFileName } from '../electron/features/imports/read-retail-folder.ts';
import { makeIdSource } from '../shared/kernel/id.ts';
import { isGuessablePin, PIN_PATTERN } from '../shared/staff/pin.ts';
import { progressLine } from './steps/progress-line.ts';

const USAGE = 'npm run import:retail -- FOLDER --into DIR [--pin DIGITS]';
/** Exit codes: 0 all of it is there, 1 refused or differing, 2 asked wrongly, 130 stopped. */
const REFUSED = 1;
const MISUSED = 2;
const STOPPED = 130;

const count = new Intl.NumberFormat('en-GB');
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const money = (minor: number): string => pounds.format(`${minor}e-2` as `${number}`);

function end(code: number, ...lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(code);
}

function readArguments(): { readonly folder: string; readonly into: string; readonly pin: string | null } {
  let parsed: { readonly values: { into?: string; pin?: string }; readonly positionals: readonly string[] };
  try {
    const options = { into: { type: 'string' }, pin: { type: 'string' } } as const;
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    end(MISUSED, (error as Error).message, USAGE);
  }
  const { values, positionals } = parsed;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0 || !values.into) end(MISUSED, USAGE);
  const { pin = null } = values;
  if (pin !== null && !PIN_PATTERN.test(pin)) end(MISUSED, `--pin ${pin}: a PIN is four to eight digits.`);
  if (pin !== null && isGuessablePin(pin)) end(MISUSED, `--pin ${pin}: this PIN is what a stranger tries first.`);
  return { folder: path.resolve(folder), into: path.resolve(values.into), pin };
}

function randomPin(): string {
  const pin = String(randomInt(1_000_000)).padStart(6, '0');
  return isGuessablePin(pin) ? randomPin() : pin;
}

const brokenLines = ({ faults, faultCount }: BrokenFiles): string[] => [
  ...faults.map(({ file, line, what }) => `${retailFileName(file)}${line === null ? '' : `, line ${line}`}: ${what}`),
  ...(faultCount > faults.length ? [`and ${count.format(faultCount - faults.length)} more`] : []),
  'Nothing was imported.',
];

function refusalLines(refusal: ImportRefusal, into: string): string[] {
  const file = String(refusal.details?.file ?? into);
  switch (refusal.reason) {
    case 'another-store':
      return [`${file} is another store already. Choose another folder; this one was not touched.`];
    case 'another-import':
      return [`${file} is the beginning of another import. Finish that one with its own files, or delete it.`];
    case 'in-use':
      return [`${file} is in use: another import is writing there.`];
    case 'cannot-open':
      return [`${file} cannot be opened (${String(refusal.details?.because)}). Delete it to begin again.`];
    case 'stopped':
      return ['Stopped. What is written stays: the same command goes on from there.'];
    case 'totals-differ':
      return [
        'The store does not come to what the files come to:',
        ...('differences' in refusal ? refusal.differences : []),
        `The import is not done. What there is of it is ${file}.`,
      ];
  }
}

function summary({ totals, how }: RetailImported, rows: number, seconds: number, into: string, pin: string): string[] {
  const { members, products, invoices, returns, lines, netMinor, netMinorByCountry } = totals;
  const known = how === 'already-there';
  // Rows that an interrupted run had written already would flatter the speed.
  const speed = how === 'made' ? `, ${count.format(Math.round(rows / seconds))} rows/s` : '';
  return [
    known ? `These files are in ${into} already; nothing was written.` : `Imported into ${into} (${how}).`,
    `members ${count.format(members)}, products ${count.format(products)}, ` +
      `invoices ${count.format(invoices)} (${count.format(returns)} cancellations), lines ${count.format(lines)}`,
    `net ${money(netMinor)}, United Kingdom ${money(netMinorByCountry['United Kingdom'] ?? 0)}: as in the files`,
    ...(known ? [] : [`${seconds.toFixed(1)} s${speed}`, `The manager signs in with PIN ${pin}.`]),
    `Open it: npm start -- --data ${into}`,
  ];
}

const began = performance.now();
const { folder, into, pin: chosenPin } = readArguments();
if (!fs.existsSync(folder)) end(REFUSED, `${folder} does not exist.`);
if (!fs.statSync(folder).isDirectory()) end(REFUSED, `${folder} is not a folder.`);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());

const progress = progressLine(process.stdout);
const reading = await readRetailFolder(folder, (rows) => progress.show(`Reading: ${count.format(rows)} rows`));
progress.clear();
if (!reading.ok) end(REFUSED, ...brokenLines(reading));

const pin = chosenPin ?? randomPin();
const imported = await importRetail(path.join(into, STORE_FILE), reading.value, pin, {
  clock: Date.now,
  ids: makeIdSource(Date.now, randomBytes),
  signal: stop.signal,
  onProgress: (written, total) =>
    progress.show(
      `Writing: ${count.format(written)} of ${count.format(total)} (${Math.floor((100 * written) / total)} %)`,
    ),
});
progress.clear();
if (!imported.ok) end(imported.reason === 'stopped' ? STOPPED : REFUSED, ...refusalLines(imported, into));
const seconds = (performance.now() - began) / 1000;
for (const line of summary(imported.value, reading.value.rows, seconds, into, pin)) console.log(line);
