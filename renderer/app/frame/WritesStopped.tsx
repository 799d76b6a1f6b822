import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import classes from './WritesStopped.module.css';

/** Over every page while nothing is written: why, and the way out. */
export function WritesStopped() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const may = useMay('settings.write');
  const { data } = useQuery(trpc.app.status.queryOptions());
  const why = data?.state.kind === 'open' ? data.state.writesStopped : null;
  if (why === null) return null;
  if (why === 'store-restoring')
    return (
      <div role="status" className={classes.banner}>
        {t('backups.banner.restoring')}
      </div>
    );
  return (
    <div role="alert" className={classes.banner} data-danger>
      <IconAlertTriangle size={20} stroke={1.5} aria-hidden />
      <span className={classes.words}>{t('backups.banner.damaged')}</span>
      {may ? (
        <Button size="compact-md" color="red" onClick={() => void navigate({ to: '/settings/backups' })}>
          {t('backups.banner.damagedAct')}
        </Button>
      ) : (
        <span>{t('backups.banner.damagedAsk')}</span>
      )}
    </div>
  );
}
