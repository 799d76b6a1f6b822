import { ENTRY_KINDS } from '../purchases/purchase.fact.ts';
import { STOCK_DOCUMENT_KINDS } from './stock.facts.ts';

/** What moves stock: the entries of the till, and the documents of the stock. */
export const LEDGER_KINDS = [...ENTRY_KINDS, ...STOCK_DOCUMENT_KINDS] as const;

interface Move {
  readonly changeThousandths: number;
}

/** Movements, newest first, each with the level right after it; the newest left what is there now. */
export function withLevels<M extends Move>(
  onHandThousandths: number,
  newestFirst: readonly M[],
): (M & { readonly afterThousandths: number })[] {
  let level = onHandThousandths;
  return newestFirst.map((move) => {
    const afterThousandths = level;
    level -= move.changeThousandths;
    return { ...move, afterThousandths };
  });
}
