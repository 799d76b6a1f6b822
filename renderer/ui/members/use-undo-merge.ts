import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';

/** Parts a merge again, and says what came of it: the page that offered it may be gone. */
export function useUndoMerge(): (mergeId: Id<'merge'>) => void {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const undo = useMutation({
    ...trpc.duplicates.undo.mutationOptions(),
    onSuccess: () => notifications.show({ message: t('quality.merge.undone') }),
    onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
  });
  return (mergeId) => undo.mutate({ mergeId });
}
