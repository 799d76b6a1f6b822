import { useCallback, useSyncExternalStore } from 'react';
import type { Id } from '../../../shared/kernel/id.ts';
import { newId } from '../../lib/new-id.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { type Basket, type BasketAct, basketAfter, emptyBasket } from './basket.ts';

/** Outside the page, by store: a basket survives leaving the page and a switch of clerks. */
const baskets = new Map<Id<'store'>, Basket>();
const listeners = new Set<() => void>();

function put(storeId: Id<'store'>, basket: Basket): Basket {
  baskets.set(storeId, basket);
  for (const listener of listeners) listener();
  return basket;
}

function basketOf(storeId: Id<'store'>): Basket {
  const known = baskets.get(storeId);
  if (known) return known;
  const fresh = emptyBasket(newId<'purchase'>());
  baskets.set(storeId, fresh);
  return fresh;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface BasketHold {
  readonly basket: Basket;
  readonly act: (act: BasketAct) => void;
  /** Begins the next sale, once this one is completed. An answer about an older sale begins nothing. */
  readonly finish: (purchaseId: Id<'purchase'>) => void;
}

/** The basket of this till, and what can be done with it. */
export function useBasket(): BasketHold {
  const { storeId } = useStoreFacts();
  const basket = useSyncExternalStore(subscribe, () => basketOf(storeId));
  const act = useCallback((next: BasketAct) => void put(storeId, basketAfter(basketOf(storeId), next)), [storeId]);
  const finish = useCallback(
    (purchaseId: Id<'purchase'>) => {
      if (basketOf(storeId).purchaseId === purchaseId) put(storeId, emptyBasket(newId<'purchase'>()));
    },
    [storeId],
  );
  return { basket, act, finish };
}
