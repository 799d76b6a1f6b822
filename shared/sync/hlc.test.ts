import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_HLC, givesWayTo, type Hlc, hlcMs, tick } from './hlc.ts';

const instantMs = fc.integer({ min: 0, max: Date.UTC(2100) });

describe('a hybrid clock', () => {
  it('only goes forward, also when the wall clock jumps back or stands still', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(instantMs, fc.constantFrom(5, 5, 5)), { minLength: 2, maxLength: 200 }),
        (times) => {
          let stamp = FIRST_HLC;
          let latestMs = 0;
          for (const nowMs of times) {
            const next = tick(stamp, nowMs);
            latestMs = Math.max(latestMs, nowMs);
            expect(next > stamp).toBe(true);
            expect(next).toMatch(/^[0-9a-f]{12}-[0-9a-f]{4}$/);
            expect(hlcMs(next)).toBe(latestMs);
            stamp = next;
          }
        },
      ),
    );
  });

  it('goes on past the end of its counter', () => {
    expect(tick('00000000000a-ffff' as Hlc, 1)).toBe('00000000000b-0000');
  });

  it('lets of two stamps exactly one win, the same at every store', () => {
    const stamp = fc
      .tuple(instantMs, fc.nat(3))
      .map(([ms, n]) => Array.from({ length: n }).reduce<Hlc>((last) => tick(last, 0), tick(FIRST_HLC, ms)));
    const store = fc.constantFrom('store-a', 'store-b', 'store-c');
    fc.assert(
      fc.property(stamp, store, stamp, store, (a, fromA, b, fromB) => {
        fc.pre(a !== b || fromA !== fromB);
        expect(givesWayTo(a, fromA, b, fromB)).toBe(!givesWayTo(b, fromB, a, fromA));
      }),
    );
    expect(givesWayTo(FIRST_HLC, 'store-a', FIRST_HLC, 'store-a')).toBe(false);
  });
});
