import type { TFunction } from 'i18next';
import { type ProductRow, UNITS } from '../../../shared/contract/products.contract.ts';
import { PRODUCT_STATUSES } from '../../../shared/products/product-statuses.ts';
import type { Format } from '../../lib/format.ts';
import { Money } from '../../ui/facts/Money.tsx';
import { type ListColumn, listColumns, wordsFor } from '../../ui/table/columns.ts';
import { ProductName } from './ProductName.tsx';

const column = listColumns<ProductRow>();

/** The product list's columns: what it is, its codes, then the figures. */
export const productColumns = (t: TFunction, format: Format): readonly ListColumn<ProductRow>[] =>
  column.columns([
    column.accessor('name', {
      header: t('products.name'),
      cell: ({ row: { original } }) => <ProductName product={original} />,
      meta: { width: 'minmax(220px, 2fr)', sortKey: 'name' },
    }),
    column.accessor('category', {
      header: t('products.category'),
      cell: ({ getValue }) => getValue() ?? '–',
      meta: { width: 'minmax(120px, 1fr)', sortKey: 'category' },
    }),
    column.accessor('sku', { header: t('products.sku'), meta: { width: '128px', sortKey: 'sku' } }),
    column.accessor('barcode', {
      header: t('products.barcode'),
      cell: ({ getValue }) => getValue() ?? '–',
      meta: { width: '152px' },
    }),
    column.accessor('unit', {
      header: t('products.unitLabel'),
      cell: ({ row: { original } }) => t(`products.unit.${original.unit}`),
      meta: { width: '80px', says: wordsFor(UNITS, (unit) => t(`products.unit.${unit}`)) },
    }),
    column.accessor('taxRateBp', {
      header: t('products.tax'),
      cell: ({ getValue }) => format.percent(getValue()),
      meta: { width: '88px', align: 'end', copy: ({ taxRateBp }: ProductRow) => format.percent(taxRateBp) },
    }),
    column.accessor('priceMinor', {
      header: t('products.price'),
      cell: ({ getValue }) => <Money minor={getValue()} />,
      meta: {
        width: '120px',
        align: 'end',
        sortKey: 'priceMinor',
        copy: ({ priceMinor }: ProductRow) => format.plain(priceMinor),
      },
    }),
    column.accessor('status', {
      header: t('products.form.status'),
      cell: ({ row: { original } }) => t(`products.status.${original.status}`),
      meta: {
        width: '104px',
        hiddenAtFirst: true,
        says: wordsFor(PRODUCT_STATUSES, (status) => t(`products.status.${status}`)),
      },
    }),
  ]);
