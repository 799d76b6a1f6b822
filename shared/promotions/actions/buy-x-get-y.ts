import { z } from 'zod';
import { mulDivHalfUp } from '../../kernel/round.ts';
import { goodsSchema } from '../goods.ts';
import { countOf, type Run, runsOf, takeFrom, worthOf } from '../pieces.ts';
import { offLines } from '../spread.ts';
import { moneyAction, unmet } from '../terms.ts';

/** Of the first `n` pieces in rows of `buy + get`, how many stand in a `get` place. */
const given = (n: number, buy: number, get: number): number =>
  Math.floor(n / (buy + get)) * get + Math.max(0, (n % (buy + get)) - buy);

/** The cheapest `get` of each full row of pieces, dearest rows first: as a customer would sort them. */
function givenOfSame(runs: readonly Run[], buy: number, get: number, times: number): Run[] {
  const within = times * (buy + get);
  let passed = 0;
  return runs.map(({ line, pieces }) => {
    const before = given(Math.min(passed, within), buy, get);
    passed += pieces;
    return { line, pieces: given(Math.min(passed, within), buy, get) - before };
  });
}

/**
 * For every `buy` pieces of these goods, `get` pieces at so many percent off (100: free): of the same goods the cheapest
 * of each row, or of the goods of `gets` the cheapest. What counts as bought is never given.
 */
export const buyXGetY = moneyAction({
  args: z.object({
    kind: z.literal('buy-x-get-y'),
    goods: goodsSchema,
    buy: z.int().min(1).max(1000),
    get: z.int().min(1).max(1000),
    gets: goodsSchema.nullable(),
    percent: z.int().min(1).max(100),
    mostTimes: z.int().min(1).max(1000).nullable(),
  }),
  fields: { goods: 'goods', buy: 'pieces', get: 'pieces', gets: 'goods', percent: 'percent', mostTimes: 'pieces' },
  reasons: ['too-few', 'nothing-to-get', 'nothing-left'],
  reads: ({ goods, gets }) => (gets ? [goods, gets] : [goods]),
  off({ goods, buy, get, gets, percent, mostTimes }, scene, left) {
    const bought = scene.of(goods);
    const runs = runsOf(scene, left, bought, 'dearest');
    const row = gets ? buy : buy + get;
    const held = countOf(runs);
    const times = Math.min(Math.floor(held / row), mostTimes ?? Number.MAX_SAFE_INTEGER);
    if (times === 0) return unmet('too-few', { missingPieces: row - held });
    const others = gets && runsOf(scene, left, scene.of(gets), 'cheapest').filter(({ line }) => !bought.includes(line));
    if (others?.length === 0) return unmet('nothing-to-get');
    const free = others ? takeFrom(others, times * get) : givenOfSame(runs, buy, get, times);
    const off = free.map(({ line, pieces }) => ({
      line,
      amountMinor: mulDivHalfUp(worthOf(scene, left, line, pieces), percent, 100),
    }));
    const came = others ? Math.ceil(countOf(free) / get) : times;
    return offLines(off, left, came) ?? unmet('nothing-left');
  },
});
