import { useTranslation } from 'react-i18next';
import type { PricedLineView } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './ReceiptPaper.module.css';

/** What was bought: the name, then quantity and price with what the line comes to before any offer. */
export function ReceiptLines({ lines }: { readonly lines: readonly PricedLineView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.lines} aria-label={t('purchases.receipt.lines')}>
      {lines.map((line, index) => (
        // Lines of a receipt never move, and a product may be on several.
        <li key={index}>
          <span className={classes.name}>{line.name}</span>
          <span className={classes.row}>
            <span className={classes.soft}>
              {t('purchases.receipt.each', {
                quantity: format.quantity(line.quantityThousandths),
                unit: t(`products.unit.${line.unit}`),
                price: format.money(line.unitPriceMinor),
              })}
            </span>
            <span>{format.money(line.grossMinor)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
