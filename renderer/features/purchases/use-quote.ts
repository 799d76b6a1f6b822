import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { type Basket, basketToSend } from './basket.ts';

/** A burst of scans is priced once; one line is priced before anybody notices. */
const SETTLE_MS = 50;

export interface Pricing {
  /** The last price there is: of this very basket where `fresh`, else of the one before. */
  readonly quote: Quote | null;
  readonly fresh: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Has the basket priced. The last price stays on screen until the next one is there. */
export function useQuote(basket: Basket): Pricing {
  const trpc = useTRPC();
  const { lines } = basket;
  const wanted = JSON.stringify(basketToSend(basket));
  const [asked] = useDebouncedValue(wanted, SETTLE_MS);
  const priced = useQuery({
    ...trpc.purchases.quote.queryOptions(JSON.parse(asked)),
    enabled: lines.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const settled = asked === wanted && !priced.isPlaceholderData && !priced.isFetching;
  return {
    quote: lines.length > 0 ? (priced.data ?? null) : null,
    fresh: lines.length > 0 && settled && priced.isSuccess,
    error: settled && lines.length > 0 ? priced.error : null,
    retry: () => void priced.refetch(),
  };
}
