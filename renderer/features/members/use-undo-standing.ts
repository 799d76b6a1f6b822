import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StandingInput } from '../../../shared/contract/members.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';

/** Takes a change of standing back by its opposite, and says what came of it: the page that offered it may be gone. */
export function useUndoStanding(): (command: StandingInput, name: string) => void {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const undo = useMutation(trpc.members.changeStanding.mutationOptions());
  return (command, name) =>
    void undo.mutateAsync(command).then(
      () => notifications.show({ message: t(`standing.done.${command.change}`, { name }) }),
      (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    );
}
