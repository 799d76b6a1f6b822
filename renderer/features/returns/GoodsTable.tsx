import { IconPackageImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { BinButton } from '../../ui/BinButton.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import classes from './GoodsTable.module.css';
import { type GoodsLine, priceOf, quantityOf, refundOf } from './goods.ts';

interface GoodsTableProps {
  readonly lines: readonly GoodsLine[];
  readonly digits: number;
  readonly onLines: (lines: readonly GoodsLine[]) => void;
}

/** The goods with quantity and agreed price, each to be changed where it stands. */
export function GoodsTable({ lines, digits, onLines }: GoodsTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (lines.length === 0)
    return (
      <div className={classes.empty}>
        <EmptyState
          icon={<IconPackageImport size={32} stroke={1.5} aria-hidden />}
          title={t('returns.goods.emptyTitle')}
          body={t('returns.goods.emptyBody')}
        />
      </div>
    );
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('returns.goods.label')}>
        <thead>
          <tr>
            <th scope="col">{t('returns.goods.product')}</th>
            <th scope="col" className={classes.field}>
              {t('returns.goods.quantity')}
            </th>
            <th scope="col" className={classes.field}>
              {t('returns.goods.price')}
            </th>
            <th scope="col" className={classes.number}>
              {t('returns.goods.total')}
            </th>
            <td className={classes.remove} />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const { product } = line;
            const change = (changes: Partial<GoodsLine>) => onLines(lines.with(index, { ...line, ...changes }));
            const refundMinor = refundOf([line], digits);
            return (
              // A product that is weighed may be on several lines.
              <tr key={index}>
                <th scope="row">
                  <span className={classes.name}>{product.name}</span>
                  <span className={classes.soft}>
                    {t('returns.goods.listPrice', { price: format.money(product.priceMinor) })}
                  </span>
                </th>
                <td className={classes.field}>
                  <input
                    className={classes.input}
                    aria-label={t('returns.goods.quantityOf', { name: product.name })}
                    aria-invalid={quantityOf(line) === null}
                    inputMode="decimal"
                    autoComplete="off"
                    maxLength={10}
                    value={line.quantity}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => change({ quantity: event.currentTarget.value })}
                  />{' '}
                  <span className={classes.soft}>{t(`products.unit.${product.unit}`)}</span>
                </td>
                <td className={classes.field}>
                  <input
                    className={classes.input}
                    aria-label={t('returns.goods.priceOf', { name: product.name })}
                    aria-invalid={priceOf(line, digits) === null}
                    inputMode="decimal"
                    autoComplete="off"
                    maxLength={13}
                    value={line.price}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => change({ price: event.currentTarget.value })}
                  />
                </td>
                <td className={classes.number}>{refundMinor === null ? '–' : format.money(refundMinor)}</td>
                <td className={classes.remove}>
                  <BinButton
                    label={t('returns.goods.remove', { name: product.name })}
                    onClick={() => onLines(lines.filter((_, at) => at !== index))}
                    touch
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
