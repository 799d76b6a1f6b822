import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { ladderSentences } from '../../../lib/ladder-words.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { useTierName } from '../../../lib/tier-names.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { TierForm } from './TierForm.tsx';

/** How tiers are reached and kept, for everybody; changed by whoever may. */
export function TiersSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const nameOf = useTierName();
  const mayChange = useMay('settings.write');
  const { data, error, isPending, refetch } = useQuery(trpc.programme.current.queryOptions());
  const [changing, setChanging] = useState(false);
  return (
    <SettingsSection
      title={t('tiers.title')}
      action={
        data &&
        mayChange && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('tiers.change')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <LoadingState lines={2} />}
      {data && (
        <>
          {ladderSentences(data.tiers, nameOf, t, format).map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
          <Dialog
            opened={changing}
            onClose={() => setChanging(false)}
            title={t('tiers.editTitle')}
            size={880}
            escCloses={false}
          >
            <TierForm programme={data} onClose={() => setChanging(false)} />
          </Dialog>
        </>
      )}
    </SettingsSection>
  );
}
