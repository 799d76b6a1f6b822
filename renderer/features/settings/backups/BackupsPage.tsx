import { useTranslation } from 'react-i18next';
import { useMay } from '../../../lib/signed-in.ts';
import { Page } from '../../../ui/Page.tsx';
import { NoPermission } from '../../../ui/states/NoPermission.tsx';
import { Backups } from './Backups.tsx';

/** The store's backups, for those who may change its settings. */
export function BackupsPage() {
  const { t } = useTranslation();
  if (useMay('settings.write')) return <Backups />;
  return (
    <Page title={t('backups.title')}>
      <NoPermission right="settings.write" />
    </Page>
  );
}
