import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { KeptBasket } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { codeOf } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { type Basket, type BasketAct, basketAfter, emptyBasket, restoredBasket } from './basket.ts';

/** Outside the page, by store: a basket survives leaving the page, a switch of clerks and a locked screen. */
const baskets = new Map<Id<'store'>, Basket>();
/** The stores whose till was opened in this window: what was kept before comes back once. */
const opened = new Set<Id<'store'>>();
const listeners = new Set<() => void>();

function put(storeId: Id<'store'>, basket: Basket): void {
  baskets.set(storeId, basket);
  for (const listener of listeners) listener();
}

const freshBasket = (): Basket => emptyBasket(newId<'purchase'>());

function basketOf(storeId: Id<'store'>): Basket {
  const known = baskets.get(storeId);
  if (known) return known;
  const fresh = freshBasket();
  baskets.set(storeId, fresh);
  return fresh;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The basket that was kept last takes the place of one that nobody has begun; else the store puts it aside. */
function open(storeId: Id<'store'>, kept: KeptBasket | null): void {
  const basket = basketOf(storeId);
  const isUntouched = basket.lines.length === 0 && basket.memberId === null;
  opened.add(storeId);
  put(storeId, kept && isUntouched ? restoredBasket(kept) : basket);
}

/**
 * Opens the till in this window with the basket that was kept last, if one was. True once it is known. Nobody waits for
 * it, and one that cannot be read stops no sale.
 */
export function useOpenTill(): boolean {
  const { storeId } = useStoreFacts();
  const trpc = useTRPC();
  const isOpen = useSyncExternalStore(subscribe, () => opened.has(storeId));
  const { data, error } = useQuery({ ...trpc.purchases.draft.queryOptions(), enabled: !isOpen, gcTime: 0 });
  useEffect(() => {
    const isKnown = data !== undefined || (error !== null && codeOf(error) !== 'UNAUTHORIZED');
    if (!isOpen && isKnown) open(storeId, data ?? null);
  }, [isOpen, data, error, storeId]);
  return isOpen;
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
  const act = useCallback((next: BasketAct) => put(storeId, basketAfter(basketOf(storeId), next)), [storeId]);
  const finish = useCallback(
    (purchaseId: Id<'purchase'>) => {
      if (basketOf(storeId).purchaseId === purchaseId) put(storeId, freshBasket());
    },
    [storeId],
  );
  return { basket, act, finish };
}
