import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticesView } from '../../../shared/contract/messages.contract.ts';
import { type Channel, MESSAGE_LANGUAGES } from '../../../shared/messages/message.ts';
import { CHANNELS_OF_WAY, NOTICE_MAY_NAME, NOTICE_WAYS, type NoticeKind } from '../../../shared/messages/notice.ts';
import { unknownPlaceholders } from '../../../shared/messages/placeholders.ts';
import { useTRPC } from '../../lib/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { MessagePreview } from '../../ui/messages/MessagePreview.tsx';
import { PlaceholderButtons } from '../../ui/messages/PlaceholderButtons.tsx';
import classes from './Messages.module.css';
import { daysTyped, type NoticeDraft, noticeDraft, type TextField, usualTexts, withNotice } from './notice-draft.ts';

interface NoticeDialogProps {
  readonly kind: NoticeKind;
  readonly notices: NoticesView;
  readonly onClose: () => void;
}

/** By what a notice is sent and what it says, with what a member will read beside it. */
export function NoticeDialog(props: NoticeDialogProps) {
  const { t } = useTranslation();
  const title = t('messages.notices.edit', { name: t(`messages.notices.kind.${props.kind}`) });
  return (
    <Dialog opened onClose={props.onClose} title={title} size={960} escCloses={false}>
      <NoticeForm {...props} title={title} />
    </Dialog>
  );
}

function NoticeForm({ kind, notices, title, onClose }: NoticeDialogProps & { readonly title: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  // The settings that the form began with, whatever is saved meanwhile.
  const [{ version, settings, channels }] = useState(notices);
  const sms = useRef<HTMLTextAreaElement>(null);
  const email = useRef<HTMLTextAreaElement>(null);
  const [touched, setTouched] = useState<Channel | null>(null);
  const save = useMutation(trpc.messages.saveNotices.mutationOptions());
  const placeholders = NOTICE_MAY_NAME[kind];
  const form = useForm<NoticeDraft>({
    initial: noticeDraft(settings, kind),
    check: (draft) => {
      const wrong = (part: TextField) => {
        const names = unknownPlaceholders(draft[part], placeholders);
        return names.length > 0 ? t('messages.notices.unknown', { names: names.join(' ') }) : undefined;
      };
      const shown = (['sms', 'subject', 'email'] as const).map((part): TextField => `${part} ${draft.wordsIn}`);
      return {
        ...Object.fromEntries(shown.map((part) => [part, wrong(part)])),
        expiryDays: daysTyped(draft.expiryDays) === null ? t('messages.notices.expiryDaysBad') : undefined,
      };
    },
    save: async (draft) => {
      await save.mutateAsync({ basedOn: version, settings: withNotice(settings, kind, draft) });
      notifications.show({ message: t('messages.notices.saved') });
      onClose();
    },
  });
  const { values } = form;
  const language = values.wordsIn;
  const ways = CHANNELS_OF_WAY[values.by];
  const shown = touched && ways.includes(touched) ? touched : ways[0];
  const off = ways.find((channel) => !channels[channel]);
  const buttons = (part: 'sms' | 'email') => (
    <PlaceholderButtons
      label={t(`messages.channel.${part}`)}
      language={language}
      input={part === 'sms' ? sms : email}
      text={values[`${part} ${language}`]}
      onText={(text) => form.set({ [`${part} ${language}`]: text })}
      // A whole receipt is for an e-mail.
      offered={part === 'sms' ? placeholders.filter((each) => each !== 'receipt') : placeholders}
    />
  );
  return (
    <Form form={form} label={title} onLeave={onClose}>
      <div className={classes.editor}>
        <div className={classes.fields}>
          <div className={classes.row}>
            <Select
              label={t('messages.notices.column.by')}
              data={NOTICE_WAYS.map((value) => ({ value, label: t(`messages.notices.by.${value}`) }))}
              allowDeselect={false}
              data-autofocus
              {...form.field('by')}
            />
            <Select
              label={t('messages.notices.wordsIn')}
              data={MESSAGE_LANGUAGES.map((value) => ({ value, label: t(`messages.language.${value}`) }))}
              allowDeselect={false}
              {...form.field('wordsIn')}
            />
            {kind === 'points-expiring' && (
              <TextInput
                label={t('messages.notices.expiryDays')}
                inputMode="numeric"
                maxLength={2}
                autoComplete="off"
                {...form.field('expiryDays')}
              />
            )}
          </div>
          {off && (
            <p role="status" className={classes.label}>
              {t('messages.notices.channelOff', { channel: t(`messages.channel.${off}`) })}
            </p>
          )}
          {ways.includes('sms') && (
            <>
              <Textarea
                ref={sms}
                label={t('messages.notices.sms')}
                rows={3}
                maxLength={500}
                onFocus={() => setTouched('sms')}
                {...form.field(`sms ${language}`)}
              />
              {buttons('sms')}
            </>
          )}
          {ways.includes('email') && (
            <>
              <TextInput
                label={t('messages.notices.subject')}
                maxLength={120}
                autoComplete="off"
                onFocus={() => setTouched('email')}
                {...form.field(`subject ${language}`)}
              />
              <Textarea
                ref={email}
                label={t('messages.notices.email')}
                rows={6}
                maxLength={4000}
                onFocus={() => setTouched('email')}
                {...form.field(`email ${language}`)}
              />
              {buttons('email')}
            </>
          )}
          {shown && (
            <Group justify="space-between" gap="sm">
              <p className={classes.label}>{t('messages.notices.empty')}</p>
              <Button variant="subtle" size="compact-sm" onClick={() => form.set(usualTexts(kind))}>
                {t('messages.notices.usual')}
              </Button>
            </Group>
          )}
        </div>
        {shown && (
          <MessagePreview
            member={null}
            content={{
              channel: shown,
              purpose: 'service',
              language,
              subject: shown === 'email' ? values[`subject ${language}`] : null,
              text: values[`${shown} ${language}`],
            }}
          />
        )}
      </div>
      <FormActions form={form} />
    </Form>
  );
}
