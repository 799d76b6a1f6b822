import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PricedLineView } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Keys } from '../../ui/shortcuts/Keys.tsx';
import { QuantityBack } from './QuantityBack.tsx';
import classes from './ReturnLines.module.css';

interface ReturnLinesProps {
  readonly lines: readonly PricedLineView[];
  readonly returnableThousandths: readonly number[];
  readonly texts: readonly string[];
  /** As read; null where a text is no quantity. */
  readonly quantities: readonly (number | null)[];
  readonly onText: (index: number, text: string) => void;
  readonly onAll: () => void;
}

/** The receipt's lines, with how much of each was sold, may come back, and does. */
export function ReturnLines({ lines, returnableThousandths, texts, quantities, onText, onAll }: ReturnLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('returns.lines.label')}>
        <thead>
          <tr>
            <th scope="col">{t('returns.lines.product')}</th>
            <th scope="col" className={classes.number}>
              {t('returns.lines.sold')}
            </th>
            <th scope="col" className={classes.number}>
              {t('returns.lines.paid')}
            </th>
            <th scope="col" className={classes.number}>
              {t('returns.lines.returnable')}
            </th>
            <th scope="col" className={classes.back}>
              <span className={classes.backHead}>
                {t('returns.lines.back')}
                <Button
                  variant="default"
                  size="compact-sm"
                  tabIndex={-1}
                  onClick={onAll}
                  rightSection={<Keys keys="A" />}
                >
                  {t('returns.keys.all')}
                </Button>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const most = returnableThousandths[index] ?? 0;
            const unit = t(`products.unit.${line.unit}`);
            return (
              // Lines of a receipt never move, and a product may be on several.
              <tr key={index} data-chosen={Boolean(quantities[index]) || undefined}>
                <th scope="row">
                  <span className={classes.name}>{line.name}</span>
                  <span className={classes.soft}>{line.sku || line.barcode}</span>
                </th>
                <td className={classes.number}>
                  {format.quantity(line.quantityThousandths)} {unit}
                </td>
                <td className={classes.number}>{format.money(line.netMinor)}</td>
                <td className={classes.number}>{most > 0 && `${format.quantity(most)} ${unit}`}</td>
                <td className={classes.back}>
                  {most > 0 ? (
                    <QuantityBack
                      name={line.name}
                      unit={line.unit}
                      most={most}
                      text={texts[index] ?? ''}
                      wrong={quantities[index] === null}
                      onText={(text) => onText(index, text)}
                      onAll={onAll}
                    />
                  ) : (
                    <span className={classes.soft}>{t('returns.lines.none')}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
