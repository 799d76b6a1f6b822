import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './FirstRun.module.css';

interface FirstRecoveryProps {
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** A store that was on another computer, from its backup. */
export function FirstRecovery({ onBack, children }: FirstRecoveryProps) {
  const { t } = useTranslation();
  useShortcuts(t('backups.recovery.title'), [{ keys: 'Escape', label: t('actions.back'), run: onBack }]);
  return (
    <div className={classes.card}>
      <h1 className={classes.title}>{t('backups.recovery.firstRun')}</h1>
      <p className={classes.body}>{t('backups.recovery.firstRunBody')}</p>
      {children}
      <Button variant="default" mt="md" onClick={onBack}>
        {t('actions.back')}
      </Button>
    </div>
  );
}
