import { describe, expect, it } from 'vitest';
import { mayBecome, OFFER_STATES, phaseAt } from './offer-state.ts';

describe('an offer', () => {
  it('goes live once it is written, may be stopped and begun again, and has an end', () => {
    const steps = OFFER_STATES.flatMap((from) =>
      OFFER_STATES.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
    );
    expect(steps).toEqual(['draft live', 'live paused', 'live ended', 'paused live', 'paused ended']);
  });

  it('is upcoming before its window, and over from the minute at which it ends', () => {
    const window = { from: '2026-03-01T00:00', until: '2026-03-08T00:00' };
    expect(
      ['2026-02-28T23:59', '2026-03-01T00:00', '2026-03-07T23:59', '2026-03-08T00:00'].map((at) => phaseAt(window, at)),
    ).toEqual(['upcoming', 'running', 'running', 'over']);
    expect(phaseAt({ from: null, until: null }, '2026-03-01T00:00')).toBe('running');
  });
});
