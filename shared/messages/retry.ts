const FIRST_MS = 30_000;
/** No retry and no question waits longer. */
export const LONGEST_RETRY_MS = 3_600_000;

/**
 * How long to wait after the n-th attempt (from 1): twice as long each time, an hour at most, between half and all of it,
 * so that what failed together does not come again together. `random`: 0 ≤ random < 1.
 */
export const retryDelayMs = (attempt: number, random: number): number =>
  Math.round(Math.min(LONGEST_RETRY_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 20)) * (0.5 + random / 2));
