import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampStamp, MAX_AHEAD_MS, skewMs } from './clamp.ts';
import { FIRST_HLC, firstStampAt, type Hlc, hlcMs, tick } from './hlc.ts';

const NOW = Date.UTC(2026, 2, 15);
const YEARS_MS = 10 * 365 * 86_400_000;

describe('a stamp that headquarters takes', () => {
  it('is the store’s own, unless it lies more than five minutes ahead', () => {
    const early = firstStampAt(NOW - YEARS_MS);
    const edge = firstStampAt(NOW + MAX_AHEAD_MS);
    expect(clampStamp(early, FIRST_HLC, NOW)).toBe(early);
    expect(clampStamp(edge, FIRST_HLC, NOW)).toBe(edge);
    expect(hlcMs(clampStamp(firstStampAt(NOW + MAX_AHEAD_MS + 1), FIRST_HLC, NOW))).toBe(NOW + MAX_AHEAD_MS);
  });

  it('never lies far ahead of every moment at which one was taken, and keeps the store’s order', () => {
    const jumps = fc.array(
      fc.record({ ticks: fc.integer({ min: -YEARS_MS, max: YEARS_MS }), passes: fc.nat(60_000) }),
      {
        maxLength: 100,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(jumps, (steps) => {
        let [written, taken, nowMs] = [FIRST_HLC as Hlc, FIRST_HLC as Hlc, NOW];
        for (const { ticks, passes } of steps) {
          nowMs += passes;
          written = tick(written, nowMs + ticks);
          const next = clampStamp(written, taken, nowMs);
          expect(next > taken).toBe(true);
          expect(hlcMs(next)).toBeLessThanOrEqual(nowMs + MAX_AHEAD_MS);
          taken = next;
        }
      }),
    );
  });

  it('comes with how far the store’s clock was ahead', () => {
    expect(skewMs(firstStampAt(NOW + 7), NOW)).toBe(7);
    expect(skewMs(firstStampAt(NOW - 7), NOW)).toBe(0);
  });
});
