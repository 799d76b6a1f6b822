import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForScans } from './scan-listener.ts';

let nowMs = 0;
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
  onScan.mockReset();
  onKey.mockReset();
  stop = listenForScans(window, onScan);
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
