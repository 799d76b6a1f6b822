import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../../shared/messages/message.ts';
import { useTRPC } from '../../../lib/api.ts';
import { useErrorWords } from '../../../lib/error-words.ts';
import classes from './Channels.module.css';

/** Sends a few words to an address, by what is saved, and says how the channel answered. */
export function TryChannel({ channel }: { readonly channel: Channel }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const [address, setAddress] = useState('');
  const tried = useMutation(trpc.messages.tryChannel.mutationOptions());
  const { data } = tried;
  const said = tried.error
    ? errorWords(tried.error).text
    : data && t(`messages.channels.tried.${data.answer}`, { code: data.code ?? '' });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        tried.mutate({ channel, address, language: i18n.language === 'en' ? 'en' : 'zh-CN' });
      }}
    >
      <div className={classes.try}>
        <TextInput
          w={280}
          label={t(channel === 'sms' ? 'messages.channels.trySms' : 'messages.channels.tryEmail')}
          autoComplete="off"
          maxLength={120}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={tried.isPending}
          disabled={address.trim().length < 3}
          aria-label={`${t('messages.channels.try')}: ${t(`messages.channel.${channel}`)}`}
        >
          {t('messages.channels.try')}
        </Button>
      </div>
      <p className={classes.answer} role="status">
        {said}
      </p>
    </form>
  );
}
