import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { ChannelsForm } from './ChannelsForm.tsx';
import { TryChannel } from './TryChannel.tsx';

/** How messages reach members: the channels, how each does, and a test. For those who may change it. */
export function ChannelsSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const may = useMay('settings.write');
  const channels = useQuery({ ...trpc.messages.channels.queryOptions(), enabled: may });
  if (!may) return null;
  const { settings, email, sms } = channels.data ?? {};
  return (
    <SettingsSection title={t('messages.channels.title')}>
      <Text c="dimmed" mb="md">
        {t('messages.channels.help')}
      </Text>
      {channels.error && <ErrorState error={channels.error} onRetry={() => void channels.refetch()} />}
      {channels.isPending && <LoadingState lines={4} />}
      {channels.data && (
        <>
          <ChannelsForm key={JSON.stringify([settings, email?.secret, sms?.secret])} channels={channels.data} />
          {settings?.sms.enabled && <TryChannel channel="sms" />}
          {settings?.email.enabled && <TryChannel channel="email" />}
        </>
      )}
    </SettingsSection>
  );
}
