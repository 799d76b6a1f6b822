import type { TFunction } from 'i18next';
import type { StockRow } from '../../../shared/contract/stock.contract.ts';
import type { Format } from '../../lib/format.ts';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';
import { OnHand } from './OnHand.tsx';
import { StockName } from './StockName.tsx';

const column = listColumns<StockRow>();

const when = (t: TFunction, atMs: number | null) => (atMs === null ? t('stock.never') : <RelativeTime atMs={atMs} />);

/** What it is, how much is there, when it last came and went, and what it is worth. */
export const stockColumns = (t: TFunction, format: Format, currency: string): readonly ListColumn<StockRow>[] =>
  column.columns([
    column.accessor('name', {
      header: t('stock.column.product'),
      cell: ({ row: { original } }) => <StockName row={original} />,
      meta: { width: 'minmax(220px, 2fr)', sortKey: 'name' },
    }),
    column.accessor('sku', { header: t('stock.column.sku'), meta: { width: '110px', sortKey: 'sku' } }),
    column.accessor('lastReceiptAtMs', {
      header: t('stock.column.lastReceipt'),
      cell: ({ getValue }) => when(t, getValue()),
      meta: { width: '140px', sortKey: 'lastReceipt' },
    }),
    column.accessor('lastSaleAtMs', {
      header: t('stock.column.lastSale'),
      cell: ({ getValue }) => when(t, getValue()),
      meta: { width: '140px', sortKey: 'lastSale' },
    }),
    column.accessor('reorderThousandths', {
      header: t('stock.column.reorder'),
      cell: ({ getValue }) => format.quantity(getValue()),
      meta: { width: '110px', align: 'end' },
    }),
    column.accessor('onHandThousandths', {
      header: t('stock.column.onHand'),
      cell: ({ row: { original } }) => <OnHand row={original} />,
      meta: { width: '130px', align: 'end', sortKey: 'onHand' },
    }),
    column.accessor('valueMinor', {
      header: t('stock.column.value', { currency }),
      cell: ({ getValue }) => {
        const valueMinor = getValue();
        return valueMinor === null ? '–' : format.amount(valueMinor);
      },
      meta: { width: '150px', align: 'end', sortKey: 'value' },
    }),
  ]);
