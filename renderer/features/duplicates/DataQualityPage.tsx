import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { DataQuality } from './DataQuality.tsx';

/** How good the members' details are, who may be on file twice, and what to mend. For those who may merge. */
export function DataQualityPage() {
  const { t } = useTranslation();
  if (useMay('member.merge')) return <DataQuality />;
  return (
    <Page title={t('quality.title')}>
      <NoPermission right="member.merge" />
    </Page>
  );
}
