import { Button } from '@mantine/core';
import { IconPackage, IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductExportColumn } from '../../../shared/contract/exports.contract.ts';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { InterruptedBulk } from '../../ui/bulk/InterruptedBulk.tsx';
import { useFilters } from '../../ui/filters/use-filters.tsx';
import { ImportLink } from '../../ui/imports/ImportLink.tsx';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useListLayout } from '../../ui/table/use-list-layout.ts';
import { useListView } from './list-view.ts';
import { ProductBulk } from './ProductBulk.tsx';
import { ProductDialog } from './ProductDialog.tsx';
import { productColumns } from './product-columns.tsx';
import { useProductFilterTerms } from './product-filter-terms.ts';

/** What the store sells. Whoever may adds with F6 and changes with Enter. */
export function ProductsPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const format = useFormat();
  const mayRead = useMay('product.read');
  const mayWrite = useMay('product.write');
  const [q, setQ] = useState('');
  const { where, sort, setWhere, setSort } = useListView();
  const { filters, controls } = useFilters('products', useProductFilterTerms(), where, setWhere);
  const layout = useListLayout('products');
  const [edited, setEdited] = useState<ProductRow | 'new' | null>(null);
  const asked = useDeferredValue(q.trim());
  const columns = useMemo(() => productColumns(t, format), [t, format]);
  const question = { q: asked, where: [...where], sort: sort.by, descending: sort.descending };
  const add = () => setEdited('new');

  useShortcuts(t('products.title'), [{ keys: 'F6', label: t('products.add'), run: add, when: mayWrite }]);

  const addButton = mayWrite && (
    <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} aria-keyshortcuts="F6" onClick={add}>
      {t('products.add')}
    </Button>
  );
  return (
    <Page
      fill
      title={t('products.title')}
      actions={
        <>
          <ImportLink target="products" />
          {addButton}
        </>
      }
    >
      <InterruptedBulk list="products" />
      {mayRead ? (
        <DataTable<ProductRow>
          label={t('products.title')}
          columns={columns}
          rowId={(row) => row.productId}
          sort={sort}
          onSort={setSort}
          {...(mayWrite ? { onOpen: setEdited } : {})}
          layout={layout}
          controls={controls}
          beginExport={({ columns: shown, fullPhones: _, ...terms }) =>
            client.exports.products.mutate({ ...question, ...terms, columns: shown as ProductExportColumn[] })
          }
          renderSelectionActions={(selected, clear) => (
            <ProductBulk selected={selected} question={question} onDone={clear} />
          )}
          filters={filters}
          search={{ value: q, asked, onChange: setQ, label: t('products.search') }}
          empty={
            <EmptyState
              icon={<IconPackage size={24} stroke={1.5} aria-hidden />}
              title={t('products.empty')}
              body={t('products.emptyBody')}
              action={addButton}
            />
          }
          fetchWindow={(window) => trpc.products.list.queryOptions({ ...question, ...window })}
        />
      ) : (
        <NoPermission right="product.read" />
      )}
      <ProductDialog product={edited} onClose={() => setEdited(null)} />
    </Page>
  );
}
