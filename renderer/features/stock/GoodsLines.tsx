import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { BinButton } from '../../ui/BinButton.tsx';
import classes from './GoodsLines.module.css';
import { costOf, type GoodsLine, lineCostMinor, quantityOf } from './goods-lines.ts';

interface GoodsLinesProps {
  readonly lines: readonly GoodsLine[];
  readonly digits: number;
  readonly onLines: (lines: GoodsLine[]) => void;
}

/** What came in, in the order it was entered, each to be changed where it stands. */
export function GoodsLines({ lines, digits, onLines }: GoodsLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = useStoreFacts();
  const scroller = useRef<HTMLDivElement>(null);
  const { length } = lines;
  useEffect(() => {
    if (length > 0) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [length]);
  return (
    <div ref={scroller} className={classes.scroll}>
      <table className={classes.table} aria-label={t('stock.receive.lines')}>
        <thead>
          <tr>
            <th scope="col">{t('stock.column.product')}</th>
            <th scope="col" className={classes.field}>
              {t('stock.receive.quantity')}
            </th>
            <th scope="col" className={classes.field}>
              {t('stock.receive.cost', { currency })}
            </th>
            <th scope="col" className={classes.number}>
              {t('stock.receive.total')}
            </th>
            <td className={classes.remove} />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const { name, sku, unit, productId } = line.product;
            const change = (changes: Partial<GoodsLine>) => onLines(lines.with(index, { ...line, ...changes }));
            const costMinor = lineCostMinor(line, digits);
            return (
              <tr key={productId}>
                <th scope="row">
                  <span className={classes.name}>{name}</span>
                  <span className={classes.soft}>{sku}</span>
                </th>
                <td className={classes.field}>
                  <input
                    className={classes.input}
                    data-field="quantity"
                    aria-label={t('stock.receive.quantityOf', { name })}
                    aria-invalid={quantityOf(line) === null}
                    inputMode="decimal"
                    autoComplete="off"
                    maxLength={10}
                    value={line.quantity}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => change({ quantity: event.currentTarget.value })}
                  />
                  <span className={classes.unit}>{t(`products.unit.${unit}`)}</span>
                </td>
                <td className={classes.field}>
                  <input
                    className={classes.input}
                    data-field="cost"
                    aria-label={t('stock.receive.costOf', { name })}
                    aria-invalid={costOf(line, digits) === null}
                    placeholder="–"
                    inputMode="decimal"
                    autoComplete="off"
                    maxLength={12}
                    value={line.cost}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => change({ cost: event.currentTarget.value })}
                  />
                </td>
                <td className={classes.number}>{costMinor === null ? '–' : format.money(costMinor)}</td>
                <td className={classes.remove}>
                  <BinButton
                    label={t('stock.receive.remove', { name })}
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
