import { Button, Progress, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { useErrorWords } from '../../../lib/error-words.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { DefinitionList } from '../../../ui/facts/DefinitionList.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { nightWords } from './night-words.ts';

/** What the nightly work last did, what failed, and the way to start it; for those who may change the settings. */
export function NightlySection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const errorWords = useErrorWords();
  const may = useMay('settings.write');
  const state = useQuery({ ...trpc.nightly.state.queryOptions(), enabled: may });
  const start = useMutation(trpc.nightly.start.mutationOptions());
  if (!may) return null;
  const { data } = state;
  const last = data?.nights.find(({ endedAtMs }) => endedAtMs !== null);
  const running = data?.running;
  return (
    <SettingsSection
      title={t('nightly.title')}
      action={
        data && (
          <Button
            variant="default"
            disabled={running !== null}
            onClick={() => start.mutate(undefined, { onSuccess: () => void state.refetch() })}
          >
            {t('nightly.start')}
          </Button>
        )
      }
    >
      {state.error && <ErrorState error={state.error} onRetry={() => void state.refetch()} />}
      {state.isPending && <LoadingState lines={3} />}
      {start.error && <Text role="alert">{errorWords(start.error).text}</Text>}
      {data && data.daysInDoubt > 0 && (
        <Text role="alert" c="var(--attention)">
          {t('nightly.inDoubt', { count: data.daysInDoubt })}
        </Text>
      )}
      {data?.stopped && (
        <Text role="alert" c="var(--danger)">
          {t('nightly.stopped', { code: data.stopped })}
        </Text>
      )}
      {running && (
        <>
          <Text role="status">
            {t('nightly.running', { date: format.date(running.date), step: t(`nightly.steps.${running.name}`) })}
          </Text>
          <Progress aria-label={t('nightly.title')} size="sm" value={(running.step / running.of) * 100} />
        </>
      )}
      {data &&
        (last ? (
          <DefinitionList
            columns={1}
            facts={[
              {
                label: t('nightly.last'),
                value: t('nightly.lastAt', { date: format.date(last.date), at: format.dateTime(last.endedAtMs ?? 0) }),
              },
              { label: t('nightly.did'), value: nightWords(last.counts, t) },
              ...(last.counts.failed > 0
                ? [
                    {
                      label: t('nightly.failed'),
                      value: t('nightly.failedFor', {
                        count: last.counts.failed,
                        codes: [...new Set(last.failures.map(({ code }) => code))].join(', '),
                      }),
                    },
                  ]
                : []),
            ]}
          />
        ) : (
          !running && <Text c="var(--ink-soft)">{t('nightly.never')}</Text>
        ))}
    </SettingsSection>
  );
}
