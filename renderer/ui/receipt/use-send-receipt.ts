import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { languageOf } from '../../lib/i18n.ts';

/** Sends receipts to the store's printer; `ready` is false where none is set up. */
export function useSendReceipt() {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const printer = useQuery(trpc.receipts.printer.queryOptions());
  const print = useMutation(
    trpc.receipts.print.mutationOptions({
      onSuccess: () => notifications.show({ message: t('receipts.sent') }),
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  return {
    ready: Boolean(printer.data),
    sending: print.isPending,
    send: (purchaseId: Id<'purchase'>) => print.mutate({ purchaseId, language: languageOf(i18n.language) }),
  };
}
