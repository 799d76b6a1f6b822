import { notifications } from '@mantine/notifications';
import { IconMail, IconMessage } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Channel } from '../../../shared/messages/message.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { KeyButton } from '../shortcuts/KeyButton.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';

interface MessageReceiptProps {
  readonly purchaseId: Id<'purchase'>;
  readonly height?: number;
}

const ICONS = { sms: IconMessage, email: IconMail } as const;
const KEYS = { sms: 'Alt+M', email: 'Alt+E' } as const;

/** Sends a receipt to the member who asks for it: a button for each way in which this one can be reached. */
export function MessageReceipt({ purchaseId, height = 44 }: MessageReceiptProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const ways = useQuery(trpc.receipts.waysToMessage.queryOptions({ purchaseId }));
  const send = useMutation(
    trpc.receipts.message.mutationOptions({
      onSuccess: ({ isNew }) =>
        void notifications.show({ message: t(isNew ? 'receipts.messaged' : 'receipts.messagedBefore') }),
      onError: (error) => void notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  const may = (channel: Channel) => ways.data?.includes(channel) === true && !send.isPending;
  const run = (channel: Channel) => send.mutate({ purchaseId, channel });
  useShortcuts(t('receipts.print'), [
    { keys: 'Alt+M', label: t('receipts.message.sms'), run: () => run('sms'), when: may('sms') },
    { keys: 'Alt+E', label: t('receipts.message.email'), run: () => run('email'), when: may('email') },
  ]);
  return ways.data?.map((channel) => {
    const Icon = ICONS[channel];
    return (
      <KeyButton
        key={channel}
        keys={KEYS[channel]}
        variant="default"
        h={height}
        loading={send.isPending && send.variables.channel === channel}
        leftSection={<Icon size={18} stroke={1.5} aria-hidden />}
        onClick={() => run(channel)}
      >
        {t(`receipts.message.${channel}`)}
      </KeyButton>
    );
  });
}
