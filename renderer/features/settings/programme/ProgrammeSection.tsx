import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { DefinitionList } from '../../../ui/facts/DefinitionList.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { ProgrammeDialog } from './ProgrammeDialog.tsx';
import { programmeFacts } from './programme-words.ts';

/** What the points programme says, for everybody; changed by whoever may. */
export function ProgrammeSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const mayChange = useMay('settings.write');
  const programme = useQuery(trpc.programme.current.queryOptions());
  const rated = useQuery(trpc.programme.rated.queryOptions());
  const error = programme.error ?? rated.error;
  const retry = () => {
    void programme.refetch();
    void rated.refetch();
  };
  const [changing, setChanging] = useState(false);
  return (
    <SettingsSection
      title={t('programme.title')}
      aside={
        programme.data && <Text c="var(--ink-soft)">{t('programme.version', { version: programme.data.version })}</Text>
      }
      action={
        programme.data &&
        rated.data &&
        mayChange && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('programme.change')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={retry} />}
      {(programme.isPending || rated.isPending) && <LoadingState lines={3} />}
      {programme.data && rated.data && (
        <>
          <DefinitionList facts={programmeFacts(programme.data, rated.data, t, format)} columns={1} />
          <ProgrammeDialog
            opened={changing}
            programme={programme.data}
            rated={rated.data}
            onClose={() => setChanging(false)}
          />
        </>
      )}
    </SettingsSection>
  );
}
