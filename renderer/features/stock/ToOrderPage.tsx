import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconDownload, IconPrinter, IconShoppingCart } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToOrderRow } from '../../../shared/contract/stock.contract.ts';
import { DEMAND_DAYS } from '../../../shared/stock/reorder.ts';
import { useTRPC } from '../../lib/api.ts';
import type { Format } from '../../lib/format.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Choices } from '../../ui/Choices.tsx';
import { saveBlob } from '../../ui/chart/save-blob.ts';
import { PrintSheet } from '../../ui/receipt/PrintSheet.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import paper from './DocumentPaper.module.css';
import { OnHand } from './OnHand.tsx';
import { orderCsv, orderTable, orderText } from './order-list.ts';
import { StockFrame } from './StockFrame.tsx';
import classes from './ToOrderPage.module.css';

const COVERS = ['7', '14', '28'] as const;

/** What is low, with how much to order; to be printed, copied, or opened in a spreadsheet. */
export function ToOrderPage() {
  return (
    <StockFrame>
      <OrderList />
    </StockFrame>
  );
}

const orderColumns = (t: TFunction, format: Format): readonly FactColumn<ToOrderRow>[] => [
  { id: 'name', header: t('stock.column.product'), cell: (row) => row.name, opens: true, grow: true },
  { id: 'sku', header: t('stock.column.sku'), cell: (row) => row.sku },
  { id: 'supplier', header: t('stock.order.supplier'), cell: (row) => row.lastSupplier ?? '–' },
  {
    id: 'per-day',
    header: t('stock.order.perDay'),
    cell: (row) => format.quantity(Math.round(Math.max(0, row.soldThousandths) / (DEMAND_DAYS * 10)) * 10),
    align: 'end',
  },
  {
    id: 'reorder',
    header: t('stock.column.reorder'),
    cell: (row) => format.quantity(row.reorderThousandths),
    align: 'end',
  },
  { id: 'on-hand', header: t('stock.column.onHand'), cell: (row) => <OnHand row={row} />, align: 'end' },
  {
    id: 'suggested',
    header: t('stock.order.suggested'),
    cell: (row) => (
      <strong>
        {format.quantity(row.suggestedThousandths)} {t(`products.unit.${row.unit}`)}
      </strong>
    ),
    align: 'end',
  },
];

function OrderList() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const mayRead = useMay('stock.read');
  const [cover, setCover] = useState<(typeof COVERS)[number]>('14');
  const list = useQuery({
    ...trpc.stock.toOrder.queryOptions({ coverDays: Number(cover) }, { enabled: mayRead }),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => orderColumns(t, format), [t, format]);
  const rows = list.data ?? [];
  const copy = async () => {
    await navigator.clipboard.writeText(orderText(orderTable(rows, t)));
    notifications.show({ message: t('stock.order.copied') });
  };
  const download = () => {
    const name = t('stock.order.fileName', { date: new Date().toISOString().slice(0, 10) });
    saveBlob(new Blob([orderCsv(orderTable(rows, t))], { type: 'text/csv;charset=utf-8' }), name);
  };
  const hasRows = rows.length > 0;
  useShortcuts(t('stock.order.list'), [
    { keys: 'Ctrl+P', label: t('stock.order.print'), run: () => window.print(), when: hasRows },
    { keys: 'Alt+E', label: t('stock.order.csv'), run: download, when: hasRows },
  ]);
  return (
    <>
      <div className={classes.bar}>
        <span className={classes.label}>{t('stock.order.cover')}</span>
        <Choices
          label={t('stock.order.cover')}
          chosen={cover}
          onChoose={setCover}
          choices={COVERS.map((value) => ({ value, words: t('stock.order.days', { count: Number(value) }) }))}
        />
        {hasRows && (
          <div className={classes.actions}>
            <Button
              variant="default"
              leftSection={<IconCopy size={16} stroke={1.5} aria-hidden />}
              onClick={() => void copy()}
            >
              {t('stock.order.copy')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
              aria-keyshortcuts="Alt+E"
              onClick={download}
            >
              {t('stock.order.csv')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}
              aria-keyshortcuts="Control+P"
              onClick={() => window.print()}
            >
              {t('stock.order.print')}
            </Button>
          </div>
        )}
      </div>
      <p className={classes.rule}>{t('stock.order.rule')}</p>
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <LoadingState lines={8} />
      ) : hasRows ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard.
        <section className={classes.scroll} aria-label={t('stock.order.list')} tabIndex={0}>
          <FactTable
            label={t('stock.order.list')}
            columns={columns}
            rows={rows}
            rowId={(row) => row.productId}
            onOpen={({ productId }) => void navigate({ to: '/stock/products/$productId', params: { productId } })}
          />
        </section>
      ) : (
        <EmptyState
          icon={<IconShoppingCart size={24} stroke={1.5} aria-hidden />}
          title={t('stock.order.empty')}
          body={t('stock.order.emptyBody')}
        />
      )}
      <PrintSheet sheet="of-the-printer">
        <OrderPaper rows={rows} />
      </PrintSheet>
    </>
  );
}

function OrderPaper({ rows }: { readonly rows: readonly ToOrderRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useStoreFacts();
  const [printedAtMs] = useState(() => Date.now());
  return (
    <article className={paper.paper}>
      <p className={paper.store}>{store.storeName}</p>
      <p className={paper.title}>
        {t('stock.order.list')} · {format.dateTime(printedAtMs)}
      </p>
      <table className={paper.table}>
        <thead>
          <tr>
            <th scope="col">{t('stock.column.product')}</th>
            <th scope="col">{t('stock.column.sku')}</th>
            <th scope="col">{t('stock.order.supplier')}</th>
            <th scope="col">{t('stock.column.onHand')}</th>
            <th scope="col">{t('stock.order.suggested')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.productId}>
              <td>{row.name}</td>
              <td>{row.sku}</td>
              <td>{row.lastSupplier}</td>
              <td>{format.quantity(row.onHandThousandths)}</td>
              <td>
                {format.quantity(row.suggestedThousandths)} {t(`products.unit.${row.unit}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
