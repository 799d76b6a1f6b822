import { PasswordInput, Select, Switch, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ChannelsView } from '../../../../shared/contract/messages.contract.ts';
import { SMTP_SECURITY } from '../../../../shared/messages/channel-settings.ts';
import { useTRPC } from '../../../lib/api.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import classes from './Channels.module.css';
import { type ChannelsDraft, channelsDraft, channelsWanted, wholeOf } from './channels-draft.ts';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The channels and the rules of marketing. A secret is never shown again; what is left empty stays as it is. */
export function ChannelsForm({ channels }: { readonly channels: ChannelsView }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  // No trace of a secret stays behind among the answers.
  const save = useMutation(trpc.messages.saveChannels.mutationOptions({ gcTime: 0 }));
  const form = useForm<ChannelsDraft>({
    initial: channelsDraft(channels.settings),
    check: (draft) => ({
      port: wholeOf(draft.port, 65_535) === null ? t('messages.channels.portBad') : undefined,
      fromAddress:
        draft.fromAddress.trim() !== '' && !ADDRESS.test(draft.fromAddress.trim())
          ? t('messages.channels.fromBad')
          : undefined,
      cap: wholeOf(draft.cap, 100) === null ? t('messages.channels.numberBad') : undefined,
      capDays: wholeOf(draft.capDays, 365) === null ? t('messages.channels.numberBad') : undefined,
    }),
    save: async (draft) => {
      await save.mutateAsync(channelsWanted(draft));
      notifications.show({ message: t('messages.channels.saved') });
    },
    refusalFields: {
      'smtp-host-missing': 'host',
      'smtp-from-missing': 'fromAddress',
      'smtp-not-secure': 'security',
      'sms-url-invalid': 'url',
      'sms-url-not-secure': 'url',
    },
  });
  const secretHelp = {
    none: undefined,
    kept: t('messages.channels.secretKept'),
    lost: t('messages.channels.secretLost'),
  };
  const typed = { autoComplete: 'off', spellCheck: false } as const;
  return (
    <Form form={form} label={t('messages.channels.title')}>
      <fieldset className={classes.channel}>
        <legend className={classes.legend}>
          {t('messages.channels.sms')} <ChannelState state={channels.sms} />
        </legend>
        <Switch
          label={t('messages.channels.enabled')}
          aria-label={`${t('messages.channels.sms')}: ${t('messages.channels.enabled')}`}
          checked={form.values.smsOn}
          onChange={(event) => form.set({ smsOn: event.currentTarget.checked })}
        />
        <div className={classes.row}>
          <TextInput
            label={t('messages.channels.url')}
            description={t('messages.channels.urlHelp')}
            maxLength={300}
            {...typed}
            {...form.field('url')}
          />
          <PasswordInput
            label={t('messages.channels.key')}
            description={secretHelp[channels.sms.secret]}
            maxLength={500}
            {...typed}
            autoComplete="new-password"
            {...form.field('key')}
          />
          <TextInput
            label={t('messages.channels.signature')}
            description={t('messages.channels.signatureHelp')}
            maxLength={20}
            {...typed}
            {...form.field('signature')}
          />
        </div>
      </fieldset>
      <fieldset className={classes.channel}>
        <legend className={classes.legend}>
          {t('messages.channels.email')} <ChannelState state={channels.email} />
        </legend>
        <Switch
          label={t('messages.channels.enabled')}
          aria-label={`${t('messages.channels.email')}: ${t('messages.channels.enabled')}`}
          checked={form.values.emailOn}
          onChange={(event) => form.set({ emailOn: event.currentTarget.checked })}
        />
        <div className={classes.row}>
          <TextInput label={t('messages.channels.host')} maxLength={200} {...typed} {...form.field('host')} />
          <TextInput
            label={t('messages.channels.port')}
            inputMode="numeric"
            maxLength={5}
            {...typed}
            {...form.field('port')}
          />
          <Select
            label={t('messages.channels.security')}
            data={SMTP_SECURITY.map((value) => ({ value, label: t(`messages.channels.securities.${value}`) }))}
            allowDeselect={false}
            {...form.field('security')}
          />
        </div>
        <div className={classes.row}>
          <TextInput
            label={t('messages.channels.fromAddress')}
            maxLength={120}
            {...typed}
            {...form.field('fromAddress')}
          />
          <TextInput label={t('messages.channels.fromName')} maxLength={60} {...typed} {...form.field('fromName')} />
        </div>
        <div className={classes.row}>
          <TextInput label={t('messages.channels.user')} maxLength={200} {...typed} {...form.field('user')} />
          <PasswordInput
            label={t('messages.channels.password')}
            description={secretHelp[channels.email.secret]}
            maxLength={500}
            {...typed}
            autoComplete="new-password"
            {...form.field('password')}
          />
        </div>
      </fieldset>
      <fieldset className={classes.channel}>
        <legend className={classes.legend}>{t('messages.channels.rules')}</legend>
        <div className={classes.rules}>
          <TextInput type="time" label={t('messages.channels.quietFrom')} {...form.field('quietFrom')} />
          <TextInput type="time" label={t('messages.channels.quietUntil')} {...form.field('quietUntil')} />
          <TextInput
            label={t('messages.channels.cap')}
            inputMode="numeric"
            maxLength={3}
            {...typed}
            {...form.field('cap')}
          />
          <TextInput
            label={t('messages.channels.capDays')}
            inputMode="numeric"
            maxLength={3}
            {...typed}
            {...form.field('capDays')}
          />
        </div>
      </fieldset>
      <FormActions form={form} />
    </Form>
  );
}

function ChannelState({ state: { state, code } }: { readonly state: ChannelsView['sms'] }) {
  const { t } = useTranslation();
  const isWrong = state === 'broken' || state === 'secret-missing';
  return (
    <Text span size="sm" fw={400} c={isWrong ? 'var(--danger)' : 'dimmed'}>
      {t(`messages.channels.state.${state}`, { code: code ?? '' })}
    </Text>
  );
}
