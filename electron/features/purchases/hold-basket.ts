import type { z } from 'zod';
import { transaction } from '../../../db/kernel/connection.ts';
import { productById } from '../../../db/products/products.queries.ts';
import { dropHeldBasket, heldBasket, putHeldBasket } from '../../../db/purchases/held-baskets.queries.ts';
import type { BasketBody, purchasesContract, RecalledBasket } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** Puts a basket aside on the disk, so that neither a restart nor another clerk loses it. */
export function holdBasket(
  { db }: OpenStore,
  { basketId, label, basket }: z.output<typeof purchasesContract.hold.input>,
  staffId: Id<'staff'> | null,
  nowMs: number,
): Outcome<{ basketId: Id<'basket'> }, Refusal<'empty-basket'>> {
  if (basket.lines.length === 0) return refuse('empty-basket');
  transaction(db, (tx) => {
    putHeldBasket.run(tx, {
      basketId,
      label: label || null,
      memberId: basket.memberId,
      heldAtMs: nowMs,
      heldById: staffId,
      basket: JSON.stringify(basket),
    });
  });
  return done({ basketId });
}

/** Hands a held basket to one till: whoever comes second is told that it is gone. */
export function recallBasket(
  { db }: OpenStore,
  basketId: Id<'basket'>,
): Outcome<RecalledBasket, Refusal<'basket-gone'>> {
  return transaction<Outcome<RecalledBasket, Refusal<'basket-gone'>>>(db, (tx) => {
    const held = heldBasket.get(tx, { basketId });
    if (!held || dropHeldBasket.run(tx, { basketId }) !== 1) return refuse('basket-gone');
    const body = JSON.parse(held.basket) as BasketBody;
    const lines = body.lines.flatMap((line) => {
      const product = productById.get(tx, { productId: line.productId });
      if (!product) return [];
      const { name, sku, unit, priceMinor } = product;
      return [{ ...line, name, sku, unit, priceMinor }];
    });
    return done({ ...body, lines });
  });
}
