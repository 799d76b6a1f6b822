import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RestoreReport } from '../../../../shared/contract/backups.contract.ts';
import classes from './Restore.module.css';
import { RestoredFacts } from './RestoredFacts.tsx';
import { useRestoreDoor } from './restore-door.ts';

interface RestoredProps {
  readonly report: RestoreReport;
  readonly onDone: () => void;
}

/** What came of a restore, to be read before anything else is done. */
export function Restored({ report, onDone }: RestoredProps) {
  const { t } = useTranslation();
  const { after } = useRestoreDoor();
  return (
    <div className={classes.form}>
      <RestoredFacts report={report} />
      <Group justify="flex-end">
        <Button onClick={onDone} autoFocus>
          {t(`backups.restored.${after}`)}
        </Button>
      </Group>
    </div>
  );
}
