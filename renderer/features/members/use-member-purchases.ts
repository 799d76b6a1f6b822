import { useInfiniteQuery } from '@tanstack/react-query';
import type { PurchaseRow } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPCClient } from '../../lib/api.ts';

const PAGE_ROWS = 50;

type Before = Pick<PurchaseRow, 'occurredAtMs' | 'purchaseId'> | null;

/** A member's purchases, newest first, further back page by page; one answer for every tab that shows them. */
export function useMemberPurchases(memberId: Id<'member'>) {
  const api = useTRPCClient();
  return useInfiniteQuery({
    // Shaped as tRPC's own keys are, so that a change of this member refreshes it too.
    queryKey: [['purchases', 'ofMember'], { input: { memberId }, type: 'infinite' }] as const,
    queryFn: ({ pageParam, signal }) =>
      api.purchases.ofMember.query({ memberId, before: pageParam, limit: PAGE_ROWS }, { signal }),
    initialPageParam: null as Before,
    getNextPageParam: (page): Before | undefined => {
      const last = page.at(-1);
      if (!last || page.length < PAGE_ROWS) return undefined;
      return { occurredAtMs: last.occurredAtMs, purchaseId: last.purchaseId };
    },
    select: ({ pages }) => pages.flat(),
  });
}
