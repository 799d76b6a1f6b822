import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { Id } from '../../../shared/kernel/id.ts';
import { instantOfLocal } from '../../../shared/kernel/instant.ts';
import { worthMinor } from '../../../shared/stock/average-cost.ts';
import type { CountDraft } from '../../../shared/stock/drafts.ts';
import { useTRPC } from '../../lib/api.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { countedOf } from './count-draft.ts';

export interface Difference {
  readonly expectedThousandths: number;
  readonly differenceThousandths: number;
  /** Null while no cost is known. */
  readonly worthMinor: number | null;
}

export interface CountedNow {
  readonly productId: Id<'product'>;
  readonly countedThousandths: number;
  readonly atMs: number;
}

/** The lines that were counted and can be read, each with its moment. */
export const countedLines = (draft: CountDraft, zone: string): CountedNow[] => {
  const momentMs = draft.moment === '' ? null : instantOfLocal(draft.moment, zone);
  return draft.lines.flatMap((line) => {
    const countedThousandths = countedOf(line);
    const atMs = momentMs ?? line.atMs;
    return typeof countedThousandths === 'number' && atMs !== null
      ? [{ productId: line.productId, countedThousandths, atMs }]
      : [];
  });
};

/** What was counted against what should have been there, by product. The main process knows the ledger. */
export function useDifferences(draft: CountDraft): {
  readonly byProduct: ReadonlyMap<Id<'product'>, Difference>;
  readonly error: unknown;
} {
  const trpc = useTRPC();
  const { zone } = useStoreFacts();
  const counted = countedLines(useDeferredValue(draft), zone);
  const lines = counted.map(({ productId, atMs }) => ({ productId, atMs }));
  const expected = useQuery({
    ...trpc.stock.expected.queryOptions({ lines }),
    enabled: lines.length > 0,
    placeholderData: keepPreviousData,
  });
  const known = new Map(expected.data?.map((each) => [each.productId, each]));
  const byProduct = new Map(
    counted.flatMap(({ productId, countedThousandths }) => {
      const each = known.get(productId);
      if (!each) return [];
      const differenceThousandths = countedThousandths - each.expectedThousandths;
      const worth = each.averageCostMilli === null ? null : worthMinor(differenceThousandths, each.averageCostMilli);
      return [
        [
          productId,
          { expectedThousandths: each.expectedThousandths, differenceThousandths, worthMinor: worth },
        ] as const,
      ];
    }),
  );
  return { byProduct, error: expected.error };
}
