import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { MEMBER_SORTS } from '../../../shared/contract/members.contract.ts';
import type { Where } from '../../ui/filters/filter-terms.ts';
import type { Sort } from '../../ui/table/DataTable.tsx';

type MemberSort = (typeof MEMBER_SORTS)[number];
const USUAL_SORT = { by: 'lastVisitDate', descending: true } as const;

// In memory only: a search may hold a name or a phone number, which belongs in no address.
let keptSearch = '';

/** How the list is searched, filtered and sorted. Filter and order stand in the address, so that Back brings them back. */
export function useListView() {
  const address = useSearch({ from: '/members' });
  const { where = [], sort = USUAL_SORT } = address;
  const navigate = useNavigate();
  const [q, setQ] = useState(keptSearch);
  return {
    q,
    where,
    sort,
    setQ: (next: string) => {
      keptSearch = next;
      setQ(next);
    },
    setWhere: (next: Where) =>
      void navigate({ to: '/members', search: { ...address, where: next.length > 0 ? [...next] : undefined } }),
    setSort: ({ by, descending }: Sort) =>
      void navigate({
        to: '/members',
        replace: true,
        search: { ...address, sort: { by: by as MemberSort, descending } },
      }),
  };
}
