import { useTranslation } from 'react-i18next';
import type { StockRow } from '../../../shared/contract/stock.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './OnHand.module.css';

/** How much is there, with its unit; red below zero, amber where it is low. */
export function OnHand({ row }: { readonly row: Pick<StockRow, 'onHandThousandths' | 'unit' | 'isLow'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tone = row.onHandThousandths < 0 ? 'danger' : row.isLow ? 'attention' : undefined;
  return (
    <span className={classes.figure} data-tone={tone}>
      {format.quantity(row.onHandThousandths)} <span className={classes.unit}>{t(`products.unit.${row.unit}`)}</span>
    </span>
  );
}
