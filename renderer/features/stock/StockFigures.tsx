import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockOfProduct } from '../../../shared/contract/stock.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Money } from '../../ui/facts/Money.tsx';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { OnHand } from './OnHand.tsx';
import classes from './StockFigures.module.css';

interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

/** The figures that matter before anything else: how much is there, when to order, what it costs. */
export function StockFigures({ stock }: { readonly stock: StockOfProduct }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { averageCostMilli, valueMinor, lastReceiptAtMs, lastCountAtMs } = stock;
  const when = (atMs: number | null) => (atMs === null ? t('stock.never') : <RelativeTime atMs={atMs} />);
  const figures: readonly Figure[] = [
    {
      label: t('stock.page.onHand'),
      value: <OnHand row={stock} />,
      note: stock.stocked ? undefined : t('stock.unstocked'),
    },
    {
      label: t('stock.page.reorder'),
      value: format.quantity(stock.reorderThousandths),
      note: t(stock.reorderIsSet ? 'stock.page.reorderIsSet' : 'stock.page.reorderIsWeek'),
    },
    {
      label: t('stock.page.cost'),
      value:
        averageCostMilli === null ? t('stock.page.costUnknown') : <Money minor={Math.round(averageCostMilli / 1000)} />,
      note: t('stock.page.price', { price: format.money(stock.priceMinor) }),
    },
    { label: t('stock.page.value'), value: valueMinor === null ? '–' : <Money minor={valueMinor} loss /> },
    { label: t('stock.page.lastReceipt'), value: when(lastReceiptAtMs) },
    { label: t('stock.page.lastCount'), value: when(lastCountAtMs) },
  ];
  return (
    <dl aria-label={t('stock.page.figures')} className={classes.figures}>
      {figures.map(({ label, value, note }) => (
        <div key={label} className={classes.figure}>
          <dt>{label}</dt>
          <dd className={classes.value}>{value}</dd>
          {note && <dd className={classes.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
