import { describe, expect, it } from 'vitest';
import { fromUpperTriangle, MOST_INCONSISTENT, pairwiseWeights } from './pairwise-weights.ts';

/** Saaty's own examples, and one that is taught everywhere; vectors as published. */
const PUBLISHED = [
  {
    name: 'distance from Philadelphia (Saaty 1977)',
    n: 6,
    upper: [1 / 3, 8, 3, 3, 7, 9, 3, 3, 9, 1 / 6, 1 / 5, 2, 1 / 3, 6, 6],
    weights: [0.2619, 0.3975, 0.0334, 0.1164, 0.1642, 0.0266],
    lambdaMax: 6.4536,
    ratio: 0.0732,
  },
  {
    name: 'wealth of nations (Saaty 1977)',
    n: 7,
    upper: [4, 9, 6, 6, 5, 5, 7, 5, 5, 3, 4, 1 / 5, 1 / 5, 1 / 7, 1 / 5, 1, 1 / 3, 1 / 3, 1 / 3, 1 / 3, 2],
    weights: [0.4271, 0.2303, 0.0208, 0.0524, 0.0524, 0.1227, 0.0943],
    lambdaMax: 7.6077,
    ratio: 0.0767,
  },
  {
    name: 'buying a house (Saaty 1990)',
    n: 8,
    upper: [
      5,
      3,
      7,
      6,
      6,
      1 / 3,
      1 / 4,
      1 / 3,
      5,
      3,
      3,
      1 / 5,
      1 / 7,
      6,
      3,
      4,
      6,
      1 / 5,
      1 / 3,
      1 / 4,
      1 / 7,
      1 / 8,
      1 / 2,
      1 / 5,
      1 / 6,
      1 / 5,
      1 / 6,
      1 / 2,
    ],
    weights: [0.173, 0.054, 0.1881, 0.0175, 0.031, 0.0363, 0.1668, 0.3332],
    lambdaMax: 9.6689,
    ratio: 0.1691,
  },
  {
    name: 'what people drink (Saaty 2008)',
    n: 7,
    upper: [
      9,
      5,
      2,
      1,
      1,
      1 / 2,
      1 / 3,
      1 / 9,
      1 / 9,
      1 / 9,
      1 / 9,
      1 / 3,
      1 / 4,
      1 / 3,
      1 / 9,
      1 / 2,
      1,
      1 / 3,
      2,
      1 / 2,
      1 / 3,
    ],
    weights: [0.1775, 0.0191, 0.0418, 0.1164, 0.1896, 0.1288, 0.3268],
    lambdaMax: 7.1766,
    ratio: 0.0223,
  },
  {
    name: 'choosing a leader',
    n: 4,
    upper: [4, 3, 7, 1 / 3, 3, 5],
    weights: [0.5476, 0.1266, 0.2699, 0.0559],
    lambdaMax: 4.1184,
    ratio: 0.0439,
  },
  {
    name: 'experience of the three',
    n: 3,
    upper: [1 / 4, 4, 9],
    weights: [0.2172, 0.7171, 0.0658],
    lambdaMax: 3.0369,
    ratio: 0.0318,
  },
  {
    name: 'their education',
    n: 3,
    upper: [3, 1 / 5, 1 / 7],
    weights: [0.1884, 0.081, 0.7306],
    lambdaMax: 3.0649,
    ratio: 0.0559,
  },
  {
    name: 'their charisma',
    n: 3,
    upper: [5, 9, 4],
    weights: [0.7429, 0.1939, 0.0633],
    lambdaMax: 3.0713,
    ratio: 0.0614,
  },
  {
    name: 'their age',
    n: 3,
    upper: [1 / 3, 5, 9],
    weights: [0.2654, 0.6716, 0.0629],
    lambdaMax: 3.0291,
    ratio: 0.0251,
  },
] as const;

const weightsOf = (name: string) => {
  const found = PUBLISHED.find((each) => each.name === name);
  return found ? pairwiseWeights(fromUpperTriangle(found.n, found.upper)).weights : [];
};

describe('weights from judgements in pairs', () => {
  it.each(PUBLISHED)('are the published ones: $name', ({ n, upper, weights, lambdaMax, ratio }) => {
    const found = pairwiseWeights(fromUpperTriangle(n, upper));
    for (const [i, weight] of weights.entries()) expect(found.weights[i]).toBeCloseTo(weight, 3);
    expect(Math.abs(found.lambdaMax - lambdaMax)).toBeLessThan(0.0001);
    expect(Math.abs(found.consistencyRatio - ratio)).toBeLessThan(0.0002);
  });

  it('choose the published leader from the weights of the criteria', () => {
    const criteria = weightsOf('choosing a leader');
    const byCriterion = ['experience of the three', 'their education', 'their charisma', 'their age'].map(weightsOf);
    const totals = [0, 1, 2].map((leader) =>
      byCriterion.reduce((sum, weights, i) => sum + (criteria[i] as number) * (weights[leader] as number), 0),
    );
    for (const [i, total] of [0.3581, 0.4928, 0.1491].entries()) expect(totals[i]).toBeCloseTo(total, 4);
  });

  it('contradict each other too much where the house was bought, and nowhere else', () => {
    const refused = PUBLISHED.filter(
      ({ n, upper }) => pairwiseWeights(fromUpperTriangle(n, upper)).consistencyRatio > MOST_INCONSISTENT,
    );
    expect(refused.map(({ name }) => name)).toEqual(['buying a house (Saaty 1990)']);
  });

  it('are in proportion, with nothing inconsistent, where every judgement follows from the others', () => {
    const found = pairwiseWeights(fromUpperTriangle(3, [2, 6, 3]));
    for (const [i, weight] of [0.6, 0.3, 0.1].entries()) expect(found.weights[i]).toBeCloseTo(weight, 10);
    expect(found.consistencyRatio).toBeCloseTo(0, 10);
  });

  it('of one thing or two are never inconsistent', () => {
    expect(pairwiseWeights([[1]])).toMatchObject({ weights: [1], consistencyRatio: 0 });
    expect(pairwiseWeights(fromUpperTriangle(2, [9])).consistencyRatio).toBe(0);
  });

  it('are refused for what is no comparison', () => {
    expect(() => pairwiseWeights([])).toThrow(RangeError);
    expect(() => pairwiseWeights([[1, 2]])).toThrow(RangeError);
    expect(() => pairwiseWeights(fromUpperTriangle(2, [0]))).toThrow(RangeError);
    expect(() => fromUpperTriangle(3, [1])).toThrow(RangeError);
  });
});
