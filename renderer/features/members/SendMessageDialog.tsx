import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import {
  CHANNELS,
  type Channel,
  MESSAGE_PURPOSES,
  type MessageLanguage,
  type MessagePurpose,
} from '../../../shared/messages/message.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { MessagePreview } from '../../ui/messages/MessagePreview.tsx';

interface SendMessageDialogProps {
  readonly opened: boolean;
  readonly card: MemberCard;
  readonly onClose: () => void;
}

/** One message to one member, in own words or beginning with a template's. */
export function SendMessageDialog({ opened, card, onClose }: SendMessageDialogProps) {
  const { t } = useTranslation();
  const name = card.name ?? t('members.noName');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('messages.send.title', { name })} size={560} escCloses={false}>
      <SendMessageForm card={card} name={name} onClose={onClose} />
    </Dialog>
  );
}

interface MessageDraft {
  readonly channel: Channel;
  readonly purpose: MessagePurpose;
  /** The template's, else the window's: opting out is explained in it. */
  readonly language: MessageLanguage;
  readonly subject: string;
  readonly text: string;
}

/** New with each opening: so is the id by which a repeated click sends once. */
function SendMessageForm({ card, name, onClose }: Omit<SendMessageDialogProps, 'opened'> & { readonly name: string }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const [messageId] = useState(() => newId<'message'>());
  const templates = useQuery(trpc.messages.templates.queryOptions());
  const send = useMutation(trpc.messages.send.mutationOptions());
  const form = useForm<MessageDraft>({
    initial: { channel: 'sms', purpose: 'service', language, subject: '', text: '' },
    check: ({ channel, subject, text }) => ({
      subject: channel === 'email' && subject.trim() === '' ? t('form.required') : undefined,
      text: text.trim() === '' ? t('form.required') : undefined,
    }),
    save: async ({ subject, ...draft }) => {
      const { memberId } = card;
      await send.mutateAsync({ messageId, memberId, ...draft, subject: draft.channel === 'email' ? subject : null });
      notifications.show({ message: t('messages.send.queued') });
      onClose();
    },
    refusalFields: { 'template-placeholder-unknown': 'text', 'template-subject-missing': 'subject' },
  });
  const { values } = form;
  const begin = (templateId: string | null) => {
    const template = templates.data?.find((each) => each.templateId === templateId);
    if (!template) return;
    const { channel, purpose, language: itsOwn, subject, text } = template;
    form.set({ channel, purpose, language: itsOwn, subject: subject ?? '', text });
  };
  return (
    <Form form={form} label={t('messages.send.title', { name })} onLeave={onClose}>
      <Stack gap="sm">
        {(templates.data?.length ?? 0) > 0 && (
          <Select
            label={t('messages.send.template')}
            placeholder={t('messages.send.noTemplate')}
            data={(templates.data ?? []).map(({ templateId, name: words }) => ({ value: templateId, label: words }))}
            onChange={begin}
          />
        )}
        <Select
          label={t('messages.template.channel')}
          data={CHANNELS.map((value) => ({ value, label: t(`messages.channel.${value}`) }))}
          allowDeselect={false}
          {...form.field('channel')}
        />
        <Select
          label={t('messages.template.purpose')}
          description={t(`messages.purposeHelp.${values.purpose}`)}
          data={MESSAGE_PURPOSES.map((value) => ({ value, label: t(`messages.purpose.${value}`) }))}
          allowDeselect={false}
          {...form.field('purpose')}
        />
        {values.channel === 'email' && (
          <TextInput
            label={t('messages.template.subject')}
            maxLength={120}
            autoComplete="off"
            {...form.field('subject')}
          />
        )}
        <Textarea
          label={t('messages.template.text')}
          rows={4}
          maxLength={4000}
          data-autofocus
          {...form.field('text')}
        />
        <MessagePreview
          content={{
            ...values,
            subject: values.channel === 'email' ? values.subject : null,
          }}
          member={{ memberId: card.memberId, name }}
        />
      </Stack>
      <FormActions form={form} save={t('messages.send.send')} />
    </Form>
  );
}
