import type { facts as english } from '../en/facts.ts';
import type { SameKeys } from '../same-keys.ts';

export const facts: SameKeys<typeof english> = {
  none: '无',
  unknown: '未填写',
  points_other: '{{count, number}} 积分',
  seconds_other: '{{count, number}} 秒',
  minutes_other: '{{count, number}} 分钟',
};
