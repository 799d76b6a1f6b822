import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { PosApiForm } from './PosApiForm.tsx';
import { PosApiState } from './PosApiState.tsx';

/** The API for the till's own software: how it stands, and the switch. For those who may change it. */
export function PosApiSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const may = useMay('settings.write');
  const status = useQuery({ ...trpc.apiKeys.status.queryOptions(), enabled: may });
  if (!may) return null;
  return (
    <SettingsSection title={t('posApi.title')}>
      {status.error && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
      {status.isPending && <LoadingState lines={3} />}
      {status.data && (
        <>
          <PosApiState status={status.data} />
          <PosApiForm key={`${status.data.enabled} ${status.data.port}`} status={status.data} />
        </>
      )}
    </SettingsSection>
  );
}
