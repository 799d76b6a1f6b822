import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';

export function PageMissing() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t('frame.pageMissing.title')} quietTitle>
      <EmptyState
        title={t('frame.pageMissing.title')}
        body={t('frame.pageMissing.body')}
        action={<Button onClick={() => void navigate({ to: '/till' })}>{t('frame.pageMissing.action')}</Button>}
      />
    </Page>
  );
}
