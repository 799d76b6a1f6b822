import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { AuditLog } from './AuditLog.tsx';

/** Who did what to whom; the chain of it can be verified. For those with the right only. */
export function AuditPage() {
  const { t } = useTranslation();
  if (useMay('audit.read')) return <AuditLog />;
  return (
    <Page title={t('audit.title')}>
      <NoPermission right="audit.read" />
    </Page>
  );
}
