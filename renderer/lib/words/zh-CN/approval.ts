import type { approval as english } from '../en/approval.ts';
import type { SameKeys } from '../same-keys.ts';

export const approval: SameKeys<typeof english> = {
  title: '请店长授权',
  allow: '同意',
  nobody: '本店没有人可以授权',
  nobodyBody: '在岗员工都没有此权限。可在“设置”中添加店长。',
};
