/**
 * What is expected within each of `periods` periods, brought to today by `rate` a period: Σ (E(t) − E(t − 1)) / (1 + rate)^t,
 * where `expectedBy(t)` is what is expected up to the end of the period t, 0 for none.
 */
export function discounted(expectedBy: (periods: number) => number, periods: number, rate: number): number {
  let sum = 0;
  let before = 0;
  for (let period = 1; period <= periods; period++) {
    const until = expectedBy(period);
    sum += (until - before) / (1 + rate) ** period;
    before = until;
  }
  return sum;
}

/**
 * How many times a year's margin a member is worth for ever, who stays each year with the chance `retention` and whose money
 * is discounted by `rate` a year: r / (1 + i − r). Gupta and Lehmann, "Customers as Assets", Journal of Interactive
 * Marketing 17 (2003).
 */
export function marginMultiple(retention: number, rate: number): number {
  if (!(retention >= 0 && retention < 1 + rate)) throw new RangeError(`marginMultiple: ${retention}, ${rate}`);
  return retention / (1 + rate - retention);
}

/** The arithmetic of the shopkeeper: so much a visit, so many visits a year, so many years; in the unit of `perVisit`. */
export const simpleLifetimeValue = (perVisit: number, visitsAYear: number, years: number): number =>
  perVisit * visitsAYear * years;
