import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { movesSince } from '../../../db/stock/stock.queries.ts';
import type { stockContract } from '../../../shared/contract/stock.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { type CountedProduct, decideCount } from '../../../shared/stock/count.ts';
import type { OpenStore } from '../../api/open-store.ts';
import {
  type DocumentOutcome,
  knownDocument,
  type Mover,
  NOTHING_SAID,
  productsToMove,
  recordDocument,
} from './record-document.ts';

type Count = z.output<typeof stockContract.count.input>;
type CountRefusal = Exclude<(typeof stockContract.count.refusals)[number], 'stock-document-unknown'>;

/** Older counts say nothing of today, and would read too much of the past. */
const OLDEST_MS = 31 * 86_400_000;

interface CountableProduct extends CountedProduct {
  readonly averageCostMilli: number | null;
}

/** The products of a count with what moved since its earliest moment. */
export function countableProducts(
  store: OpenStore,
  lines: readonly { readonly productId: Id<'product'>; readonly atMs: number }[],
  nowMs: number,
): Outcome<Map<Id<'product'>, CountableProduct>, Refusal<'stock-product-unknown' | 'not-stocked' | 'moment-too-old'>> {
  const products = productsToMove(
    store,
    lines.map(({ productId }) => productId),
  );
  if (!products.ok) return products;
  const sinceMs = lines.reduce((first, { atMs }) => Math.min(first, atMs), nowMs);
  if (sinceMs < nowMs - OLDEST_MS) return refuse('moment-too-old');
  const moves = Map.groupBy(
    movesSince.all(store.db, { storeId: store.facts.storeId, sinceMs }),
    ({ productId }) => productId,
  );
  return done(new Map([...products.value].map(([id, product]) => [id, { ...product, moves: moves.get(id) ?? [] }])));
}

/** Makes the stock what was counted, as of each line's moment, in one transaction, once per `documentId`. */
export function countStock(
  store: OpenStore,
  { documentId, lines, ...input }: Count,
  mover: Mover,
  nowMs: number,
): DocumentOutcome<CountRefusal> {
  const said = { ...NOTHING_SAID, kind: 'count' as const, note: input.note || null };
  return perform<DocumentOutcome<CountRefusal>>(store.db, nowMs, (act) => {
    const asked = lines.map(({ productId, countedThousandths, atMs }) => ({
      productId,
      changeThousandths: null,
      unitCostMinor: null,
      counted: { countedThousandths, atMs },
    }));
    const known = knownDocument(act, documentId, said, asked);
    if (known) return known;
    const products = countableProducts(store, lines, nowMs);
    if (!products.ok) return products;
    const decided = decideCount(lines, products.value, nowMs);
    if (!decided.ok) return decided;
    recordDocument(act, store, mover, { ...said, id: documentId, lines: decided.value });
    return done({ documentId });
  });
}
