import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';

export function TillPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('purchases.title')}>
      <LoadingState />
    </Page>
  );
}
