/** The list that every page shares. */
export const table = {
  search: 'Search this list',
  rows_one: '{{count, number}} row',
  rows_other: '{{count, number}} rows',
  clearFilters: 'Show all',
  removeFilter: 'Remove: {{filter}}',
  nothingFits: 'Nothing fits this search',
  nothingFitsBody: 'Try fewer letters or digits, or show all.',
} as const;
