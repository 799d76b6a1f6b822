import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { USUAL_SCANNER } from '../../shared/tills/scanner-terms.ts';
import { listenForScans } from './scan-listener.ts';

let nowMs = 0;
let terms = USUAL_SCANNER;
let stop: () => void;
const onScan = vi.fn<(code: string) => void>();
const onKey = vi.fn<(key: string) => void>();

/** Presses a key `gapMs` after the last, and types it into the field where nobody prevents it. */
function press(key: string, gapMs: number, options: KeyboardEventInit = {}): void {
  nowMs += gapMs;
  const focused = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
  Object.defineProperty(event, 'timeStamp', { value: nowMs });
  const through = focused.dispatchEvent(event);
  if (through && focused instanceof HTMLInputElement && key.length === 1 && !options.ctrlKey) focused.value += key;
}
const type = (keys: readonly string[], gapMs: number) => {
  for (const key of keys) press(key, gapMs);
};

/** A field with the focus, holding this. */
function fieldWith(value: string, kind = 'text'): HTMLInputElement {
  const field = document.createElement('input');
  field.type = kind;
  field.value = value;
  document.body.append(field);
  field.focus();
  return field;
}

beforeEach(() => {
  vi.useFakeTimers();
  nowMs = 1000;
  terms = USUAL_SCANNER;
  onScan.mockReset();
  onKey.mockReset();
  stop = listenForScans(window, () => terms, onScan);
  window.addEventListener('keydown', heard);
});
afterEach(() => {
  stop();
  window.removeEventListener('keydown', heard);
  document.body.replaceChildren();
  vi.useRealTimers();
});
const heard = (event: KeyboardEvent) => onKey(event.key);

test('a scan leaves a field as it was, also what was selected in it', () => {
  const field = fieldWith('3*');
  type([...'6901234567892', 'Enter'], 5);
  expect(onScan.mock.calls).toEqual([['6901234567892']]);
  expect(field.value).toBe('3*');
});

test('keys that turn out to be typing arrive a moment later', () => {
  const field = fieldWith('');
  type([...'zw'], 20);
  expect(field.value).toBe('z');
  vi.advanceTimersByTime(100);
  expect(field.value).toBe('zw');
  expect(onScan).not.toHaveBeenCalled();
});

test('outside a field a scan presses nothing, and typing still does', () => {
  type([...'6901', 'Enter'], 5);
  expect(onKey).not.toHaveBeenCalled();
  press('2', 500);
  expect(onKey).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(onKey.mock.calls).toEqual([['2']]);
});

test('a key that was kept back is a key again: what it means in the field goes before typing', () => {
  const field = fieldWith('');
  field.addEventListener('keydown', (event) => event.key === '-' && event.preventDefault());
  type(['+', '-'], 10);
  vi.advanceTimersByTime(100);
  expect(field.value).toBe('+');
});

test('a PIN typed fast is still a PIN', () => {
  const field = fieldWith('', 'password');
  type([...'2580', 'Enter'], 5);
  expect(onScan).not.toHaveBeenCalled();
  expect(field.value).toBe('2580');
});

test('what an input method composes is never taken', () => {
  fieldWith('');
  for (const key of [...'6901', 'Enter']) press(key, 5, { isComposing: true });
  expect(onScan).not.toHaveBeenCalled();
  expect(onKey).toHaveBeenCalledTimes(5);
});

test('a scan between a prefix and a Tab leaves field and focus as they were, and typing of both goes on', () => {
  terms = { gapMs: 35, prefix: '~', suffix: { kind: 'Tab' } };
  const field = fieldWith('co');
  type([...'~6901', 'Tab'], 5);
  expect(onScan.mock.calls).toEqual([['6901']]);
  expect(field.value).toBe('co');
  expect(onKey).toHaveBeenCalledWith('~');
  expect(onKey).not.toHaveBeenCalledWith('Tab');
  press('Tab', 500);
  expect(onKey).toHaveBeenLastCalledWith('Tab');
  type([...'6901', 'Enter'], 5);
  expect(field.value).toBe('co6901');
  expect(onKey).toHaveBeenLastCalledWith('Enter');
});

test('a scan that nothing ends is over when nothing follows', () => {
  terms = { gapMs: 20, prefix: '', suffix: { kind: 'none' } };
  const field = fieldWith('co');
  type([...'6901'], 5);
  expect(onScan).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(onScan.mock.calls).toEqual([['6901']]);
  expect(field.value).toBe('co');
  // The next scan may come before the timer does.
  type([...'VIP-1'], 5);
  press('x', 30);
  expect(onScan.mock.calls).toEqual([['6901'], ['VIP-1']]);
  expect(field.value).toBe('cox');
});

test('other terms are in force from the next key on', () => {
  const field = fieldWith('');
  type([...'6901', 'Enter'], 60);
  expect(onScan).not.toHaveBeenCalled();
  expect(field.value).toBe('6901');
  terms = { ...USUAL_SCANNER, gapMs: 80 };
  press('Shift', 500);
  type([...'6901', 'Enter'], 60);
  expect(onScan.mock.calls).toEqual([['6901']]);
  expect(field.value).toBe('6901');
});
