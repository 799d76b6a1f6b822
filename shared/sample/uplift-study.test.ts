import { describe, expect, it } from 'vitest';
import type { SampleChain } from './chain-plan.ts';
import { makeUpliftStudy } from './uplift-study.ts';

const CHAIN: SampleChain = { stores: 2, members: 900, days: 365, seed: 0, plain: false, nowMs: Date.UTC(2026, 10, 1) };

describe('the uplift that is planted in a sample chain', () => {
  const made = makeUpliftStudy();
  for (let seed = 1; seed <= 24; seed++) made.add({ ...CHAIN, seed });
  const study = made.study();

  it('is found by the evaluation in nearly every chain', () => {
    expect(study).toMatchObject({ chains: 24, alarms: 0 });
    expect(study.meanUpliftMinor).toBeGreaterThan(3_000);
    for (const { covered } of [study.adjusted, study.unadjusted]) expect(covered).toBeGreaterThanOrEqual(20);
  });

  it('is neither over- nor underestimated on average', () => {
    for (const of of [study.adjusted, study.unadjusted]) {
      expect(Math.abs(of.meanBiasMinor)).toBeLessThan(3 * of.biasErrorMinor);
      // Where the groups are drawn many times, little is left to chance.
      expect(Math.abs(of.drawnBiasMinor)).toBeLessThan(3 * of.drawnErrorMinor);
      expect(of.drawnErrorMinor).toBeLessThan(of.biasErrorMinor / 2);
    }
  });

  it('lies in intervals as wide as theory has them, narrower where the past is taken out', () => {
    for (const { meanWidthMinor, theoreticalWidthMinor } of [study.adjusted, study.unadjusted])
      expect(Math.abs(meanWidthMinor / theoreticalWidthMinor - 1)).toBeLessThan(0.05);
    expect(study.meanGain).toBeGreaterThan(0.2);
    expect(study.adjusted.meanWidthMinor).toBeLessThan(0.9 * study.unadjusted.meanWidthMinor);
  });

  it('cannot be studied where none is planted', () => {
    expect(() => made.add({ ...CHAIN, plain: true })).toThrow(RangeError);
  });
});
