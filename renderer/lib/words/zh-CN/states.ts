import type { states as english } from '../en/states.ts';
import type { SameKeys } from '../same-keys.ts';

export const states: SameKeys<typeof english> = {
  loading: '正在加载',
  failed: '内容没能加载',
  failedBody: '数据没有改动。请重试；如果还是不行，把详情发给技术支持。',
  details: '给技术支持的详情',
  notAllowed: '您的岗位没有这个权限',
  notAllowedBody: '有权限的岗位：{{roles}}。请他们操作，或者换人登录。',
  crashed: '这个页面出错了',
  crashedBody: '已保存的数据是安全的。请重试；如果还是不行，把详情发给技术支持。',
};
