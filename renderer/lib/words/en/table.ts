/** The list that every page shares. */
export const table = {
  search: 'Search this list',
  rows_one: '{{count}} row',
  rows_other: '{{count}} rows',
  sortedUp: 'sorted, smallest first',
  sortedDown: 'sorted, largest first',
  sortBy: 'Sort by {{column}}',
  clearFilters: 'Show all',
  removeFilter: 'Remove: {{filter}}',
  rowLoading: 'Loading',
  nothingFits: 'Nothing fits this search',
  nothingFitsBody: 'Try fewer letters or digits, or show all.',
  openRow: 'Open the marked row',
} as const;
