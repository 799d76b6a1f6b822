import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { SupportDetails } from '../../ui/states/SupportDetails.tsx';

/** A page threw: the frame stays, the page can be tried again, support gets the details. */
export function PageCrashed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('states.crashed')} quietTitle>
      <div role="alert">
        <EmptyState
          icon={<IconAlertTriangle size={24} stroke={1.5} aria-hidden />}
          title={t('states.crashed')}
          body={t('states.crashedBody')}
          action={
            <>
              <Button variant="default" onClick={reset}>
                {t('actions.retry')}
              </Button>
              <SupportDetails text={`${String(error)}\n${location.hash}`} />
            </>
          }
        />
      </div>
    </Page>
  );
}
