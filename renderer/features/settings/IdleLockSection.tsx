import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useMay } from '../../lib/signed-in.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { SettingsSection } from './SettingsSection.tsx';

const NEVER = 0;
const MINUTES: readonly number[] = [1, 2, 5, 10, 15, 30, 60];

/** After how long windows of this store lock by themselves, for those who may change it. */
export function IdleLockSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const may = useMay('settings.write');
  const lock = useQuery({ ...trpc.staff.idleLock.queryOptions(), enabled: may });
  const save = useMutation(
    trpc.staff.setIdleLock.mutationOptions({
      onSuccess: () => notifications.show({ message: t('settings.lock.saved') }),
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  if (!may) return null;
  const choices = [...new Set([...MINUTES, lock.data ?? NEVER])].filter((minutes) => minutes !== NEVER);
  const data = [
    ...choices
      .toSorted((a, b) => a - b)
      .map((count) => ({ value: String(count), label: t('settings.lock.minutes', { count }) })),
    { value: String(NEVER), label: t('settings.lock.never') },
  ];
  return (
    <SettingsSection title={t('settings.lock.title')}>
      {lock.error && <ErrorState error={lock.error} onRetry={() => void lock.refetch()} />}
      {lock.isPending && <LoadingState lines={1} />}
      {lock.data !== undefined && (
        <Select
          maw={440}
          label={t('settings.lock.after')}
          description={t('settings.lock.help')}
          allowDeselect={false}
          data={data}
          value={String(save.isPending ? save.variables.minutes : lock.data)}
          onChange={(minutes) => save.mutate({ minutes: Number(minutes) })}
        />
      )}
    </SettingsSection>
  );
}
