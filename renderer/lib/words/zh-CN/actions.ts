import type { actions as english } from '../en/actions.ts';
import type { SameKeys } from '../same-keys.ts';

export const actions: SameKeys<typeof english> = {
  save: '保存',
  cancel: '取消',
  close: '关闭',
  back: '返回',
  retry: '重试',
  continue: '继续',
  edit: '修改',
  remove: '移除',
  clear: '清除',
  copy: '复制',
  undo: '撤销',
  copied: '已复制',
  copyFailed: '复制失败，请选中后按 Ctrl+C。',
  leave: '离开',
  stay: '继续填写',
};
