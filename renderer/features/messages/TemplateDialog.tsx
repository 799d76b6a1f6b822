import { Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageTemplate } from '../../../shared/contract/messages.contract.ts';
import {
  CHANNELS,
  type Channel,
  MESSAGE_LANGUAGES,
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
import { PlaceholderButtons } from '../../ui/messages/PlaceholderButtons.tsx';
import classes from './Messages.module.css';

interface TemplateDialogProps {
  /** Null: a new one. */
  readonly template: MessageTemplate | null;
  readonly onClose: () => void;
}

interface TemplateDraft {
  readonly name: string;
  readonly purpose: MessagePurpose;
  readonly channel: Channel;
  readonly language: MessageLanguage;
  readonly subject: string;
  readonly text: string;
}

/** Writes a template, with what a member will read beside it. */
export function TemplateDialog({ template, onClose }: TemplateDialogProps) {
  const { t } = useTranslation();
  const title = t(template ? 'messages.template.edit' : 'messages.template.add');
  return (
    <Dialog opened onClose={onClose} title={title} size={960} escCloses={false}>
      <TemplateForm template={template} title={title} onClose={onClose} />
    </Dialog>
  );
}

function TemplateForm({ template, title, onClose }: TemplateDialogProps & { readonly title: string }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  // The one that the form began with, whatever is saved meanwhile.
  const [before] = useState(template);
  const [templateId] = useState(() => before?.templateId ?? newId<'message-template'>());
  const textField = useRef<HTMLTextAreaElement>(null);
  const save = useMutation(trpc.messages.saveTemplate.mutationOptions());
  const form = useForm<TemplateDraft>({
    initial: {
      name: before?.name ?? '',
      purpose: before?.purpose ?? 'marketing',
      channel: before?.channel ?? 'sms',
      language: before?.language ?? (i18n.language === 'en' ? 'en' : 'zh-CN'),
      subject: before?.subject ?? '',
      text: before?.text ?? '',
    },
    check: ({ name, channel, subject, text }) => ({
      name: name.trim() === '' ? t('form.required') : undefined,
      subject: channel === 'email' && subject.trim() === '' ? t('form.required') : undefined,
      text: text.trim() === '' ? t('form.required') : undefined,
    }),
    save: async ({ subject, ...draft }) => {
      const content = { ...draft, subject: draft.channel === 'email' ? subject : null };
      await save.mutateAsync({ templateId, basedOn: before?.version ?? 0, content });
      notifications.show({ message: t('messages.template.saved') });
      onClose();
    },
    refusalFields: { 'template-placeholder-unknown': 'text', 'template-subject-missing': 'subject' },
  });
  const { values } = form;
  const content = { ...values, subject: values.channel === 'email' ? values.subject : null };
  return (
    <Form form={form} label={title} onLeave={onClose}>
      <div className={classes.editor}>
        <div className={classes.fields}>
          <TextInput
            label={t('messages.template.name')}
            description={t('messages.template.nameHelp')}
            maxLength={60}
            autoComplete="off"
            data-autofocus
            {...form.field('name')}
          />
          <div className={classes.row}>
            <Select
              label={t('messages.template.channel')}
              data={CHANNELS.map((value) => ({ value, label: t(`messages.channel.${value}`) }))}
              allowDeselect={false}
              {...form.field('channel')}
            />
            <Select
              label={t('messages.template.purpose')}
              data={MESSAGE_PURPOSES.map((value) => ({ value, label: t(`messages.purpose.${value}`) }))}
              allowDeselect={false}
              {...form.field('purpose')}
            />
            <Select
              label={t('messages.template.language')}
              data={MESSAGE_LANGUAGES.map((value) => ({ value, label: t(`messages.language.${value}`) }))}
              allowDeselect={false}
              {...form.field('language')}
            />
          </div>
          <p className={classes.label}>{t(`messages.purposeHelp.${values.purpose}`)}</p>
          {values.channel === 'email' && (
            <TextInput
              label={t('messages.template.subject')}
              maxLength={120}
              autoComplete="off"
              {...form.field('subject')}
            />
          )}
          <Textarea
            ref={textField}
            label={t('messages.template.text')}
            rows={values.channel === 'email' ? 10 : 5}
            maxLength={4000}
            {...form.field('text')}
          />
          <PlaceholderButtons
            language={values.language}
            input={textField}
            text={values.text}
            onText={(text) => form.set({ text })}
          />
        </div>
        <PreviewForSomebody content={content} />
      </div>
      <FormActions form={form} />
    </Form>
  );
}

/** With the values of whoever with a name was here last, where there is somebody. */
function PreviewForSomebody({ content }: { readonly content: Parameters<typeof MessagePreview>[0]['content'] }) {
  const trpc = useTRPC();
  const newest = useQuery(trpc.members.list.queryOptions({ limit: 20 }));
  const named = newest.data?.rows.find(({ name }) => name !== null);
  const member = named?.name ? { memberId: named.memberId, name: named.name } : null;
  return <MessagePreview content={content} member={member} />;
}
