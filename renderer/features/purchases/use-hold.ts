import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { basketToSend } from './basket.ts';
import type { BasketHold } from './basket-store.ts';

/** Puts the basket aside, kept on the disk, and leaves an empty one. */
export function useHold({ basket, finish }: BasketHold): () => void {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const { purchaseId, lines } = basket;
  const hold = useMutation(
    trpc.purchases.hold.mutationOptions({
      onSuccess: () => {
        finish(purchaseId);
        notifications.show({ message: t('purchases.held.done') });
      },
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  return () => {
    if (hold.isPending || lines.length === 0) return;
    hold.mutate({ ...basketToSend(basket), purchaseId });
  };
}
