import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';

export function MemberPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('members.title')}>
      <LoadingState />
    </Page>
  );
}
