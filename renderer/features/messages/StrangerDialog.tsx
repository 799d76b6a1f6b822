import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InboxRow } from '../../../shared/contract/messages.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './Messages.module.css';

interface StrangerDialogProps {
  readonly message: InboxRow;
  readonly onClose: () => void;
}

/** What came from a number that is no member's: read, and forgotten. */
export function StrangerDialog({ message, onClose }: StrangerDialogProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const forget = useMutation(
    trpc.messages.forgetStranger.mutationOptions({
      onSuccess: onClose,
      onError: (error) => void notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  return (
    <Dialog opened onClose={onClose} title={t('messages.inbox.strangerTitle', { number: message.addressMasked })}>
      <Stack gap="md">
        <p className={classes.text}>{message.text}</p>
        <Text>{t('messages.inbox.strangerBody')}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('actions.close')}
          </Button>
          <Button loading={forget.isPending} onClick={() => forget.mutate({ messageId: message.messageId })}>
            {t('messages.inbox.forget')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
