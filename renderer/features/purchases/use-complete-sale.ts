import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quote, Receipt, TenderInput } from '../../../shared/contract/purchases.contract.ts';
import { refusalOf, useTRPC } from '../../lib/api.ts';
import { codeOf, useErrorWords } from '../../lib/error-words.ts';
import { basketToSend } from './basket.ts';
import type { BasketHold } from './basket-store.ts';

/** Why a sale was not completed, and what is safe. `unsure`: no answer came, so it may have been. */
export interface SaleFailure {
  readonly text: string;
  readonly details: string;
  readonly unsure: boolean;
}

interface SaleAnswers {
  /** The sale stands; `known` where it had gone through before and its answer was lost. */
  readonly onReceipt: (receipt: Receipt, known: boolean) => void;
  /** A manager's leave has ended, or there was none. */
  readonly onApprovalNeeded: () => void;
}

/** Answers of these codes come from the program itself, before anything was tried. */
const NOT_TRIED = ['UNAUTHORIZED', 'FORBIDDEN', 'PRECONDITION_FAILED', 'BAD_REQUEST'];

/**
 * Completes the basket's sale, once however often it is asked: the id is the basket's, and a repeated request with it
 * answers with the receipt that the first one made.
 */
export function useCompleteSale({ basket, act, finish }: BasketHold, { onReceipt, onApprovalNeeded }: SaleAnswers) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const [failure, setFailure] = useState<SaleFailure | null>(null);
  const { purchaseId, memberId } = basket;

  const done = (receipt: Receipt, known: boolean) => {
    finish(receipt.purchaseId);
    onReceipt(receipt, known);
  };
  const explain = (error: unknown): SaleFailure => {
    const { text, details } = errorWords(error);
    if (refusalOf(error) || NOT_TRIED.includes(codeOf(error) ?? '')) return { text, details, unsure: false };
    return { text: t('purchases.pay.unsure'), details, unsure: true };
  };
  const complete = useMutation(
    trpc.purchases.complete.mutationOptions({
      onSuccess: (receipt) => done(receipt, false),
      onError: async (error) => {
        const refusal = refusalOf(error);
        if (refusal?.reason === 'purchase-id-reused') {
          // An earlier answer was lost and the basket changed since: the sale stands as its receipt says.
          try {
            return done(await queries.fetchQuery(trpc.purchases.receipt.queryOptions({ purchaseId })), true);
          } catch (unread) {
            return setFailure(explain(unread));
          }
        }
        if (refusal?.reason === 'approval-needed') {
          act({ kind: 'approved', approvalId: null });
          return onApprovalNeeded();
        }
        setFailure(explain(error));
        if (refusal) void queries.invalidateQueries(trpc.purchases.quote.queryFilter());
        if (refusal && memberId) void queries.invalidateQueries(trpc.members.card.queryFilter({ memberId }));
      },
    }),
  );

  return {
    failure,
    pending: complete.isPending,
    clear: () => setFailure(null),
    complete: (tenders: readonly TenderInput[], quote: Quote) => {
      if (complete.isPending) return;
      setFailure(null);
      complete.mutate({
        ...basketToSend(basket),
        // What is refused was said; it is no reason to sell nothing.
        coupons: quote.coupons.flatMap(({ code, refusal }) => (refusal ? [] : [code])),
        purchaseId,
        tenders: [...tenders],
        expectedNetMinor: quote.netMinor,
        expectedOffers: quote.offers.flatMap(({ applied, offerId, version }) =>
          applied ? [{ offerId, version }] : [],
        ),
        expectedPoints: quote.pointsToEarn,
        ...(basket.approvalId ? { approvalId: basket.approvalId } : {}),
      });
    },
  };
}
