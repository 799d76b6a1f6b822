/** A till PIN: four to eight digits. */
export const PIN_PATTERN = /^\d{4,8}$/;

/** True for a PIN that a stranger tries first: one digit repeated, or a run up or down (1111, 1234, 8765). */
export function isGuessablePin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]));
  return steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 0) <= 1;
}

export const FREE_ATTEMPTS = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 15 * 60_000;

export interface PinAttempts {
  readonly failedAttempts: number;
  readonly lockedUntilMs: number;
}

/**
 * Books an attempt before the PIN is looked at, so that killing the program in between gains nothing.
 * From the fifth failure on each one locks: 1 minute, doubling, at most 15.
 */
export function bookAttempt(seen: PinAttempts, nowMs: number): PinAttempts {
  const failedAttempts = seen.failedAttempts + 1;
  if (failedAttempts < FREE_ATTEMPTS) return { failedAttempts, lockedUntilMs: 0 };
  const lockMs = Math.min(FIRST_LOCK_MS * 2 ** (failedAttempts - FREE_ATTEMPTS), LONGEST_LOCK_MS);
  return { failedAttempts, lockedUntilMs: nowMs + lockMs };
}

/** Milliseconds until the next attempt is let in: never more than the longest lock, also when the clock was set back. */
export const lockRemainingMs = (seen: PinAttempts, nowMs: number): number =>
  Math.min(Math.max(0, seen.lockedUntilMs - nowMs), LONGEST_LOCK_MS);
