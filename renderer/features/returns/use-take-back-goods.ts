import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Refund } from '../../../shared/purchases/return.ts';
import { refusalOf, useTRPC } from '../../lib/api.ts';
import { type FailedAct, useFailedAct } from '../../lib/failed-act.ts';
import type { AgreedLine } from './goods.ts';

interface TakeBackGoods {
  readonly lines: readonly AgreedLine[];
  readonly refunds: readonly Refund[];
  readonly reason: string;
  readonly approvalId: Id<'approval'>;
}

/** Takes goods back without their receipt, once however often it is asked. */
export function useTakeBackGoods(returnId: Id<'purchase'>, onDone: (receipt: Receipt, known: boolean) => void) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const explain = useFailedAct(t('returns.refund.unsure'));
  const [failure, setFailure] = useState<FailedAct | null>(null);
  const taking = useMutation(
    trpc.purchases.takeBackWithoutReceipt.mutationOptions({
      onSuccess: (receipt) => onDone(receipt, false),
      onError: async (error) => {
        if (refusalOf(error)?.reason !== 'purchase-id-reused') return setFailure(explain(error));
        // An earlier answer was lost and the goods changed since: the return stands as its receipt says.
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
    takeBack: ({ lines, refunds, ...rest }: TakeBackGoods) => {
      setFailure(null);
      taking.mutate({ returnId, lines: [...lines], refunds: [...refunds], ...rest });
    },
  };
}
