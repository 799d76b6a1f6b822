import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ScannerTerms, USUAL_SCANNER } from '../../shared/tills/scanner-terms.ts';
import { NO_BURST, type ScanPress, type ScanVerdict, scanEnd, scanStep } from './scanner.ts';

const GAP_MS = USUAL_SCANNER.gapMs;

type Typed = Partial<ScanPress> & { readonly key: string };

/** Feeds keys `gapMs` apart (or at their own times) and says what was scanned and what a field holds in the end. */
function feed(
  keys: readonly Typed[],
  gapMs: number,
  terms = USUAL_SCANNER,
): { scans: string[]; field: string; passed: string[]; verdicts: ScanVerdict[] } {
  let state = NO_BURST;
  let atMs = 0;
  let field = '';
  let before = '';
  const scans: string[] = [];
  const passed: string[] = [];
  const verdicts: ScanVerdict[] = [];
  const scanned = (code: string) => {
    scans.push(code);
    field = before;
  };
  const settle = (nowMs: number) => {
    const end = scanEnd(state, nowMs, terms);
    if (!end) return;
    state = NO_BURST;
    if (end.kind === 'scan') scanned(end.code);
    else field += end.release;
  };
  for (const typed of keys) {
    atMs += gapMs;
    const press: ScanPress = { atMs, inField: true, byHand: false, ...typed };
    settle(press.atMs);
    const [next, verdict] = scanStep(state, press, terms);
    state = next;
    atMs = press.atMs;
    verdicts.push(verdict);
    if (verdict.kind === 'scan') scanned(verdict.code);
    if (verdict.kind === 'begin' || verdict.kind === 'pass') {
      field += verdict.release;
      if (verdict.kind === 'begin') before = field;
      if (press.key.length === 1) field += press.key;
      else passed.push(press.key);
    }
  }
  settle(Number.POSITIVE_INFINITY);
  return { scans, field, passed, verdicts };
}

const set = (terms: Partial<ScannerTerms>): ScannerTerms => ({ ...USUAL_SCANNER, ...terms });
const keysOf = (text: string): Typed[] => [...text].map((key) => ({ key }));
const ENTER: Typed = { key: 'Enter' };

describe('a scanner as it leaves the factory', () => {
  test('a space away from fields presses what has the focus: no scan begins with it', () => {
    const [space] = feed([{ key: ' ', inField: false }, ENTER], 5).verdicts;
    expect(space).toEqual({ kind: 'pass', release: '' });
    expect(feed([{ key: ' ', inField: false }, ...keysOf('6901234567892'), ENTER], 5).scans).toEqual(['6901234567892']);
  });

  test('keys faster than fingers that end in Enter are a scan, and nothing stays in the field', () => {
    expect(feed([...keysOf('6901234567892'), ENTER], 5)).toMatchObject({ scans: ['6901234567892'], field: '' });
    expect(feed([...keysOf('VIP-0012'), ENTER], GAP_MS)).toMatchObject({ scans: ['VIP-0012'], field: '' });
  });

  test('typing is typing, however it ends', () => {
    expect(feed([...keysOf('6901234567892'), ENTER], GAP_MS + 1)).toMatchObject({
      scans: [],
      field: '6901234567892',
      passed: ['Enter'],
    });
  });

  test('what stood in the field before the scan still stands there', () => {
    const typed = keysOf('co').map((each, index) => ({ ...each, atMs: 200 * (index + 1) }));
    const scanned = keysOf('69012345').map((each, index) => ({ ...each, atMs: 1000 + 5 * index }));
    expect(feed([...typed, ...scanned, { ...ENTER, atMs: 1040 }], 0)).toMatchObject({
      scans: ['69012345'],
      field: 'co',
    });
  });

  test('two keys rolled over by fast fingers reach the field, in order', () => {
    const keys = [
      { key: 'z', atMs: 100 },
      { key: 'w', atMs: 120 },
      { key: 'x', atMs: 300 },
      { key: 'Enter', atMs: 320 },
    ];
    expect(feed(keys, 0)).toMatchObject({ scans: [], field: 'zwx' });
  });

  test('the Shift of a capital letter does not break a scan', () => {
    const shift: Typed = { key: 'Shift' };
    const keys = [shift, { key: 'A' }, shift, { key: 'B' }, ...keysOf('12'), ENTER];
    expect(feed(keys, 20)).toMatchObject({ scans: ['AB12'], field: '' });
  });

  test('a key that is held down, a shortcut and a key of an input method are no scan', () => {
    expect(feed([...keysOf('111111').map((each) => ({ ...each, byHand: true })), ENTER], 5).scans).toEqual([]);
    expect(feed([...keysOf('1234'), { key: 'v', byHand: true }, ENTER], 5)).toMatchObject({ scans: [] });
  });

  test('outside a field the first key is kept back too, so that it does nothing there', () => {
    const { scans, verdicts } = feed(
      [...keysOf('6901'), ENTER].map((each) => ({ ...each, inField: false })),
      5,
    );
    expect(scans).toEqual(['6901']);
    expect(verdicts.map((verdict) => verdict.kind)).toEqual(['begin', 'hold', 'hold', 'hold', 'scan']);
  });
});

