import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { codeOf, useErrorWords } from '../../lib/error-words.ts';
import { NoPermission } from './NoPermission.tsx';
import { SupportDetails } from './SupportDetails.tsx';
import classes from './states.module.css';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Something could not be loaded: what happened, try again, details for support. No right: who has it. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const words = useErrorWords()(error);
  if (codeOf(error) === 'FORBIDDEN') return <NoPermission right={(error as Error).message} />;
  return (
    <div role="alert" className={classes.state}>
      <div className={classes.icon}>
        <IconAlertTriangle size={24} stroke={1.5} aria-hidden />
      </div>
      <p className={classes.title}>{t('states.failed')}</p>
      <p className={classes.body}>{words.text}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('actions.retry')}
        </Button>
      )}
      <SupportDetails text={words.details} />
    </div>
  );
}
