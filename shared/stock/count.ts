import type { Id } from '../kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts';
import type { StockDocumentLineFact } from './stock.facts.ts';

export interface CountedLine {
  readonly productId: Id<'product'>;
  readonly countedThousandths: number;
  /** When it was counted: what was sold since is no loss. */
  readonly atMs: number;
}

/** A product's stock now, and how it came to that. */
export interface CountedProduct {
  readonly onHandThousandths: number;
  /** The moment of its last count; null if it was never counted. */
  readonly lastCountAtMs: number | null;
  /** What moved since the earliest moment of this count. */
  readonly moves: readonly { readonly atMs: number; readonly changeThousandths: number }[];
}

/** What should have been there at an instant: the level now without what moved after it. */
export const expectedAt = ({ onHandThousandths, moves }: CountedProduct, atMs: number): number =>
  moves.reduce((level, move) => (move.atMs > atMs ? level - move.changeThousandths : level), onHandThousandths);

/**
 * Decides a count: the stock moves by the difference between what was counted and what should have been there at the
 * counted moment, so that sales between the counting and its entry stay sold. A moment before the product's last count is
 * refused: that count has said already what there was.
 */
export function decideCount(
  lines: readonly CountedLine[],
  products: ReadonlyMap<Id<'product'>, CountedProduct>,
  nowMs: number,
): Outcome<StockDocumentLineFact[], Refusal<'counted-twice' | 'counted-since' | 'moment-ahead'>> {
  const seen = new Set<Id<'product'>>();
  const decided: StockDocumentLineFact[] = [];
  for (const [index, { productId, countedThousandths, atMs }] of lines.entries()) {
    const product = products.get(productId) ?? { onHandThousandths: 0, lastCountAtMs: null, moves: [] };
    if (seen.has(productId)) return refuse('counted-twice', { line: index + 1 });
    if (atMs > nowMs) return refuse('moment-ahead');
    if (product.lastCountAtMs !== null && product.lastCountAtMs > atMs)
      return refuse('counted-since', { line: index + 1 });
    seen.add(productId);
    const expectedThousandths = expectedAt(product, atMs);
    decided.push({
      productId,
      changeThousandths: countedThousandths - expectedThousandths,
      unitCostMinor: null,
      count: { countedThousandths, expectedThousandths, atMs },
    });
  }
  return done(decided);
}
