/** How many days before a campaign count as what its members did before: eight whole weeks, so that weekdays are even. */
export const DAYS_BEFORE = 56;
