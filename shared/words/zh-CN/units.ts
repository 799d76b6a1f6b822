export const units = {
  points_other: '{{count, number}} 积分',
  seconds_other: '{{count, number}} 秒',
  minutes_other: '{{count, number}} 分钟',
};
