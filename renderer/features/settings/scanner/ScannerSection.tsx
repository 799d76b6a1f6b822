import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { useMay } from '../../../lib/signed-in.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import { ScannerForm } from './ScannerForm.tsx';

/** How this till's scanner is told from fingers. For those who may change it. */
export function ScannerSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const may = useMay('settings.write');
  const terms = useQuery({ ...trpc.tills.scanner.queryOptions(), enabled: may });
  if (!may) return null;
  return (
    <SettingsSection title={t('scanner.title')}>
      {terms.error && <ErrorState error={terms.error} onRetry={() => void terms.refetch()} />}
      {terms.isPending && <LoadingState lines={2} />}
      {terms.data && <ScannerForm key={JSON.stringify(terms.data)} terms={terms.data} />}
    </SettingsSection>
  );
}