describe('a scanner that was set otherwise', () => {
  test('sends a prefix, without which fast keys are typing', () => {
    const terms = set({ prefix: '~C' });
    expect(feed([...keysOf('~C6901'), ENTER], 5, terms)).toMatchObject({ scans: ['6901'], field: '' });
    expect(feed([...keysOf('6901234'), ENTER], 5, terms)).toMatchObject({
      scans: [],
      field: '6901234',
      passed: ['Enter'],
    });
    expect(feed([...keysOf('~D6901'), ENTER], 5, terms)).toMatchObject({ scans: [], field: '~D6901' });
    expect(feed([...keysOf('x~C6901'), ENTER], 5, terms)).toMatchObject({ scans: ['6901'], field: 'x' });
  });

  test('ends with Tab, and then an Enter is a person’s', () => {
    const terms = set({ suffix: { kind: 'Tab' } });
    expect(feed([...keysOf('6901'), { key: 'Tab' }], 5, terms)).toMatchObject({ scans: ['6901'], passed: [] });
    expect(feed([...keysOf('6901'), ENTER], 5, terms)).toMatchObject({ scans: [], field: '6901', passed: ['Enter'] });
  });

  test('ends with text, which may also stand inside the code', () => {
    const terms = set({ suffix: { kind: 'text', text: '##' } });
    expect(feed(keysOf('69##01##'), 5, terms)).toMatchObject({ scans: ['69##01'], field: '' });
    expect(feed(keysOf('690123#'), 5, terms)).toMatchObject({ scans: [], field: '690123#' });
  });

  test('ends with nothing: two scans with a pause between are two', () => {
    const terms = set({ suffix: { kind: 'none' } });
    const second = keysOf('VIP-1').map((each, index) => ({ ...each, atMs: 500 + 5 * index }));
    expect(feed([...keysOf('6901'), ...second], 5, terms)).toMatchObject({ scans: ['6901', 'VIP-1'], field: '' });
  });
});

const printable = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
const textOf = (minLength: number, maxLength: number) => fc.string({ unit: printable, minLength, maxLength });
const anyTerms: fc.Arbitrary<ScannerTerms> = fc.record({
  gapMs: fc.integer({ min: 10, max: 150 }),
  prefix: textOf(0, 3),
  suffix: fc.oneof(
    fc.constantFrom({ kind: 'none' as const }, { kind: 'Enter' as const }, { kind: 'Tab' as const }),
    fc.record({ kind: fc.constant('text' as const), text: textOf(1, 3) }),
  ),
});

describe('whatever the terms are', () => {
  test('what a person types slower than the gap reaches the field whole, and Enter and Tab do their work', () => {
    const key = fc.oneof({ weight: 4, arbitrary: printable }, fc.constantFrom('Enter', 'Tab', '码'));
    const typed = fc.array(fc.tuple(key, fc.integer({ min: 1, max: 400 })), { maxLength: 30 });
    fc.assert(
      fc.property(anyTerms, typed, (terms, presses) => {
        let atMs = 0;
        const keys = presses.map(([pressed, beyondMs]) => {
          atMs += terms.gapMs + beyondMs;
          return { key: pressed, atMs };
        });
        const { scans, field, passed } = feed(keys, 0, terms);
        const letters = presses.map(([pressed]) => pressed).filter((pressed) => pressed.length === 1);
        expect(scans).toEqual([]);
        expect(field).toBe(letters.join(''));
        expect(passed).toEqual(presses.map(([pressed]) => pressed).filter((pressed) => pressed.length > 1));
      }),
      { numRuns: 300 },
    );
  });

  test('a scan faster than the gap is heard whole, and nothing of it reaches the field or presses anything', () => {
    const scan = fc.record({
      code: textOf(4, 20),
      gaps: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
    });
    const typed = fc.array(printable, { maxLength: 6 });
    fc.assert(
      fc.property(anyTerms, typed, scan, (terms, before, { code, gaps }) => {
        let atMs = 0;
        const typedKeys = before.map((key) => {
          atMs += terms.gapMs + 50;
          return { key, atMs };
        });
        atMs += terms.gapMs + 50;
        const ending = terms.suffix.kind === 'text' ? [...terms.suffix.text] : [terms.suffix.kind];
        const sent = [...terms.prefix, ...code, ...ending.filter((key) => key !== 'none')];
        const scannedKeys = sent.map((key) => {
          atMs += Math.floor(terms.gapMs * (gaps.next().value ?? 0));
          return { key, atMs };
        });
        expect(feed([...typedKeys, ...scannedKeys], 0, terms)).toMatchObject({
          scans: [code],
          field: before.join(''),
          passed: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  test('each letter is either scanned or typed, once and in order', () => {
    const key = fc.constantFrom('1', 'a', 'Enter', 'Tab', 'Shift');
    const presses = fc.array(fc.record({ key, gap: fc.constantFrom(0.1, 0.9, 1.1, 4) }));
    const plain = anyTerms.map((terms): ScannerTerms => ({ ...terms, prefix: '' }));
    fc.assert(
      fc.property(plain, presses, (terms, pressed) => {
        const ending = terms.suffix.kind === 'text' ? terms.suffix.text : '';
        let state = NO_BURST;
        let atMs = 0;
        let came = '';
        const settle = (nowMs: number) => {
          const end = scanEnd(state, nowMs, terms);
          if (end) state = NO_BURST;
          if (end) came += end.kind === 'scan' ? end.code + ending : end.release;
        };
        for (const each of pressed) {
          atMs += Math.ceil(terms.gapMs * each.gap);
          settle(atMs);
          const [next, verdict] = scanStep(state, { key: each.key, atMs, inField: false, byHand: false }, terms);
          state = next;
          if (verdict.kind === 'scan') came += verdict.code;
          if (verdict.kind === 'begin' || verdict.kind === 'pass') came += verdict.release;
        }
        settle(Number.POSITIVE_INFINITY);
        const letters = pressed.map((each) => each.key).filter((each) => each.length === 1);
        expect(came).toBe(letters.join(''));
      }),
    );
  });
});
