import { z } from 'zod';
import { fromUpperTriangle, type PairwiseWeights, pairwiseWeights } from './pairwise-weights.ts';

/** What the composite value of a member is made of: days since the last visit, purchases, net sales, days since the first visit. */
export const VALUE_MEASURES = ['recency', 'frequency', 'money', 'tenure'] as const;

/** Each measure against each that comes after it, in the order of the judgements. */
export const MEASURE_PAIRS = VALUE_MEASURES.flatMap((one, i) =>
  VALUE_MEASURES.slice(i + 1).map((other) => [one, other] as const),
);

/** On Saaty's scale: 3, the first is three times as important as the second; −3, the second as the first; 1, they are alike. */
export const MOST_JUDGED = 9;
const judgement = z
  .int()
  .min(-MOST_JUDGED)
  .max(MOST_JUDGED)
  .refine((value) => value > 0 || value < -1);
export const judgementsSchema = z.array(judgement).length(MEASURE_PAIRS.length);
export type Judgements = z.infer<typeof judgementsSchema>;

/** Money before visits, visits before recency, and for how long somebody has come least of all. */
export const USUAL_JUDGEMENTS: Judgements = [-3, -5, 3, -3, 5, 7];

const ratioOf = (judged: number): number => (judged < 0 ? -1 / judged : judged);

/** The weights of the measures, in their order, and how far the judgements contradict each other. */
export const weighMeasures = (judgements: Judgements): PairwiseWeights =>
  pairwiseWeights(fromUpperTriangle(VALUE_MEASURES.length, judgements.map(ratioOf)));

/** How many steps away from alike. */
const stepOf = (judged: number) => (judged < 0 ? judged + 1 : judged - 1);

/**
 * The judgement that is most at odds with the others, as its place, and what they would make it. Null where none is off by
 * a whole step.
 */
export function mostAtOdds(judgements: Judgements): { readonly place: number; readonly rather: number } | null {
  const { weights } = weighMeasures(judgements);
  const offs = MEASURE_PAIRS.map(([one, other], place) => {
    const ratio = (weights[VALUE_MEASURES.indexOf(one)] as number) / (weights[VALUE_MEASURES.indexOf(other)] as number);
    const times = Math.min(MOST_JUDGED, Math.round(Math.max(ratio, 1 / ratio)));
    const rather = ratio < 1 && times > 1 ? -times : times;
    const off = Math.abs(Math.log(ratio / ratioOf(judgements[place] as number)));
    return { place, rather, off, steps: Math.abs(stepOf(rather) - stepOf(judgements[place] as number)) };
  });
  const [most] = offs.filter(({ steps }) => steps > 0).toSorted((a, b) => b.off - a.off);
  return most ? { place: most.place, rather: most.rather } : null;
}
