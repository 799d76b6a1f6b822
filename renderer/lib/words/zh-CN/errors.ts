import type { errors as english } from '../en/errors.ts';
import type { SameKeys } from '../same-keys.ts';

export const errors: SameKeys<typeof english> = {
  offline: '程序没有响应，已保存的数据是安全的。请重试；如果还是不行，请重新启动。',
  signInNeeded: '您已退出登录，请登录后重试。',
  notAllowed: '您的岗位没有这个权限，数据没有改动。',
  noStore: '没有打开的门店，请重新启动程序。',
  badInput: '有内容填得不对，数据没有改动。请检查各项。',
  unexpected: '出现意外错误，数据没有改动。请重试；如果还是不行，请联系技术支持。',
};
