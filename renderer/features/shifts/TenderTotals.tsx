import { useTranslation } from 'react-i18next';
import type { ShiftTotals } from '../../../shared/contract/shifts.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './TenderTotals.module.css';

/** What came in by each tender, less what went out by it. Together they are the turnover. */
export function TenderTotals({ totals }: { readonly totals: ShiftTotals }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (totals.tenders.length === 0) return <p className={classes.none}>{t('shifts.facts.noTenders')}</p>;
  return (
    <table className={classes.table} aria-label={t('shifts.facts.tenders')}>
      <thead>
        <tr>
          <th scope="col">{t('shifts.facts.tender')}</th>
          <th scope="col" className={classes.number}>
            {t('shifts.facts.times')}
          </th>
          <th scope="col" className={classes.number}>
            {t('shifts.facts.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {totals.tenders.map(({ kind, count, amountMinor }) => (
          <tr key={kind}>
            <th scope="row">{t(`purchases.tender.${kind}`)}</th>
            <td className={classes.number}>{format.count(count)}</td>
            <td className={classes.number}>{format.money(amountMinor)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('shifts.facts.sum')}</th>
          <td />
          <td className={classes.number}>{format.money(totals.netMinor)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
