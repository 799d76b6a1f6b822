import type { members as english } from '../en/members.ts';
import type { SameKeys } from '../same-keys.ts';

export const members: SameKeys<typeof english> = {
  title: '会员',
  tier: { member: '普通会员', silver: '银卡', gold: '金卡', platinum: '白金卡' },
  status: { active: '正常', suspended: '停用', closed: '已注销', erased: '已删除' },
  noName: '未留姓名',
};
