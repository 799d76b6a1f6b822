import { IconBasket } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { BasketRow } from './BasketRow.tsx';
import classes from './BasketTable.module.css';
import type { Basket, BasketAct, BasketLine } from './basket.ts';
import { offersOfLine, pricedLine } from './priced-line.ts';

interface BasketTableProps {
  readonly basket: Basket;
  readonly quote: Quote | null;
  /** The product that the last pricing no longer knew. */
  readonly unknownProduct: string | null;
  readonly act: (act: BasketAct) => void;
  readonly onRemove: (line: BasketLine) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Gives the focus back to the product field. */
  readonly onDone: () => void;
}

/** What is being bought, in the order it was rung up; the selected line shows its keys. */
export function BasketTable({ basket, quote, unknownProduct, act, onRemove, onKeyDown, onDone }: BasketTableProps) {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const row = body.current?.querySelector('[aria-current="true"]');
    if (basket.selected !== null) row?.scrollIntoView({ block: 'nearest' });
  }, [basket.selected]);

  if (basket.lines.length === 0) {
    return (
      <div className={classes.empty}>
        <EmptyState
          icon={<IconBasket size={32} stroke={1.25} aria-hidden />}
          title={t('purchases.basket.emptyTitle')}
          body={t('purchases.basket.emptyBody')}
        />
      </div>
    );
  }
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('purchases.basket.label')}>
        <thead>
          <tr>
            <th scope="col">{t('purchases.basket.product')}</th>
            <th scope="col" className={classes.number}>
              {t('purchases.basket.price')}
            </th>
            <th scope="col" className={classes.middle}>
              {t('purchases.basket.quantity')}
            </th>
            <th scope="col" className={classes.number}>
              {t('purchases.basket.total')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody ref={body}>
          {basket.lines.map((line, index) => (
            <BasketRow
              key={line.lineId}
              line={line}
              priced={pricedLine(quote, line, index)}
              offers={quote ? offersOfLine(quote, pricedLine(quote, line, index)) : []}
              selected={line.lineId === basket.selected}
              unknown={unknownProduct !== null && line.productId === unknownProduct}
              act={act}
              onRemove={() => onRemove(line)}
              onKeyDown={onKeyDown}
              onDone={onDone}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
