import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './PaidOut.module.css';

interface PaidOutProps {
  readonly receipt: Receipt;
  readonly label: string;
}

/** What the customer gets back by each tender, large enough to read while counting it out. */
export function PaidOut({ receipt, label }: PaidOutProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const paid = receipt.tenders.filter(({ kind, amountMinor }) => kind !== 'points' && amountMinor !== 0);
  if (paid.length === 0) return <p className={classes.nothing}>{t('returns.done.nothing')}</p>;
  return (
    <div>
      <p className={classes.label}>{label}</p>
      <ul className={classes.list}>
        {paid.map(({ kind, amountMinor }, index) => (
          // Tenders of a receipt never move, and a kind may be there twice.
          <li key={index}>
            <output className={classes.figure}>{format.money(Math.abs(amountMinor))}</output>
            <span className={classes.kind}>{t(`purchases.tender.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
