import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { linesToSend } from './basket.ts';
import type { BasketHold } from './basket-store.ts';

/** Puts the basket aside, kept on the disk under the member's name, and leaves an empty one. */
export function useHold({ basket, finish }: BasketHold, member: MemberCard | undefined): () => void {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const { purchaseId, memberId, lines } = basket;
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
    const label = member?.name ?? member?.phoneMasked ?? null;
    hold.mutate({ basketId: newId<'basket'>(), label, basket: { memberId, lines: linesToSend(lines) } });
  };
}
