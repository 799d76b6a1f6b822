import { expect, it } from 'vitest';
import { WrongKeys } from './wrong-keys.ts';

it('ten wrong keys a minute are answered, the next must wait until the first is a minute old', () => {
  let nowMs = 0;
  const wrongKeys = new WrongKeys(() => nowMs);
  for (let index = 0; index < 10; index += 1) {
    nowMs = index * 1000;
    expect(wrongKeys.count()).toBe(0);
  }
  expect(wrongKeys.count()).toBe(51);
  nowMs = 59_999;
  expect(wrongKeys.count()).toBe(1);
  nowMs = 60_000;
  expect(wrongKeys.count()).toBe(0);
  expect(wrongKeys.count()).toBe(1);
});
