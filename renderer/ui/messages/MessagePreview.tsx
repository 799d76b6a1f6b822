import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Channel, MessageLanguage, MessagePurpose } from '../../../shared/messages/message.ts';
import { useTRPC } from '../../lib/api.ts';
import { ErrorState } from '../states/ErrorState.tsx';
import classes from './MessagePreview.module.css';

interface MessagePreviewProps {
  readonly content: {
    readonly channel: Channel;
    readonly purpose: MessagePurpose;
    readonly language: MessageLanguage;
    readonly subject: string | null;
    readonly text: string;
  };
  /** Null: with made-up values. */
  readonly member: { readonly memberId: Id<'member'>; readonly name: string } | null;
}

/** What a text reads like once it is filled in, shortly after each change; of an SMS how long it is. */
export function MessagePreview({ content, member }: MessagePreviewProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [settled] = useDebouncedValue(content, 200);
  const asked = { content: settled, memberId: member?.memberId ?? null };
  const preview = useQuery({ ...trpc.messages.preview.queryOptions(asked), placeholderData: keepPreviousData });
  if (preview.error) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  const written = preview.data;
  return (
    <section className={classes.preview} aria-label={t('messages.template.preview')} aria-live="polite">
      <p className={classes.label}>
        {t('messages.template.preview')} ·{' '}
        {member ? t('messages.template.previewFor', { name: member.name }) : t('messages.template.previewMadeUp')}
      </p>
      {written?.subject && <p className={classes.subject}>{written.subject}</p>}
      <p className={classes.text}>{written?.text}</p>
      {written?.sms && <p className={classes.label}>{t('messages.template.sms', { ...written.sms })}</p>}
      {written?.missing && (
        <p className={classes.missing}>
          {t('messages.template.missing', { what: t(`messages.template.placeholder.${written.missing}`) })}
        </p>
      )}
    </section>
  );
}
