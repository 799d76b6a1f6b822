import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { PrinterForm } from './PrinterForm.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** The store's receipt printer, for those who may change it. */
export function PrinterSection() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const may = useMay('settings.write');
  const printer = useQuery({ ...trpc.receipts.printer.queryOptions(), enabled: may });
  if (!may) return null;
  return (
    <SettingsSection title={t('receipts.printer.title')}>
      {printer.error && <ErrorState error={printer.error} onRetry={() => void printer.refetch()} />}
      {printer.isPending && <LoadingState lines={2} />}
      {printer.data !== undefined && <PrinterForm key={JSON.stringify(printer.data)} printer={printer.data} />}
    </SettingsSection>
  );
}
