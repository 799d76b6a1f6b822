import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_BURST, SCAN_GAP_MS, type ScanPress, type ScanVerdict, scanStep } from './scanner.ts';

type Typed = Partial<ScanPress> & { readonly key: string };

/** Feeds keys `gapMs` apart and says what was scanned and what a field holds in the end. */
function feed(keys: readonly Typed[], gapMs: number): { scans: string[]; field: string; verdicts: ScanVerdict[] } {
  let state = NO_BURST;
  let atMs = 0;
  let field = '';
  let before = '';
  const scans: string[] = [];
  const verdicts: ScanVerdict[] = [];
  for (const typed of keys) {
    atMs += gapMs;
    const press: ScanPress = { atMs, inField: true, byHand: false, ...typed };
    const [next, verdict] = scanStep(state, press);
    state = next;
    atMs = press.atMs;
    verdicts.push(verdict);
    if (verdict.kind === 'scan') {
      scans.push(verdict.code);
      field = before;
    }
    if (verdict.kind === 'begin' || verdict.kind === 'pass') {
      field += verdict.release;
      if (verdict.kind === 'begin') before = field;
      if (press.key.length === 1) field += press.key;
    }
  }
  return { scans, field: field + state.held, verdicts };
}

const keysOf = (text: string): Typed[] => [...text].map((key) => ({ key }));
const ENTER: Typed = { key: 'Enter' };

test('keys faster than fingers that end in Enter are a scan, and nothing stays in the field', () => {
  expect(feed([...keysOf('6901234567892'), ENTER], 5)).toMatchObject({ scans: ['6901234567892'], field: '' });
  expect(feed([...keysOf('VIP-0012'), ENTER], SCAN_GAP_MS)).toMatchObject({ scans: ['VIP-0012'], field: '' });
});

test('typing is typing, however it ends', () => {
  expect(feed([...keysOf('6901234567892'), ENTER], SCAN_GAP_MS + 1)).toMatchObject({
    scans: [],
    field: '6901234567892',
  });
});

test('what stood in the field before the scan still stands there', () => {
  const typed = keysOf('co').map((each, index) => ({ ...each, atMs: 200 * (index + 1) }));
  const scanned = keysOf('69012345').map((each, index) => ({ ...each, atMs: 1000 + 5 * index }));
  expect(feed([...typed, ...scanned, { ...ENTER, atMs: 1040 }], 0)).toMatchObject({ scans: ['69012345'], field: 'co' });
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
  expect(feed([...keysOf('1234'), { key: 'v', byHand: true }, ENTER], 5)).toMatchObject({ scans: [], field: '1234v' });
});

test('outside a field the first key is kept back too, so that it does nothing there', () => {
  const { scans, verdicts } = feed(
    [...keysOf('6901'), ENTER].map((each) => ({ ...each, inField: false })),
    5,
  );
  expect(scans).toEqual(['6901']);
  expect(verdicts.map((verdict) => verdict.kind)).toEqual(['begin', 'hold', 'hold', 'hold', 'scan']);
});

test('whatever is pressed, each letter is either scanned or typed, once and in order', () => {
  const key = fc.constantFrom('1', 'a', 'Enter', 'Tab', 'Shift');
  const press = fc.record({ key, gapMs: fc.constantFrom(1, 20, 40, 200) });
  fc.assert(
    fc.property(fc.array(press), (presses) => {
      let state = NO_BURST;
      let atMs = 0;
      let came = '';
      for (const { key: pressed, gapMs } of presses) {
        atMs += gapMs;
        const [next, verdict] = scanStep(state, { key: pressed, atMs, inField: false, byHand: false });
        state = next;
        if (verdict.kind === 'scan') came += verdict.code;
        if (verdict.kind === 'begin' || verdict.kind === 'pass') came += verdict.release;
      }
      const letters = presses.map((each) => each.key).filter((pressed) => pressed.length === 1);
      expect(came + state.held).toBe(letters.join(''));
    }),
  );
});
