import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IdleWatch } from './idle-watch.ts';
import { remember } from './remembered.ts';

const MINUTE = 60_000;
let onIdle = vi.fn<() => void>();
let target: Window;
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  onIdle = vi.fn<() => void>();
  target = new EventTarget() as unknown as Window;
  const watch = new IdleWatch();
  watch.attach(target);
  end = watch.watch(5 * MINUTE, onIdle);
});
afterEach(() => void vi.useRealTimers());

const press = () => target.dispatchEvent(new Event('keydown'));

test('a window is idle when nothing was pressed for so long, and is told so once', () => {
  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10 * MINUTE);
  press();
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('a key, a touch or a turned wheel begins the time anew', () => {
  for (const kind of ['keydown', 'pointerdown', 'wheel']) {
    vi.advanceTimersByTime(4 * MINUTE);
    target.dispatchEvent(new Event(kind));
  }
  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('the first key after the machine had slept opens nothing', () => {
  vi.setSystemTime(Date.now() + 60 * MINUTE);
  press();
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('activity in another window of the same browser counts', () => {
  vi.advanceTimersByTime(4 * MINUTE);
  remember('active-at', String(Date.now()));
  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('a clock that is set back a day keeps it open no longer', () => {
  vi.setSystemTime(Date.now() - 24 * 60 * MINUTE);
  press();
  vi.advanceTimersByTime(6 * MINUTE);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('whoever ends the watch is told nothing', () => {
  end();
  vi.advanceTimersByTime(60 * MINUTE);
  press();
  expect(onIdle).not.toHaveBeenCalled();
});
