import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftKeeper } from './draft-keeper.ts';

type Send = (draft: string) => Promise<void>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a burst of changes is sent once, as it ends', async () => {
  const send = vi.fn<Send>(async () => {});
  const keeper = new DraftKeeper(send);
  for (const draft of ['a', 'ab', 'abc']) keeper.keep(draft);
  expect(send).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(300);
  expect(send.mock.calls).toEqual([['abc']]);
  keeper.keep('abc');
  await vi.advanceTimersByTimeAsync(1000);
  expect(send).toHaveBeenCalledTimes(1);
});

test('one is under way at a time, and the last one is sent last', async () => {
  const answers: (() => void)[] = [];
  const send = vi.fn<Send>(() => new Promise<void>((done) => answers.push(done)));
  const keeper = new DraftKeeper(send);
  keeper.keep('a');
  await vi.advanceTimersByTimeAsync(300);
  keeper.keep('b');
  await vi.advanceTimersByTimeAsync(300);
  keeper.keep('c');
  await vi.advanceTimersByTimeAsync(1000);
  expect(send.mock.calls).toEqual([['a']]);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(300);
  expect(send.mock.calls).toEqual([['a'], ['c']]);
});

test('what could not be sent is sent again, unless something newer is', async () => {
  const send = vi.fn<Send>(async () => {});
  send.mockRejectedValueOnce(new Error('offline'));
  const keeper = new DraftKeeper(send);
  keeper.keep('a');
  await vi.advanceTimersByTimeAsync(300);
  await vi.advanceTimersByTimeAsync(6000);
  expect(send.mock.calls).toEqual([['a'], ['a']]);
});

test('leaving the page sends at once', () => {
  const send = vi.fn<Send>(async () => {});
  const keeper = new DraftKeeper(send);
  keeper.keep('a');
  keeper.flush();
  expect(send.mock.calls).toEqual([['a']]);
});
