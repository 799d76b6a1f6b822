/** Counted things, by plural form (CLDR). */
export const units = {
  points_one: '{{count, number}} point',
  points_other: '{{count, number}} points',
  seconds_one: '{{count, number}} second',
  seconds_other: '{{count, number}} seconds',
  minutes_one: '{{count, number}} minute',
  minutes_other: '{{count, number}} minutes',
} as const;
