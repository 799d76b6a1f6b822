/** Why figures do not tell what was asked. */
export const UNTOLD = ['arm-too-small', 'no-variation', 'too-few-cases', 'cost-unknown', 'nothing-spent'] as const;
export type Untold = (typeof UNTOLD)[number];

/** What figures say, or why they cannot say it. There is no third: nothing here is ever NaN. */
export type Told<T> = ({ readonly told: true } & T) | CannotBeTold;
export interface CannotBeTold {
  readonly told: false;
  readonly why: Untold;
}

export const untold = (why: Untold): CannotBeTold => ({ told: false, why });

/** An estimate with the ends of its confidence interval. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** A difference of treated less control: 0 inside the interval means that it may as well be none. */
export interface Difference extends Interval {
  readonly error: number;
  /** Two-sided. */
  readonly pValue: number;
}

/** Times `by`; the ends change places where it is below 0. */
export const scaled = ({ estimate, low, high }: Interval, by: number): Interval => ({
  estimate: estimate * by,
  low: Math.min(low * by, high * by),
  high: Math.max(low * by, high * by),
});

export const moved = ({ estimate, low, high }: Interval, by: number): Interval => ({
  estimate: estimate + by,
  low: low + by,
  high: high + by,
});
