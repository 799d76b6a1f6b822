/** How single facts read: points, quantities, absent values. */
export const facts = {
  none: 'None',
  unknown: 'Not given',
  points_one: '{{count, number}} point',
  points_other: '{{count, number}} points',
  seconds_one: '{{count, number}} second',
  seconds_other: '{{count, number}} seconds',
  minutes_one: '{{count, number}} minute',
  minutes_other: '{{count, number}} minutes',
} as const;
