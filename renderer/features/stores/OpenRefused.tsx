import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OPEN_REFUSALS } from '../../../shared/contract/app.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { SupportDetails } from '../../ui/states/SupportDetails.tsx';
import classes from './OpenRefused.module.css';
import { StartAfresh } from './StartAfresh.tsx';

interface OpenRefusedProps {
  readonly reason: (typeof OPEN_REFUSALS)[number];
  readonly detail: string;
  readonly dataFolder: string;
  /** The ways out beside trying again. */
  readonly children: ReactNode;
}

/** Why the store did not open: what happened, what is safe, what to do. */
export function OpenRefused({ reason, detail, dataFolder, children }: OpenRefusedProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const reopen = useMutation(
    trpc.recovery.reopen.mutationOptions({ onSettled: () => queries.invalidateQueries(trpc.app.status.queryFilter()) }),
  );
  return (
    <div className={classes.card}>
      <IconAlertTriangle size={28} stroke={1.5} aria-hidden className={classes.icon} />
      <h1 className={classes.title}>{t(`stores.refused.reason.${reason}.title`)}</h1>
      <dl className={classes.facts}>
        <dt>{t('stores.refused.whatHappened')}</dt>
        <dd>{t(`stores.refused.reason.${reason}.happened`)}</dd>
        <dt>{t('stores.refused.whatIsSafe')}</dt>
        <dd>{t(`stores.refused.reason.${reason}.safe`)}</dd>
        <dt>{t('stores.refused.whatToDo')}</dt>
        <dd>{t(`stores.refused.reason.${reason}.next`)}</dd>
        <dt>{t('stores.refused.folder')}</dt>
        <dd>
          <code>{dataFolder}</code>
        </dd>
      </dl>
      <div className={classes.end}>
        <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate()} autoFocus>
          {t('actions.retry')}
        </Button>
        {reason === 'missing' && <StartAfresh />}
      </div>
      {children}
      <SupportDetails text={`${reason}\n${detail}`} />
    </div>
  );
}
