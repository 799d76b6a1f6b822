import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import type { CountLine } from '../../../shared/stock/drafts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { countedOf } from './count-draft.ts';
import classes from './GoodsLines.module.css';
import type { Difference } from './use-differences.ts';

interface CountLinesProps {
  readonly lines: readonly CountLine[];
  readonly differences: ReadonlyMap<Id<'product'>, Difference>;
  readonly onCounted: (productId: Id<'product'>, text: string) => void;
}

/** What is counted, line by line. What should be there is shown only once it was counted, so that nobody counts to it. */
export function CountLines({ lines, differences, onCounted }: CountLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (lines.length === 0)
    return (
      <div className={classes.scroll}>
        <EmptyState title={t('stock.count.nothingToShow')} />
      </div>
    );
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('stock.count.lines')}>
        <thead>
          <tr>
            <th scope="col">{t('stock.column.product')}</th>
            <th scope="col" className={classes.field}>
              {t('stock.count.counted')}
            </th>
            <th scope="col" className={classes.number}>
              {t('stock.count.expected')}
            </th>
            <th scope="col" className={classes.number}>
              {t('stock.count.difference')}
            </th>
            <th scope="col" className={classes.last}>
              {t('stock.count.differenceValue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const { productId, name, sku, unit } = line;
            const difference = differences.get(productId);
            const change = difference?.differenceThousandths ?? 0;
            return (
              <tr key={productId}>
                <th scope="row">
                  <span className={classes.name}>{name}</span>
                  <span className={classes.soft}>{sku}</span>
                </th>
                <td className={classes.field}>
                  <input
                    className={classes.input}
                    data-product={productId}
                    aria-label={t('stock.count.countedOf', { name })}
                    aria-invalid={countedOf(line) === null}
                    inputMode="decimal"
                    autoComplete="off"
                    maxLength={10}
                    value={line.counted}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => onCounted(productId, event.currentTarget.value)}
                  />
                  <span className={classes.unit}>{t(`products.unit.${unit}`)}</span>
                </td>
                <td className={classes.number}>{difference ? format.quantity(difference.expectedThousandths) : ''}</td>
                <td className={classes.number} data-loss={change < 0 || undefined}>
                  {difference ? `${change > 0 ? '+' : ''}${format.quantity(change)}` : ''}
                </td>
                <td className={classes.last} data-loss={change < 0 || undefined}>
                  {difference && (difference.worthMinor === null ? '–' : format.money(difference.worthMinor))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
