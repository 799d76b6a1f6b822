import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../../shared/contract/messages.contract.ts';
import type { OutboxState } from '../../../shared/messages/message.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { reasonWords } from '../../ui/messages/reason-words.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { MessageState } from './MessageState.tsx';
import classes from './Messages.module.css';
import { useDecide } from './use-decide.ts';

interface MessageDialogProps {
  readonly message: OutboxRow;
  readonly onClose: () => void;
}

const SENDABLE: readonly OutboxState[] = ['failed', 'withheld', 'uncertain', 'cancelled'];
const LEAVABLE: readonly OutboxState[] = ['queued', 'failed', 'withheld', 'uncertain'];
const ANSWERS = ['accepted', 'refused', 'later', 'uncertain', 'broken'] as const;

/** One message: what it says, each attempt, and what a person may decide about it. */
export function MessageDialog({ message, onClose }: MessageDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const decide = useDecide(onClose);
  const { messageId, memberId, state, reason, dueAtMs } = message;
  const act = (decision: 'send' | 'cancel' | 'was-sent') => decide.mutate({ messageIds: [messageId], decision });
  const name = message.memberName ?? t('messages.outbox.noName');
  const waits =
    reason === 'quiet-hours' && dueAtMs !== null && t('messages.outbox.nextTry', { when: format.dateTime(dueAtMs) });
  return (
    <Dialog opened onClose={onClose} title={t('messages.one.title', { name })} size={560}>
      <Stack gap="md">
        <Group gap="sm">
          <MessageState state={state} />
          <Text size="sm">{[reasonWords(reason, t), waits].filter(Boolean).join(' · ')}</Text>
        </Group>
        {state === 'uncertain' && <Text>{t('messages.one.uncertainBody')}</Text>}
        <div>
          <p className={classes.label}>{t('messages.one.text')}</p>
          <p className={classes.text}>{message.text ?? t('messages.one.notWritten', { name: message.templateName })}</p>
        </div>
        <Attempts messageId={messageId} />
        <Group justify="flex-end" gap="sm">
          <Button
            variant="subtle"
            mr="auto"
            onClick={() => void navigate({ to: '/members/$memberId', params: { memberId } })}
          >
            {t('messages.one.member')}
          </Button>
          {LEAVABLE.includes(state) && (
            <Button variant="default" loading={decide.isPending} onClick={() => act('cancel')}>
              {t('messages.one.cancel')}
            </Button>
          )}
          {state === 'uncertain' && (
            <Button variant="default" loading={decide.isPending} onClick={() => act('was-sent')}>
              {t('messages.one.wasSent')}
            </Button>
          )}
          {SENDABLE.includes(state) && (
            <Button loading={decide.isPending} onClick={() => act('send')}>
              {t('messages.one.send')}
            </Button>
          )}
          {!SENDABLE.includes(state) && !LEAVABLE.includes(state) && (
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('actions.close')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function Attempts({ messageId }: Pick<OutboxRow, 'messageId'>) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const attempts = useQuery(trpc.messages.attempts.queryOptions({ messageId }));
  const answerWords = (answer: string | null) => {
    const known = ANSWERS.find((each) => each === answer);
    return t(`messages.one.attempt.${known ?? 'none'}`);
  };
  return (
    <div>
      <p className={classes.label}>{t('messages.one.attempts')}</p>
      {attempts.error && <ErrorState error={attempts.error} onRetry={() => void attempts.refetch()} />}
      {attempts.isPending && <LoadingState lines={1} />}
      {attempts.data?.length === 0 && <Text size="sm">{t('messages.one.noAttempts')}</Text>}
      <ol className={classes.attempts}>
        {attempts.data?.map(({ attempt, atMs, answer, code }) => (
          <li key={attempt}>
            <span>{[answerWords(answer), code].filter(Boolean).join(' · ')}</span>
            <span className={classes.when}>
              <RelativeTime atMs={atMs} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
