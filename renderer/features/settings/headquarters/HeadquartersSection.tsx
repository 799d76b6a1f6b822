import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { EnrolForm } from './EnrolForm.tsx';
import { HeadquartersState } from './HeadquartersState.tsx';

/** How the store stands with headquarters, the way in, and the way in again; for those who may change the settings. */
export function HeadquartersSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const may = useMay('settings.write');
  const [again, setAgain] = useState(false);
  const status = useQuery({ ...trpc.headquarters.status.queryOptions(), enabled: may });
  const syncNow = useMutation(
    trpc.headquarters.syncNow.mutationOptions({
      onSuccess: () => notifications.show({ message: t('headquarters.synced') }),
      // Why it came to nothing stands in the state.
      onSettled: () => void status.refetch(),
    }),
  );
  if (!may) return null;
  const { data } = status;
  const enrolment = data?.enrolment;
  return (
    <SettingsSection
      title={t('headquarters.title')}
      action={
        enrolment && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.5} aria-hidden />}
            loading={syncNow.isPending}
            onClick={() => syncNow.mutate()}
          >
            {t('headquarters.syncNow')}
          </Button>
        )
      }
    >
      <Text c="dimmed" mb="sm">
        {t('headquarters.body')}
      </Text>
      {status.error && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
      {status.isPending && <LoadingState lines={3} />}
      {data && enrolment && <HeadquartersState status={data} enrolment={enrolment} />}
      {data && (!enrolment || again) && (
        <EnrolForm
          address={enrolment?.address ?? ''}
          onEnrolled={() => {
            setAgain(false);
            void status.refetch();
          }}
          {...(enrolment ? { onLeave: () => setAgain(false) } : {})}
        />
      )}
      {enrolment && !again && (
        <Button variant="default" mt="md" onClick={() => setAgain(true)}>
          {t('headquarters.again')}
        </Button>
      )}
    </SettingsSection>
  );
}
