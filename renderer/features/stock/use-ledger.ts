import { useInfiniteQuery } from '@tanstack/react-query';
import type { StockLedgerEnd } from '../../../shared/contract/stock.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPCClient } from '../../lib/api.ts';

/** A product's movements, newest first, further back page by page. Its key is shaped as tRPC's own are, so that it refreshes. */
export function useLedger(productId: Id<'product'>) {
  const api = useTRPCClient();
  return useInfiniteQuery({
    queryKey: [['stock', 'ledger'], { input: { productId }, type: 'infinite' }] as const,
    queryFn: ({ pageParam, signal }) => api.stock.ledger.query({ productId, before: pageParam }, { signal }),
    initialPageParam: null as StockLedgerEnd | null,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ rows }) => rows),
  });
}
