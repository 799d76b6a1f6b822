import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Refund, ReturnLine } from '../../../shared/purchases/return.ts';
import { refusalOf, useTRPC } from '../../lib/api.ts';
import { type FailedAct, useFailedAct } from '../../lib/failed-act.ts';

interface TakeBack {
  readonly originalId: Id<'purchase'>;
  readonly lines: readonly ReturnLine[];
  readonly refunds: readonly Refund[];
}

/** Takes goods back once, however often it is asked: a repeated request with the same id answers with the first receipt. */
export function useTakeBack(returnId: Id<'purchase'>, onDone: (receipt: Receipt, known: boolean) => void) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const explain = useFailedAct(t('returns.refund.unsure'));
  const [failure, setFailure] = useState<FailedAct | null>(null);
  const taking = useMutation(
    trpc.purchases.takeBack.mutationOptions({
      onSuccess: (receipt) => onDone(receipt, false),
      onError: async (error) => {
        if (refusalOf(error)?.reason !== 'purchase-id-reused') return setFailure(explain(error));
        // An earlier answer was lost and the quantities changed since: the return stands as its receipt says.
        try {
          onDone(await queries.fetchQuery(trpc.purchases.receipt.queryOptions({ purchaseId: returnId })), true);
        } catch (unread) {
          setFailure(explain(unread));
        }
      },
    }),
  );
  return {
    failure,
    pending: taking.isPending,
    clear: () => setFailure(null),
    takeBack: ({ originalId, lines, refunds }: TakeBack) => {
      if (taking.isPending) return;
      setFailure(null);
      taking.mutate({ returnId, originalId, lines: [...lines], refunds: [...refunds] });
    },
  };
}
