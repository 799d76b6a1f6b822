import { z } from 'zod';
import { concentration } from './concentration.ts';
import { ascending, quantile } from './quantile.ts';
import { FIFTHS, RFM_SEGMENTS, type Rfm, type RfmCuts, rfmCode, rfmCodes, rfmCuts, rfmOf, segmentOf } from './rfm.ts';
import { valueScores } from './value-score.ts';
import { type Judgements, judgementsSchema, weighMeasures } from './value-weights.ts';

/** How many members there are, and how many may not be looked at. */
export interface Around {
  readonly members: number;
  readonly leftOut: number;
}

/** The members who ever bought, in any order; days are counted since 1970, money in minor units. */
export interface Buyers {
  readonly memberPks: Int32Array;
  readonly lastDay: Int32Array;
  readonly firstDay: Int32Array;
  readonly purchases: Int32Array;
  readonly netMinor: Float64Array;
}

const sumOfMembers = { members: z.int(), netMinor: z.int() };
interface Sum {
  members: number;
  netMinor: number;
}

/** What the members of a store are worth, without anybody's name. */
export const valueReportSchema = z.object({
  /** All members, and those who withdrew the consent to have their purchases looked at, or refused it: in no figure here. */
  members: z.int(),
  leftOut: z.int(),
  /** Bought something, and may be looked at. */
  buyers: z.int(),
  /** For each pair of fifths that somebody has, r and f. */
  grid: z.array(z.object({ r: z.int(), f: z.int(), ...sumOfMembers })),
  segments: z.array(z.object({ segment: z.enum(RFM_SEGMENTS), ...sumOfMembers })),
  /** Null where nobody brought anything. */
  keyMembers: z
    .object({
      gini: z.number(),
      makers: z.int(),
      madeMinor: z.int(),
      totalMinor: z.int(),
      /** At each percent of the members, the best first, the share of sales that they made. */
      shares: z.array(z.number()),
      negative: z.object(sumOfMembers),
    })
    .nullable(),
  scores: z.object({
    judgements: judgementsSchema,
    /** Members from 0 to under 5, from 5 to under 10, … to 100. */
    histogram: z.array(z.int()),
    median: z.number(),
    /** Those with the highest, first. */
    best: z.array(z.object({ memberPk: z.int(), score: z.number() })),
  }),
});
export type ValueReport = z.infer<typeof valueReportSchema>;

/** The fewest members that make this share of the sales are the key ones. */
export const KEY_SHARE = 0.8;
const BARS = 20;
const BEST = 10;

/** Who of the members is worth what on a day (`today`, since 1970), and where the fifths are cut. Null where nobody bought. */
export function reportValue(
  buyers: Buyers,
  today: number,
  judgements: Judgements,
  { members, leftOut }: Around,
): { readonly cuts: RfmCuts; readonly report: ValueReport } | null {
  const { memberPks, lastDay, firstDay, purchases, netMinor } = buyers;
  const n = memberPks.length;
  if (n === 0) return null;
  const recencyDays = lastDay.map((day) => today - day);
  const cuts = rfmCuts({ recencyDays, purchases, money: netMinor });
  const byCode = new Map<number, Sum>();
  for (let i = 0; i < n; i++) {
    const code = rfmCode(rfmOf(cuts, recencyDays[i] as number, purchases[i] as number, netMinor[i] as number));
    const sum = byCode.get(code) ?? { members: 0, netMinor: 0 };
    byCode.set(code, sum);
    sum.members++;
    sum.netMinor += netMinor[i] as number;
  }
  const sumWhere = (holds: (rfm: Rfm) => boolean): Sum => {
    const sum = { members: 0, netMinor: 0 };
    for (const code of rfmCodes(holds)) {
      sum.members += byCode.get(code)?.members ?? 0;
      sum.netMinor += byCode.get(code)?.netMinor ?? 0;
    }
    return sum;
  };
  const isSomebody = ({ members: count }: Sum) => count > 0;
  const key = concentration(netMinor, KEY_SHARE);
  const report = {
    members,
    leftOut,
    buyers: n,
    grid: FIFTHS.flatMap((f) => FIFTHS.map((r) => ({ r, f, ...sumWhere((rfm) => rfm.r === r && rfm.f === f) }))).filter(
      isSomebody,
    ),
    segments: RFM_SEGMENTS.map((segment) => ({
      segment,
      ...sumWhere((rfm) => segmentOf(rfm) === segment),
    })).filter(isSomebody),
    keyMembers: key && {
      gini: key.gini,
      makers: key.makers,
      madeMinor: key.made,
      totalMinor: key.total,
      shares: [...key.shares],
      negative: { members: key.negative.members, netMinor: key.negative.total },
    },
    scores: {
      judgements,
      ...scoresOf(
        buyers,
        recencyDays,
        firstDay.map((day) => today - day),
        judgements,
      ),
    },
  };
  return { cuts, report };
}

function scoresOf(
  { memberPks, purchases, netMinor }: Buyers,
  recencyDays: Int32Array,
  tenureDays: Int32Array,
  judgements: Judgements,
) {
  const [recency = 0, frequency = 0, money = 0, tenure = 0] = weighMeasures(judgements).weights;
  const scores = valueScores([
    { values: recencyDays, weight: recency, reversed: true },
    { values: purchases, weight: frequency, log: true },
    { values: netMinor, weight: money, log: true },
    { values: tenureDays, weight: tenure },
  ]);
  const histogram = Array.from({ length: BARS }, () => 0);
  for (const score of scores) {
    const bar = Math.min(BARS - 1, Math.floor((score * BARS) / 100));
    histogram[bar] = (histogram[bar] as number) + 1;
  }
  const sorted = ascending(scores);
  const least = sorted[Math.max(0, sorted.length - BEST)] as number;
  const best: { memberPk: number; score: number }[] = [];
  for (const [i, score] of scores.entries())
    if (score >= least) best.push({ memberPk: memberPks[i] as number, score: Math.round(10 * score) / 10 });
  return {
    histogram,
    median: quantile(sorted, 0.5),
    best: best.toSorted((a, b) => b.score - a.score || a.memberPk - b.memberPk).slice(0, BEST),
  };
}
