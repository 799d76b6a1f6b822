import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PRODUCT_SORTS } from '../../../shared/contract/products.contract.ts';
import type { Where } from '../../ui/filters/filter-terms.ts';
import type { Sort } from '../../ui/table/DataTable.tsx';

type ProductSort = (typeof PRODUCT_SORTS)[number];
const USUAL_SORT = { by: 'name', descending: false } as const;

/** How the list is filtered and sorted. Both stand in the address, so that Back brings them back. */
export function useListView() {
  const address = useSearch({ from: '/products' });
  const { where = [], sort = USUAL_SORT } = address;
  const navigate = useNavigate();
  return {
    where,
    sort,
    setWhere: (next: Where) =>
      void navigate({ to: '/products', search: { ...address, where: next.length > 0 ? [...next] : undefined } }),
    setSort: ({ by, descending }: Sort) =>
      void navigate({
        to: '/products',
        replace: true,
        search: { ...address, sort: { by: by as ProductSort, descending } },
      }),
  };
}
