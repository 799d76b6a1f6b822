import { z } from 'zod';
import { allocate } from '../../kernel/allocate.ts';
import { goodsSchema } from '../goods.ts';
import { countOf, type Run, runsOf, takeFrom, worthOf } from '../pieces.ts';
import type { Scene } from '../scene.ts';
import { offLines } from '../spread.ts';
import { moneyAction, unmet } from '../terms.ts';

interface Part {
  readonly runs: readonly Run[];
  readonly pieces: number;
}

/** What the set in the `nth` place (from 0) still costs, the dearest pieces in the first sets. */
const setWorth = (scene: Scene, left: readonly number[], parts: readonly Part[], nth: number): number =>
  parts
    .flatMap(({ runs, pieces }) => takeFrom(runs, pieces, nth * pieces))
    .reduce((sum, { line, pieces }) => sum + worthOf(scene, left, line, pieces), 0);

/** How many of `sets`, each worth no more than the one before, are dearer than the bundle's price. */
function worthwhile(sets: number, priceMinor: number, worth: (nth: number) => number): number {
  let low = 0;
  let high = sets;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (worth(middle) > priceMinor) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * So many pieces of each part together cost this much, where they cost more. The dearest pieces go into the first sets;
 * a line belongs to the first part that it fits.
 */
export const bundle = moneyAction({
  args: z.object({
    kind: z.literal('bundle'),
    parts: z
      .array(z.object({ goods: goodsSchema, pieces: z.int().min(1).max(1000) }))
      .min(1)
      .max(10),
    priceMinor: z.int().min(0).max(1_000_000_000),
    mostTimes: z.int().min(1).max(1000).nullable(),
  }),
  fields: { parts: 'parts', priceMinor: 'money', mostTimes: 'pieces' },
  reasons: ['too-few', 'already-cheaper'],
  reads: ({ parts }) => parts.map(({ goods }) => goods),
  off({ parts, priceMinor, mostTimes }, scene, left) {
    const used = new Set<number>();
    const held: Part[] = parts.map(({ goods, pieces }) => {
      const lines = scene.of(goods).filter((line) => !used.has(line));
      for (const line of lines) used.add(line);
      return { runs: runsOf(scene, left, lines, 'dearest'), pieces };
    });
    const missing = held.reduce((sum, { runs, pieces }) => sum + Math.max(0, pieces - countOf(runs)), 0);
    if (missing > 0) return unmet('too-few', { missingPieces: missing });
    const sets = Math.min(
      mostTimes ?? Number.MAX_SAFE_INTEGER,
      ...held.map(({ runs, pieces }) => Math.floor(countOf(runs) / pieces)),
    );
    const times = worthwhile(sets, priceMinor, (nth) => setWorth(scene, left, held, nth));
    const taken = held
      .flatMap(({ runs, pieces }) => takeFrom(runs, times * pieces))
      .map(({ line, pieces }) => ({ line, worthMinor: worthOf(scene, left, line, pieces) }));
    const worth = taken.map(({ worthMinor }) => worthMinor);
    const offMinor = worth.reduce((sum, each) => sum + each, 0) - times * priceMinor;
    if (offMinor <= 0) return unmet('already-cheaper');
    const shares = allocate(offMinor, worth);
    return (
      offLines(
        taken.map(({ line }, at) => ({ line, amountMinor: shares[at] ?? 0 })),
        left,
        times,
      ) ?? unmet('already-cheaper')
    );
  },
});
