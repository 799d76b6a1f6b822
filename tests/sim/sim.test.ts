import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';

/** How many lives, and how long each is. More of them in `npm run test:long`. */
const LIVES = Number(process.env.REGULARS_SIMULATED_LIVES ?? 12);
const STEPS = 800;

/**
 * Each of these once found a fault. A seed lives another life when what can happen changes, so the faults stand among the
 * mutants as well. [seed, steps, what was wrong]
 */
const ONCE_FAILED: readonly (readonly [number, number, string])[] = [
  [1, 600, 'a log taken back from within a transaction was refused for ever'],
  [1007, 1000, 'a change taken under another stamp after a restore of headquarters kept the old one'],
  [1009, 800, 'a tombstone taken back before its member was forgotten'],
  [1012, 1000, 'a change of one branch was not weighed again when the other branch’s stamp was clamped'],
  [1045, 1000, 'a store’s own change kept the stamp of a timeline that was over'],
  [14, 1000, 'a store’s own change that lost stayed lost when the stamp that beat it was taken away'],
  [43, 1000, 'a log was put in order by a head that was not headquarters’ any more'],
  [67, 800, 'a late push between greeting and hello was taken for a fork'],
  [101, 1000, 'another store’s change kept the stamp of a timeline that was over'],
  [1069, 1000, 'the oracle forgot a poisoned row when the disk failed right after it'],
];

describe('a chain of three stores', () => {
  it(`loses and doubles nothing in ${LIVES} lives of ${STEPS} random things each`, { timeout: LIVES * 20_000 }, () => {
    for (let seed = 1; seed <= LIVES; seed += 1) expect(simulate(seed, STEPS).facts, `seed ${seed}`).toBeGreaterThan(0);
  });

  it('lives the same life again from the same seed', () => {
    expect(simulate(7, 400)).toEqual(simulate(7, 400));
  });

  it.each(ONCE_FAILED)('lives through seed %i (%i): %s', (seed, steps) => {
    expect(simulate(seed, steps).facts).toBeGreaterThan(0);
  });
});
