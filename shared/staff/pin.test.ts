import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookAttempt, FREE_ATTEMPTS, isGuessablePin, lockRemainingMs, PIN_PATTERN, type PinAttempts } from './pin.ts';

const NOW = Date.UTC(2026, 2, 15);
const MINUTE = 60_000;
const NONE: PinAttempts = { failedAttempts: 0, lockedUntilMs: 0 };
const after = (attempts: number) =>
  Array.from({ length: attempts }).reduce<PinAttempts>((seen) => bookAttempt(seen, NOW), NONE);

describe('a PIN', () => {
  it.each(['1234', '0123', '4321', '98765', '0000', '77777777'])('%s is one that a stranger tries first', (pin) =>
    expect(isGuessablePin(pin)).toBe(true),
  );
  it.each(['2580', '1357', '1122', '7890', '1235'])('%s is not', (pin) => expect(isGuessablePin(pin)).toBe(false));

  it('is guessable exactly when every step is the same and at most one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4,8}$/), (pin) => {
        const runs = ['0123456789', '9876543210', ...[...'0123456789'].map((digit) => digit.repeat(8))];
        expect(isGuessablePin(pin)).toBe(runs.some((run) => run.includes(pin)));
      }),
    );
  });

  it.each(['123', '123456789', '12a4', '１２３４', '1234\n', ' 1234', ''])('is not %j', (text) =>
    expect(PIN_PATTERN.test(text)).toBe(false),
  );
});

describe('failed attempts', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 15],
    [10, 15],
    [1000, 15],
  ])('%s lock for %s minutes', (attempts, minutes) =>
    expect(lockRemainingMs(after(attempts), NOW)).toBe(minutes * MINUTE),
  );

  it('are as many free ones as are said', () => {
    expect(lockRemainingMs(after(FREE_ATTEMPTS - 1), NOW)).toBe(0);
    expect(lockRemainingMs(after(FREE_ATTEMPTS), NOW)).toBeGreaterThan(0);
  });

  it('never lock for longer than a quarter of an hour, also when the clock is set back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
        (attempts, jumpMs) => {
          const remainingMs = lockRemainingMs(after(attempts), NOW + jumpMs);
          expect(remainingMs).toBeGreaterThanOrEqual(0);
          expect(remainingMs).toBeLessThanOrEqual(15 * MINUTE);
        },
      ),
    );
  });
});
