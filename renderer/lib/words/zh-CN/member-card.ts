import type { memberCard as english } from '../en/member-card.ts';
import type { SameKeys } from '../same-keys.ts';

export const memberCard: SameKeys<typeof english> = {
  find: '查找会员',
  findHint: '手机号、后 4 位、卡号或姓名',
  results: '找到的会员',
  choose_other: '找到 {{count, number}} 位会员，用方向键选择，回车确认。',
  nobody: '没有找到“{{q}}”。',
  nobodyHelp: '请核对数字，或为顾客开卡。',
  cardNumber: '卡号 {{number}}',
  lastVisit: '上次到店',
  firstVisit: '还没有',
  available: '可用积分',
  pending: '待生效 {{points}}',
  expiring_other: '{{points}}将在 {{count, number}} 天后过期',
  expiringToday: '{{points}}将在一天内过期',
  birthdayToday: '今天生日',
  birthdayThisWeek: '本周生日',
  debt: '欠 {{points}}，之后获得的积分先抵扣',
  stopped: '账户{{status}}：不累计、不使用积分，可以继续收银。',
  withheld: '{{points}}暂不可用。',
};
