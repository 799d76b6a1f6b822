import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptBasket } from '../../../shared/contract/purchases.contract.ts';
import { refusalOf, useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import classes from './HeldBaskets.module.css';

interface HeldBasketsProps {
  readonly onRecalled: (basket: KeptBasket) => void;
  readonly onClose: () => void;
}

const focusOnce = (button: HTMLButtonElement | null) => button?.focus();

/** The baskets that were put aside in this store. Tab and Enter, or a touch, takes one back to this till. */
export function HeldBaskets({ onRecalled, onClose }: HeldBasketsProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const held = useQuery(trpc.purchases.held.queryOptions());
  const [failure, setFailure] = useState<string | null>(null);
  const recall = useMutation(
    trpc.purchases.recall.mutationOptions({
      // The basket is the till's once it was recalled: a lost answer is asked for again, and finds it there.
      retry: (failures, error) => failures < 2 && refusalOf(error) === null,
      retryDelay: 200,
      onSuccess: onRecalled,
      onError: (error) => {
        setFailure(errorWords(error).text);
        void held.refetch();
      },
    }),
  );
  return (
    <Dialog opened onClose={onClose} title={t('purchases.held.title')} size={520}>
      {held.error && <ErrorState error={held.error} onRetry={() => void held.refetch()} />}
      {held.isPending && <LoadingState />}
      {held.data?.length === 0 && (
        <EmptyState title={t('purchases.held.noneTitle')} body={t('purchases.held.noneBody')} />
      )}
      {failure && (
        <p role="alert" className={classes.failure}>
          {failure}
        </p>
      )}
      <ul className={classes.list}>
        {held.data?.map((basket, index) => (
          <li key={basket.purchaseId}>
            <Button
              variant="default"
              fullWidth
              justify="space-between"
              h={52}
              // The list arrives after the dialog has opened, so the dialog cannot give it the focus.
              ref={index === 0 ? focusOnce : undefined}
              loading={recall.isPending && recall.variables.purchaseId === basket.purchaseId}
              onClick={() => recall.mutate({ purchaseId: basket.purchaseId })}
              rightSection={<RelativeTime atMs={basket.heldAtMs} />}
            >
              {[basket.member, t('purchases.total.items', { count: basket.lineCount }), basket.heldBy]
                .filter(Boolean)
                .join(' · ')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
