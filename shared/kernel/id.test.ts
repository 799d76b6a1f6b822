import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, makeIdSource } from './id.ts';

const steps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -86_400_000, max: 1000 })), {
  minLength: 1,
  maxLength: 300,
});

describe('an id source', () => {
  it('makes ids that sort as they were made, none twice, also when the clock is set back', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (clock, noRandomness) => {
        let nowMs = Date.UTC(2026, 0, 1);
        const next = makeIdSource(
          () => nowMs,
          (n) => (noRandomness ? new Uint8Array(n) : randomBytes(n)),
        );
        const made = clock.map((step) => {
          nowMs += step;
          return next();
        });
        expect(made).toEqual(made.toSorted());
        expect(new Set(made).size).toBe(made.length);
      }),
    );
  });

  it('goes on within one millisecond for longer than its counter', () => {
    const next = makeIdSource(
      () => 1_000_000,
      (n) => new Uint8Array(n).fill(255),
    );
    const made = Array.from({ length: 10_000 }, () => next());
    expect(made).toEqual(made.toSorted());
    expect(new Set(made).size).toBe(made.length);
  });

  it('makes UUIDs of version 7 that tell their millisecond', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 47), (nowMs) => {
        const id = makeIdSource(
          () => nowMs,
          (n) => randomBytes(n),
        )<'member'>();
        expect(idOf('member').safeParse(id).success).toBe(true);
        expect(id.charAt(14)).toBe('7');
        expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(nowMs);
      }),
    );
  });

  it.each(['', '0', 'F47AC10B-58CC-4372-A567-0E02B2C3D479', 'f47ac10b58cc4372a5670e02b2c3d479', "' OR 1=1 --"])(
    'takes %j for no id',
    (text) => expect(idOf('member').safeParse(text).success).toBe(false),
  );
});
