import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackupRun } from '../../../../shared/contract/backups.contract.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from './Restore.module.css';

/** What is being done to the store's files, and how far it is. */
export function Running({ run }: { readonly run: BackupRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = run.total > 0 ? run.done / run.total : null;
  const words = t(`backups.running.${run.what}.${run.phase}`);
  return (
    <div className={classes.running}>
      <div className={classes.runningWords} role="status">
        <span>{words}</span>
        {share !== null && <span>{format.percent(Math.floor(share * 100) * 100)}</span>}
      </div>
      <Progress
        aria-label={words}
        size="sm"
        value={share === null ? 100 : share * 100}
        striped={share === null}
        animated={share === null}
      />
    </div>
  );
}
