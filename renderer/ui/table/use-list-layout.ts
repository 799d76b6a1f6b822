import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ListName } from '../../../shared/lists/layout.ts';
import { useTRPC } from '../../lib/api.ts';
import type { LayoutControl } from './DataTable.tsx';

/** How whoever is signed in arranged this list: kept in the store, so it is there again after a restart. */
export function useListLayout(list: ListName): LayoutControl {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const kept = useQuery(trpc.lists.layout.queryOptions({ list }));
  const arrange = useMutation(trpc.lists.arrange.mutationOptions());
  return {
    // A layout that cannot be read keeps nobody from the list.
    value: kept.error ? null : kept.data,
    onChange: (layout) => {
      queries.setQueryData(trpc.lists.layout.queryKey({ list }), layout);
      arrange.mutate({ list, layout });
    },
  };
}
