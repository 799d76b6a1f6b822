import { IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PricedLineView } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './BasketTable.module.css';
import type { BasketAct, BasketLine } from './basket.ts';
import { QuantityStepper } from './QuantityStepper.tsx';

interface BasketRowProps {
  readonly line: BasketLine;
  readonly priced: PricedLineView | null;
  /** The offers that took something off it, by name. */
  readonly offers: readonly string[];
  readonly selected: boolean;
  readonly unknown: boolean;
  readonly act: (act: BasketAct) => void;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onDone: () => void;
}

/** A touch leaves the focus where it is: in the product field. */
const keepFocus = (event: PointerEvent) => event.preventDefault();

/** One line. It is selected by its name; the selected one can be changed and removed by touch. */
export function BasketRow({
  line,
  priced,
  offers,
  selected,
  unknown,
  act,
  onRemove,
  onKeyDown,
  onDone,
}: BasketRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lineId, name, sku, unit } = line;
  return (
    <tr aria-current={selected} className={classes.row}>
      <th scope="row">
        <button
          type="button"
          className={classes.select}
          aria-pressed={selected}
          onPointerDown={keepFocus}
          onClick={() => act({ kind: 'select', lineId })}
          onKeyDown={onKeyDown}
        >
          <span className={classes.name}>{name}</span>
          {unknown ? (
            <span className={classes.unknown}>{t('purchases.basket.unknown')}</span>
          ) : (
            <span className={classes.sku}>
              {line.open ? [t('purchases.open.tag'), sku].filter(Boolean).join(' · ') : sku}
            </span>
          )}
        </button>
      </th>
      <td className={classes.number}>
        {line.override && <s className={classes.listPrice}>{format.money(line.priceMinor)}</s>}
        {format.money(line.override?.unitPriceMinor ?? priced?.unitPriceMinor ?? line.priceMinor)}
        {unit === 'kg' && <span className={classes.unit}>/{t('products.unit.kg')}</span>}
      </td>
      <td className={classes.middle}>
        {selected ? (
          <QuantityStepper key={line.quantityThousandths} line={line} act={act} onDone={onDone} />
        ) : (
          <>
            {format.quantity(line.quantityThousandths)}
            <span className={classes.unit}> {t(`products.unit.${unit}`)}</span>
          </>
        )}
      </td>
      <td className={classes.total}>
        {priced ? format.money(priced.netMinor) : '…'}
        {priced && priced.discountMinor > 0 && (
          <span className={classes.off} title={offers.join(t('promotions.says.comma'))}>
            {format.money(-priced.discountMinor)}
          </span>
        )}
      </td>
      <td className={classes.end}>
        {selected && (
          <button
            type="button"
            className={classes.remove}
            aria-label={t('purchases.basket.removeLine', { name })}
            onPointerDown={keepFocus}
            onClick={onRemove}
          >
            <IconTrash size={18} stroke={1.5} aria-hidden />
          </button>
        )}
      </td>
    </tr>
  );
}
