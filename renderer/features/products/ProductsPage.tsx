import { Button } from '@mantine/core';
import { IconPackage, IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PRODUCT_SORTS, ProductRow } from '../../../shared/contract/products.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { DataTable, type Sort } from '../../ui/table/DataTable.tsx';
import { ProductDialog } from './ProductDialog.tsx';
import { productColumns } from './product-columns.tsx';

type ProductSort = (typeof PRODUCT_SORTS)[number];

/** What the store sells. Whoever may adds with F6 and changes with Enter. */
export function ProductsPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const mayRead = useMay('product.read');
  const mayWrite = useMay('product.write');
  const [q, setQ] = useState('');
  const [sort, setSort] = useState<Sort>({ by: 'name', descending: false });
  const [edited, setEdited] = useState<ProductRow | 'new' | null>(null);
  const asked = useDeferredValue(q.trim());
  const columns = useMemo(() => productColumns(t, format), [t, format]);
  const add = () => setEdited('new');

  useShortcuts(t('products.title'), [{ keys: 'F6', label: t('products.add'), run: add, when: mayWrite }]);

  const addButton = mayWrite && (
    <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} aria-keyshortcuts="F6" onClick={add}>
      {t('products.add')}
    </Button>
  );
  return (
    <Page fill title={t('products.title')} actions={addButton}>
      {mayRead ? (
        <DataTable<ProductRow>
          label={t('products.title')}
          columns={columns}
          rowId={(row) => row.productId}
          sort={sort}
          onSort={setSort}
          {...(mayWrite ? { onOpen: setEdited } : {})}
          search={{ value: q, onChange: setQ, label: t('products.search') }}
          empty={
            <EmptyState
              icon={<IconPackage size={24} stroke={1.5} aria-hidden />}
              title={t('products.empty')}
              body={t('products.emptyBody')}
              action={addButton}
            />
          }
          fetchWindow={(window) =>
            trpc.products.list.queryOptions({
              q: asked,
              sort: sort.by as ProductSort,
              descending: sort.descending,
              ...window,
            })
          }
        />
      ) : (
        <NoPermission right="product.read" />
      )}
      <ProductDialog product={edited} onClose={() => setEdited(null)} />
    </Page>
  );
}
