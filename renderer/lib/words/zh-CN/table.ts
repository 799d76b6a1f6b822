import type { table as english } from '../en/table.ts';
import type { SameKeys } from '../same-keys.ts';

export const table: SameKeys<typeof english> = {
  search: '在列表中查找',
  rows_other: '共 {{count, number}} 条',
  clearFilters: '显示全部',
  removeFilter: '移除条件：{{filter}}',
  nothingFits: '没有相符的记录',
  nothingFitsBody: '请少输几个字，或者显示全部。',
};
