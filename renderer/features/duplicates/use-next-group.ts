import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { DuplicateGroup } from '../../../shared/contract/quality.contract.ts';
import { useTRPC } from '../../lib/api.ts';

/** So many groups can be skipped before the list has to be looked at again. */
const LOOKED_AT = 200;

/** Finds the surest group that was not dealt with since the page was opened; null when there is none. */
export function useNextGroup(): (done: DuplicateGroup) => Promise<DuplicateGroup | null> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const passed = useRef(new Set<number>());
  return async (done) => {
    passed.current.add(done.groupNo);
    const { rows } = await queries.fetchQuery({
      ...trpc.quality.groups.queryOptions({ limit: LOOKED_AT }),
      staleTime: 0,
    });
    return rows.find(({ groupNo }) => !passed.current.has(groupNo)) ?? null;
  };
}
