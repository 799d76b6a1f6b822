import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CountDraft, ReceiptDraft } from '../../../shared/stock/drafts.ts';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { DraftKeeper } from '../../lib/draft-keeper.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';

interface Drafts {
  readonly receipt: ReceiptDraft;
  readonly count: CountDraft;
}

/** Outside the page, by kind and store: a draft survives leaving the page. Null: it was saved or discarded. */
const drafts = new Map<string, Drafts[keyof Drafts] | null>();

/**
 * A draft that outlives leaving the page and starting the program again: the store keeps it. `failed` where it could not
 * be read, so that nothing that was kept is overwritten.
 */
export function useKeptDraft<Kind extends keyof Drafts>(kind: Kind) {
  const { storeId } = useStoreFacts();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const key = `${kind} ${storeId}`;
  const known = drafts.has(key);
  const kept = useQuery({ ...trpc.stock.drafts.queryOptions(), enabled: !known, gcTime: 0 });
  const [keeper] = useState(() => new DraftKeeper(api.stock.keepDrafts.mutate));
  const [, setTurn] = useState(0);
  useEffect(() => {
    const flush = () => keeper.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [keeper]);
  const keep = (draft: Drafts[Kind] | null) => {
    drafts.set(key, draft);
    keeper.keep({ [kind]: draft });
    setTurn((turn) => turn + 1);
  };
  const draft = (known ? drafts.get(key) : kept.data?.[kind]) as Drafts[Kind] | null | undefined;
  return { draft, keep, failed: known ? null : kept.error, retry: () => void kept.refetch() };
}
