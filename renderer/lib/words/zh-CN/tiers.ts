import type { tiers as english } from '../en/tiers.ts';
import type { SameKeys } from '../same-keys.ts';

export const tiers: SameKeys<typeof english> = {
  title: '会员等级',
  change: '修改等级',
  editTitle: '修改会员等级',
  how: '计算方式',
  ladder: '等级与生日礼',
  basis: '依据',
  bases: { spend: '消费金额', 'points-earned': '累计积分', visits: '到店天数' },
  units: { 'points-earned': '积分', visits: '次' },
  window: '统计周期',
  windows: { rolling: '最近若干个月', 'calendar-year': '自然年', 'since-enrolment': '不限时间' },
  months: '月数',
  graceDays: '宽限天数',
  name: '{{tier}}的名称',
  threshold: '{{tier}}门槛（{{unit}}）',
  byHand: '手工授予',
  gift: '{{tier}}生日积分',
  inWords: '规则说明',
  within: {
    rolling_other: '最近 {{count, number}} 个月',
    'calendar-year': '一个自然年内',
    'since-enrolment': '累计',
  },
  amount: {
    spend: '消费 {{amount}}',
    'points-earned_other': '得 {{count, number}} 积分',
    visits_other: '到店 {{count, number}} 次',
  },
  missing: {
    spend: '消费 {{amount}}',
    'points-earned_other': '得 {{count, number}} 积分',
    visits_other: '到店 {{count, number}} 次',
  },
  sentence: {
    byHand: '等级由店员手工授予，不会自动升降。',
    reached: '{{within}}{{amount}}，升为{{tier}}。',
    held: {
      rolling_other: '等级自达标之日起享有 {{count, number}} 个月，期满重新核定。',
      'calendar-year_other': '等级享有至当年年底，届时重新核定。',
    },
    heldForGood: '达到的等级长期有效。',
    grace_other: '期满后有 {{count, number}} 天宽限期可补足。',
    birthday: '生日当天赠送：{{gift}}。',
  },
  bad: {
    threshold: '请填写大于 0 的数，或留空。',
    rises: '须高于前一等级的门槛。',
  },
  progress: {
    label: '距{{tier}}的进度',
    keepLabel: '保持{{tier}}的进度',
    next: '再{{amount}}，升为{{tier}}',
    nextBy: '{{date}} 前再{{amount}}，升为{{tier}}',
    keep: '{{date}} 前再{{amount}}，可保持{{tier}}',
    kept: '{{tier}}有效至 {{date}}，已达到续期标准',
  },
  since: '{{date}} 起为{{tier}}',
  reachedNow: '升为{{tier}}',
  backTo: '降为{{tier}}',
};
