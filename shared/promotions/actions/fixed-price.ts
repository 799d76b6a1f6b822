import { z } from 'zod';
import { mulDivHalfUp } from '../../kernel/round.ts';
import { goodsSchema } from '../goods.ts';
import { runsOf, takeFrom, worthOf } from '../pieces.ts';
import { offLines } from '../spread.ts';
import { moneyAction, unmet } from '../terms.ts';

/**
 * These goods cost this much a piece or kilogram, where they cost more. With `mostPieces`, the dearest so many pieces
 * only, and nothing by weight.
 */
export const fixedPrice = moneyAction({
  args: z.object({
    kind: z.literal('fixed-price'),
    goods: goodsSchema,
    priceMinor: z.int().min(0).max(1_000_000_000),
    mostPieces: z.int().min(1).max(10_000).nullable(),
  }),
  fields: { goods: 'goods', priceMinor: 'money', mostPieces: 'pieces' },
  reasons: ['goods-missing', 'already-cheaper'],
  reads: ({ goods }) => [goods],
  off({ goods, priceMinor, mostPieces }, scene, left) {
    const lines = scene.of(goods);
    if (lines.length === 0) return unmet('goods-missing');
    const amounts =
      mostPieces === null
        ? lines.map((line) => ({
            line,
            costsMinor: left[line] ?? 0,
            wantedMinor: mulDivHalfUp(priceMinor, scene.lines[line]?.quantityThousandths ?? 0, 1000),
          }))
        : takeFrom(runsOf(scene, left, lines, 'dearest'), mostPieces).map(({ line, pieces }) => ({
            line,
            costsMinor: worthOf(scene, left, line, pieces),
            wantedMinor: priceMinor * pieces,
          }));
    const off = amounts.map(({ line, costsMinor, wantedMinor }) => ({
      line,
      amountMinor: Math.max(0, costsMinor - wantedMinor),
    }));
    return offLines(off, left, 1) ?? unmet('already-cheaper');
  },
});
