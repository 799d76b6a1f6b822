/** The days whose sales say what sells: eight weeks up to yesterday, so that every weekday counts eight times. */
export const DEMAND_DAYS = 56;
/** Where nobody set a level, more is ordered when less than this is left. */
const DEFAULT_COVER_DAYS = 7;

export interface Demand {
  readonly onHandThousandths: number;
  /** Sold less returned in the last `DEMAND_DAYS`; negative counts as nothing. */
  readonly soldThousandths: number;
  /** As it was set by hand; null: a week's sale. */
  readonly reorderThousandths: number | null;
}

const needFor = (days: number, soldThousandths: number): number =>
  Math.ceil((Math.max(0, soldThousandths) * days) / DEMAND_DAYS);

/** Whole pieces and whole kilograms, rounded up. */
const whole = (thousandths: number): number => Math.ceil(thousandths / 1000) * 1000;

/** The level at which more is ordered; a week's sale is rounded up to whole pieces and kilograms. */
export const reorderLevel = ({ reorderThousandths, soldThousandths }: Omit<Demand, 'onHandThousandths'>): number =>
  reorderThousandths ?? whole(needFor(DEFAULT_COVER_DAYS, soldThousandths));

/** At or below the level at which more is ordered. What never sells and has no level is low only below zero. */
export function isLow(demand: Demand): boolean {
  const level = reorderLevel(demand);
  return level > 0 || demand.reorderThousandths !== null
    ? demand.onHandThousandths <= level
    : demand.onHandThousandths < 0;
}

/**
 * How much to order so that what is there then lasts `coverDays` at the mean daily sale of the last eight weeks, and never
 * stays at the reorder level: whole pieces and whole kilograms, rounded up; nothing where enough is there.
 */
export function suggestedOrder(demand: Demand, coverDays: number): number {
  const goal = Math.max(needFor(coverDays, demand.soldThousandths), reorderLevel(demand));
  const missing = goal - demand.onHandThousandths;
  return missing <= 0 ? 0 : whole(missing);
}
