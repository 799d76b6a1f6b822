/** How a channel has been doing. Times are those of a clock that nobody sets. */
export interface ChannelHealth {
  /** Failures of the channel itself in a row. */
  readonly failures: number;
  /** Nothing is tried before. */
  readonly restsUntilMs: number;
}

export const WELL: ChannelHealth = { failures: 0, restsUntilMs: 0 };

const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 600_000;

/**
 * After a channel was tried. It failed as a whole: it rests, twice as long each time, ten minutes at most. It worked: it is
 * well. In both cases it is left alone for as long as it asked to be (`restMs`).
 */
export function afterTrying(
  { failures: before }: ChannelHealth,
  { isWell, restMs }: { readonly isWell: boolean; readonly restMs: number },
  nowMs: number,
): ChannelHealth {
  const failures = isWell ? 0 : before + 1;
  const own = isWell ? 0 : Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(failures - 1, 10));
  return { failures, restsUntilMs: nowMs + Math.max(own, restMs) };
}
