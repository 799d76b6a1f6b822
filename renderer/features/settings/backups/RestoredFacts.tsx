import { useTranslation } from 'react-i18next';
import type { RestoreReport } from '../../../../shared/contract/backups.contract.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from './Restore.module.css';
import { SummaryFacts } from './SummaryFacts.tsx';

/** What a restore brought back, what it did not, and where the file is that it replaced. */
export function RestoredFacts({ report }: { readonly report: RestoreReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { broughtBack, lostFacts, lostReceipts, isReadable, keptAs, backupAtMs } = report;
  const isWhole = isReadable && broughtBack.facts === 0 && lostFacts === 0;
  return (
    <>
      <p>{t('backups.restored.from', { when: format.dateTime(backupAtMs) })}</p>
      {isWhole && <p>{t('backups.restored.nothing')}</p>}
      {broughtBack.facts > 0 && (
        <>
          <p className={classes.lead}>{t('backups.restored.broughtBack', { count: broughtBack.facts })}</p>
          <SummaryFacts summary={broughtBack} />
        </>
      )}
      {!isReadable && <p className={classes.warning}>{t('backups.restored.notKnown')}</p>}
      {lostFacts > 0 && <p className={classes.warning}>{t('backups.restored.lost', { count: lostFacts })}</p>}
      {lostReceipts.length > 0 && (
        <div>
          <p>{t('backups.restored.lostReceipts')}</p>
          <ul className={classes.receipts}>
            {lostReceipts.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
        </div>
      )}
      {keptAs && <p className={classes.quiet}>{t('backups.restored.keptAs', { file: keptAs })}</p>}
    </>
  );
}
