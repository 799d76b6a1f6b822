import type { nightly as english } from '../en/nightly.ts';
import type { SameKeys } from '../same-keys.ts';

export const nightly: SameKeys<typeof english> = {
  title: '夜间处理',
  start: '立即处理',
  last: '上次处理',
  lastAt: '{{date}} 营业日，{{at}} 完成',
  never: '尚未处理过。收银空闲时会自动开始。',
  did: '处理结果',
  nothing: '没有到期事项',
  failed: '未能处理',
  failedFor_other: '{{count, number}} 位会员未能处理（{{codes}}），其余均已完成。',
  running: '正在处理 {{date}}：{{step}}',
  inDoubt_other: '已有 {{count, number}} 天未处理。请先核对电脑日期，再立即处理。',
  stopped: '上次处理中断（{{code}}）。收银空闲时会自动继续。',
  steps: {
    'count-all': '按新规则核算等级',
    'count-buyers': '核算有消费会员的等级',
    'take-over-tiers': '沿用原有等级',
    'review-tiers': '核定期满等级',
    'points-by-day': '登记过期积分',
    'birthday-gifts': '赠送生日积分',
    'tell-expiries': '提醒积分到期',
    'meet-automations': '执行自动营销',
  },
  count: {
    rose_other: '升级 {{count, number}} 人',
    kept_other: '保级 {{count, number}} 人',
    fell_other: '降级 {{count, number}} 人',
    takenOver_other: '沿用等级 {{count, number}} 人',
    expired: '过期 {{points}}',
    released: '解冻 {{points}}',
    gifts_other: '生日礼 {{count, number}} 份，共 {{points}}',
    told_other: '积分到期提醒 {{count, number}} 人',
    met_other: '自动营销触达 {{count, number}} 人次',
    keptOut_other: '留作对照 {{count, number}} 人次',
  },
};
