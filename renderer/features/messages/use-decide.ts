import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';

/** Decides about messages and says what came of it. */
export function useDecide(onDone: () => void) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  return useMutation(
    trpc.messages.decide.mutationOptions({
      onSuccess: ({ decided }, { decision }) => {
        const form = decided === 0 ? 'none' : decided === 1 ? 'one' : 'other';
        notifications.show({ message: t(`messages.decided.${decision}.${form}`, { count: decided }) });
        onDone();
      },
      onError: (error) => void notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
}
