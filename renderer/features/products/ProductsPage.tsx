import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';

export function ProductsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('products.title')}>
      <LoadingState />
    </Page>
  );
}
