import type { facts as english } from '../en/facts.ts';
import type { SameKeys } from '../same-keys.ts';

export const facts: SameKeys<typeof english> = {
  none: '无',
  unknown: '未填写',
  points_other: '{{count}} 积分',
  seconds_other: '{{count}} 秒',
  minutes_other: '{{count}} 分钟',
};
