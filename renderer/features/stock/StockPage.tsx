import { IconBuildingWarehouse } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STOCK_FILTERS, type STOCK_SORTS, type StockRow } from '../../../shared/contract/stock.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Money } from '../../ui/facts/Money.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { DataTable, type Sort } from '../../ui/table/DataTable.tsx';
import { StockActions } from './StockActions.tsx';
import { StockFrame } from './StockFrame.tsx';
import classes from './StockPage.module.css';
import { stockColumns } from './stock-columns.tsx';

type Filter = (typeof STOCK_FILTERS)[number];

/** What is on hand of everything; Enter opens a product's ledger. */
export function StockPage() {
  return (
    <StockFrame actions={<StockActions />}>
      <StockList />
    </StockFrame>
  );
}

function StockList() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const { currency } = useStoreFacts();
  const [q, setQ] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const [sort, setSort] = useState<Sort>({ by: 'name', descending: false });
  const asked = useDeferredValue(q.trim());
  const mayRead = useMay('stock.read');
  const figures = useQuery(trpc.stock.figures.queryOptions(undefined, { enabled: mayRead })).data;
  const columns = useMemo(() => stockColumns(t, format, currency), [t, format, currency]);
  return (
    <>
      <div className={classes.bar}>
        <Choices
          label={t('stock.filterLabel')}
          chosen={filter}
          onChoose={setFilter}
          choices={STOCK_FILTERS.map((value) => ({
            value,
            words: t(`stock.filter.${value}`),
            count: figures?.counts[value],
          }))}
        />
        <p className={classes.value}>
          {t('stock.value')} <strong>{figures ? <Money minor={figures.valueMinor} /> : '…'}</strong>
        </p>
      </div>
      <DataTable<StockRow>
        label={t('stock.tabs.levels')}
        columns={columns}
        rowId={(row) => row.productId}
        sort={sort}
        onSort={setSort}
        onOpen={({ productId }) => void navigate({ to: '/stock/products/$productId', params: { productId } })}
        search={{ value: q, asked, onChange: setQ, label: t('stock.search') }}
        empty={
          <EmptyState
            icon={<IconBuildingWarehouse size={24} stroke={1.5} aria-hidden />}
            title={t('stock.empty')}
            body={t('stock.emptyBody')}
          />
        }
        fetchWindow={(window) =>
          trpc.stock.list.queryOptions({
            q: asked,
            filter,
            sort: sort.by as (typeof STOCK_SORTS)[number],
            descending: sort.descending,
            ...window,
          })
        }
      />
    </>
  );
}
