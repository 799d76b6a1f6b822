import { type Hlc, hlcMs, tick } from './hlc.ts';

/** How far a stamp may run ahead of headquarters' clock before it is cut: a wrong clock must not win for years. */
export const MAX_AHEAD_MS = 5 * 60_000;

/**
 * The stamp under which headquarters takes a store's change: its own, or, where it lies too far ahead, the furthest that
 * is allowed. `last` is the last stamp that was taken from this store: its changes keep their order.
 */
export function clampStamp(stamp: Hlc, last: Hlc, nowMs: number): Hlc {
  const furthestMs = nowMs + MAX_AHEAD_MS;
  return hlcMs(stamp) <= furthestMs ? stamp : tick(last, furthestMs);
}

/** Kept with each fact, and shown where it is more than a few minutes: how far the store's clock is ahead, in ms. */
export const skewMs = (stamp: Hlc, receivedAtMs: number): number => Math.max(0, hlcMs(stamp) - receivedAtMs);
