import type { Rfm } from './rfm.ts';

/** From whoever speaks for the shop down to whoever only knows it. */
export const STAGES = ['advocate', 'loyal', 'buyer', 'prospect', 'potential'] as const;
export type Stage = (typeof STAGES)[number];

export interface StageFacts {
  /** Purchases less what was taken back whole. */
  readonly netPurchases: number;
  readonly rfm: Rfm | null;
  /** A referral that became a member, a good review, or a 9 or 10 of 10. */
  readonly recommends: boolean;
  /** Was in the shop once, or called to ask. */
  readonly hasVisited: boolean;
}

const LOYAL_FROM = 4;

/** The first that fits, from the top. */
export function stageOf({ netPurchases, rfm, recommends, hasVisited }: StageFacts): Stage {
  const buys = netPurchases > 0;
  const isLoyal = buys && rfm !== null && rfm.r >= LOYAL_FROM && rfm.f >= LOYAL_FROM;
  if (isLoyal) return recommends ? 'advocate' : 'loyal';
  if (buys) return 'buyer';
  return hasVisited ? 'prospect' : 'potential';
}

/**
 * How many members went from each stage to each: `counts[from][to]`, and the same as `shares` of those who were in `from`
 * (rows sum to 1, or to 0 where nobody was). Members are in the same order before and after.
 */
export function stageMoves(before: readonly Stage[], after: readonly Stage[]) {
  if (before.length !== after.length) throw new RangeError('stageMoves: not the same members');
  const place = (stage: Stage) => STAGES.indexOf(stage);
  const counts = STAGES.map(() => STAGES.map(() => 0));
  for (const [i, from] of before.entries()) {
    const row = counts[place(from)] as number[];
    (row[place(after[i] as Stage)] as number)++;
  }
  const shares = counts.map((row) => {
    const sum = row.reduce((total, count) => total + count, 0);
    return row.map((count) => (sum === 0 ? 0 : count / sum));
  });
  return { counts, shares };
}
