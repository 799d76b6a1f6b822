import { useEffect, useState } from 'react';
import { useTRPCClient } from '../../lib/api.ts';
import { DraftKeeper } from '../../lib/draft-keeper.ts';
import { type Basket, basketToSend } from './basket.ts';

/** Keeps the basket on the disk as it is rung up. What comes too late, for one that was sold or held, is ignored there. */
export function useDraft(basket: Basket): void {
  const api = useTRPCClient();
  const [keeper] = useState(() => new DraftKeeper(api.purchases.keepDraft.mutate));
  useEffect(() => keeper.keep({ ...basketToSend(basket), purchaseId: basket.purchaseId }), [keeper, basket]);
  useEffect(() => {
    const flush = () => keeper.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [keeper]);
}
