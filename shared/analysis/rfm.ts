import { z } from 'zod';
import { ascending, quantile } from './quantile.ts';

/** From 1, the worst fifth, to 5, the best. */
export const FIFTHS = [1, 2, 3, 4, 5] as const;
type Fifth = (typeof FIFTHS)[number];

/** What the members who ever bought did, in their order: days since the last purchase, purchases, net sales. */
export interface RfmMeasures {
  readonly recencyDays: ArrayLike<number>;
  readonly purchases: ArrayLike<number>;
  readonly money: ArrayLike<number>;
}

const fourCuts = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly();
type Cuts = z.infer<typeof fourCuts>;

/** Where the fifths are cut: a value at or above a cut belongs to the next fifth. */
export const rfmCutsSchema = z.object({ recency: fourCuts, frequency: fourCuts, money: fourCuts });
export type RfmCuts = Readonly<z.infer<typeof rfmCutsSchema>>;

/**
 * The quantiles 20, 40, 60 and 80 % plus 1: members with the same value are never torn apart, as counting off equal fifths
 * would do. As the R package rfm of Hebbali cuts them.
 */
const cutsOf = (values: ArrayLike<number>): Cuts => {
  const sorted = ascending(values);
  return [0.2, 0.4, 0.6, 0.8].map((p) => quantile(sorted, p) + 1) as unknown as Cuts;
};

/** Throws RangeError where there is nobody. */
export const rfmCuts = ({ recencyDays, purchases, money }: RfmMeasures): RfmCuts => ({
  recency: cutsOf(recencyDays),
  frequency: cutsOf(purchases),
  money: cutsOf(money),
});

const fifth = (of: Cuts, value: number): Fifth => {
  let at = 1;
  for (const cut of of) if (value >= cut) at++;
  return at as Fifth;
};

export interface Rfm {
  readonly r: Fifth;
  readonly f: Fifth;
  readonly m: Fifth;
}

/** The fifths of one member: who came last is best in r. */
export const rfmOf = (cuts: RfmCuts, recencyDays: number, purchases: number, money: number): Rfm => ({
  r: (6 - fifth(cuts.recency, recencyDays)) as Fifth,
  f: fifth(cuts.frequency, purchases),
  m: fifth(cuts.money, money),
});

type Range = readonly [from: number, to: number];
const NAMED = [
  ['champions', [5, 5], [5, 5], [5, 5]],
  ['potential-loyalists', [3, 5], [3, 5], [2, 5]],
  ['loyal', [2, 4], [2, 4], [2, 4]],
  ['promising', [3, 4], [1, 3], [3, 5]],
  ['new', [4, 5], [1, 3], [1, 5]],
  ['cannot-lose', [1, 2], [3, 4], [4, 5]],
  ['at-risk', [1, 2], [2, 5], [4, 5]],
  ['need-attention', [1, 3], [3, 5], [3, 5]],
  ['about-to-sleep', [2, 3], [1, 3], [1, 4]],
  ['lost', [1, 1], [1, 5], [1, 5]],
] as const satisfies readonly (readonly [string, Range, Range, Range])[];

/** The ten named segments, and those whom none of them describes. */
export const RFM_SEGMENTS = [...NAMED.map(([segment]) => segment), 'others'] as const;
export type RfmSegment = (typeof RFM_SEGMENTS)[number];

const within = (value: number, [from, to]: Range) => value >= from && value <= to;

/** The first of the segments that fits, in the order of RFM_SEGMENTS. Ranges as the R package rfm publishes them. */
export const segmentOf = ({ r, f, m }: Rfm): RfmSegment =>
  NAMED.find(([, rs, fs, ms]) => within(r, rs) && within(f, fs) && within(m, ms))?.[0] ?? 'others';

const ALL_RFM: readonly Rfm[] = FIFTHS.flatMap((r) => FIFTHS.flatMap((f) => FIFTHS.map((m) => ({ r, f, m }))));

/** The three digits that an RFM is written as: 543 for r 5, f 4, m 3. */
export const rfmCode = ({ r, f, m }: Rfm): number => 100 * r + 10 * f + m;

/** All codes of which something is true. */
export const rfmCodes = (holds: (rfm: Rfm) => boolean): number[] => ALL_RFM.filter(holds).map(rfmCode);

export const rfmOfCode = (code: number): Rfm => ({
  r: Math.floor(code / 100) as Fifth,
  f: (Math.floor(code / 10) % 10) as Fifth,
  m: (code % 10) as Fifth,
});
