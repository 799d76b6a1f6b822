import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../../shared/contract/backups.contract.ts';
import { useFormat } from '../../../lib/use-format.ts';
import tableClasses from '../SettingsTable.module.css';
import classes from './BackupList.module.css';
import { RestoreDialog } from './RestoreDialog.tsx';

interface BackupListProps {
  readonly backups: readonly Backup[];
  /** The restored store is open, and somebody has read what came of it. */
  readonly onRestored: () => void;
}

const mayRestore = ({ state }: Backup) => state === 'good' || state === 'older';

/** The backups, newest first: when, how large, how much is in them, where, and whether they are good. */
export function BackupList({ backups, onRestored }: BackupListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<Backup | null>(null);
  return (
    <>
      <table className={`${tableClasses.table} ${classes.list}`} aria-label={t('backups.list.title')}>
        <thead>
          <tr>
            <th scope="col">{t('backups.list.made')}</th>
            <th scope="col" className={classes.number}>
              {t('backups.list.size')}
            </th>
            <th scope="col" className={classes.number} title={t('backups.list.factsHelp')}>
              {t('backups.list.facts')}
            </th>
            <th scope="col">{t('backups.list.place')}</th>
            <th scope="col">{t('backups.list.state')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={`${backup.place} ${backup.name}`}>
              <th scope="row">
                {format.dateTime(backup.atMs)}
                {backup.kind !== 'store' && <span className={classes.kind}>{t(`backups.kind.${backup.kind}`)}</span>}
              </th>
              <td className={classes.number}>{format.bytes(backup.bytes)}</td>
              <td className={classes.number}>{backup.facts === null ? '–' : format.count(backup.facts)}</td>
              <td>{t(`backups.place.${backup.place}`)}</td>
              <td data-state={backup.state}>{t(`backups.state.${backup.state}`)}</td>
              <td className={tableClasses.acts}>
                {mayRestore(backup) && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('backups.list.restoreOf', { when: format.dateTime(backup.atMs) })}
                    onClick={() => setChosen(backup)}
                  >
                    {t('backups.list.restore')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} onRestored={onRestored} />}
    </>
  );
}
