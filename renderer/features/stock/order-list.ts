import type { TFunction } from 'i18next';
import Papa from 'papaparse';
import type { ToOrderRow } from '../../../shared/contract/stock.contract.ts';
import { BYTE_ORDER_MARK } from '../../../shared/lists/csv-text.ts';
import { FORMULA } from '../../../shared/lists/formula.ts';
import { quantityText } from '../../lib/quantity-text.ts';

/** The order list as a table of text: what a supplier is sent, and what a spreadsheet reads. */
export function orderTable(rows: readonly ToOrderRow[], t: TFunction): string[][] {
  const head = [
    t('stock.column.sku'),
    t('products.barcode'),
    t('stock.column.product'),
    t('products.unitLabel'),
    t('stock.column.onHand'),
    t('stock.order.suggested'),
    t('stock.order.supplier'),
  ];
  return [
    head,
    ...rows.map((row) => [
      row.sku,
      row.barcode ?? '',
      row.name,
      t(`products.unit.${row.unit}`),
      // Below zero it is a number for a spreadsheet, not a formula.
      row.onHandThousandths < 0 ? `-${quantityText(-row.onHandThousandths)}` : quantityText(row.onHandThousandths),
      quantityText(row.suggestedThousandths),
      row.lastSupplier ?? '',
    ]),
  ];
}

/** CSV that a spreadsheet opens as it is meant: with its encoding named, and no text taken for a formula. */
export const orderCsv = (table: string[][]): string =>
  `${BYTE_ORDER_MARK}${Papa.unparse(table, { escapeFormulae: FORMULA, newline: '\r\n' })}`;

/** For the clipboard: cells by tabs, rows by lines. */
export const orderText = (table: string[][]): string =>
  Papa.unparse(table, { delimiter: '\t', escapeFormulae: FORMULA });
