import type { table as english } from '../en/table.ts';
import type { SameKeys } from '../same-keys.ts';

export const table: SameKeys<typeof english> = {
  search: '在列表中查找',
  rows_other: '共 {{count, number}} 条',
  clearFilters: '显示全部',
  removeFilter: '移除条件：{{filter}}',
  nothingFits: '没有相符的记录',
  nothingFitsBody: '请少输几个字、去掉一些条件，或者显示全部。',
  columns: '列',
  resetLayout: '恢复默认布局',
  column: {
    menu: '列菜单',
    menuOf: '列菜单：{{column}}',
    ascending: '升序排列',
    descending: '降序排列',
    pin: '固定在左侧',
    unpin: '取消固定',
    left: '左移',
    right: '右移',
    wider: '加宽',
    narrower: '缩窄',
    asWideAsAtFirst: '恢复原宽',
    hide: '隐藏此列',
  },
  selection: {
    label: '选中的记录',
    all: '选中全部相符的记录',
    count_other: '已选 {{count, number}} 条',
    pickAll_other: '选中全部 {{count, number}} 条',
    clear: '取消选择',
    copied_other: '已复制 {{count, number}} 条',
    tooMany_other: '一次最多 {{count, number}} 条。要选全部相符的，请按 Ctrl+A。',
  },
};
