import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TakenBackView } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { ReturnLine } from '../../../shared/purchases/return.ts';
import { useTRPC } from '../../lib/api.ts';

/** A quantity of two digits is quoted once. */
const SETTLE_MS = 50;

interface ReturnQuote {
  /** The last quote there is: of these very lines where `fresh`. Null while nothing comes back. */
  readonly quote: TakenBackView | null;
  readonly fresh: boolean;
  readonly error: unknown;
}

/** What these lines give back, asked anew with every change. */
export function useReturnQuote(originalId: Id<'purchase'>, lines: readonly ReturnLine[]): ReturnQuote {
  const trpc = useTRPC();
  const wanted = JSON.stringify({ originalId, lines });
  const [asked] = useDebouncedValue(wanted, SETTLE_MS);
  const quoted = useQuery({
    ...trpc.purchases.quoteReturn.queryOptions(JSON.parse(asked)),
    enabled: lines.length > 0 && JSON.parse(asked).lines.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const settled = asked === wanted && !quoted.isPlaceholderData && !quoted.isFetching;
  if (lines.length === 0) return { quote: null, fresh: false, error: null };
  return {
    quote: quoted.data ?? null,
    fresh: settled && quoted.isSuccess,
    error: settled ? quoted.error : null,
  };
}
