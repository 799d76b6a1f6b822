import { useState } from 'react';
import type { Tier } from '../../../shared/members/profile.ts';
import type { Sort } from '../../ui/table/DataTable.tsx';

/** How the list is searched, narrowed and sorted. */
export interface ListView {
  readonly q: string;
  readonly tiers: readonly Tier[];
  readonly sort: Sort;
}

// In memory only: a search may hold a name or a phone number.
let kept: ListView = { q: '', tiers: [], sort: { by: 'lastVisitDate', descending: true } };

/** The list as it was left: who opens a member and comes back finds the same list. */
export function useKeptView(): readonly [ListView, (changes: Partial<ListView>) => void] {
  const [view, setView] = useState(kept);
  const change = (changes: Partial<ListView>) =>
    setView((now) => {
      kept = { ...now, ...changes };
      return kept;
    });
  return [view, change];
}
