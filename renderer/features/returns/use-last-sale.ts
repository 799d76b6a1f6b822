import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/api.ts';

const LOOKED_AT = 50;

/** The till's newest sale and whether it may be voided; `none` where nothing was sold here. */
export function useLastSale() {
  const trpc = useTRPC();
  const recent = useQuery(trpc.purchases.recent.queryOptions({ limit: LOOKED_AT }));
  const newest = recent.data?.find(({ entryKind }) => entryKind === 'sale');
  const found = useQuery({
    ...trpc.purchases.byReceipt.queryOptions({ receiptNumber: newest?.receiptNumber ?? '-' }),
    enabled: newest !== undefined,
  });
  return {
    none: recent.isSuccess && newest === undefined,
    sale: found.data,
    error: recent.error ?? found.error,
    retry: () => void (recent.error ? recent.refetch() : found.refetch()),
  };
}
