/** How single facts read: points, quantities, absent values. */
export const facts = {
  none: 'None',
  unknown: 'Not given',
  points_one: '{{count}} point',
  points_other: '{{count}} points',
  seconds_one: '{{count}} second',
  seconds_other: '{{count}} seconds',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
} as const;
