import type { TFunction } from 'i18next';
import { MOST_PERCENT, type ProgrammeTerms, type RatedRow } from '../../../../shared/contract/programme.contract.ts';
import { TIERS } from '../../../../shared/members/profile.ts';
import type { ExpiryPolicy, Programme } from '../../../../shared/points/programme.ts';
import { TENDER_KINDS } from '../../../../shared/purchases/tender.ts';
import { decimalText, readDecimal } from '../../../lib/decimal-text.ts';
import type { Format } from '../../../lib/format.ts';

import { isRate, percentsOf, type RateDraft, ratesOf } from './rate-draft.ts';

/** What the programme's form holds: figures as typed. */
export interface ProgrammeDraft {
  readonly points: string;
  readonly per: string;
  readonly base: Programme['earn']['base'];
  readonly rounding: Programme['earn']['rounding'];
  readonly pointsPaidEarns: boolean;
  /** Tenders whose part earns nothing. */
  readonly withoutEarning: readonly EarningTender[];
  readonly member: string;
  readonly silver: string;
  readonly gold: string;
  readonly platinum: string;
  readonly pendingDays: string;
  readonly stepPoints: string;
  readonly stepMoney: string;
  readonly maxPercent: string;
  readonly expiry: ExpiryPolicy['kind'];
  readonly months: string;
  readonly endMonths: string;
  readonly quarters: string;
  readonly years: string;
  readonly lastDate: string;
  readonly rates: readonly RateDraft[];
}
export type ProgrammeProblems = Partial<Record<keyof ProgrammeDraft, string | undefined>>;

/** Points are no tender of this list: whether their part earns is a rule of its own. */
export const EARNING_TENDERS = TENDER_KINDS.filter((kind) => kind !== 'points');
export type EarningTender = (typeof EARNING_TENDERS)[number];

export const draftOf = (
  { earn, redeem, expiry }: Programme,
  rated: readonly RatedRow[],
  places: number,
): ProgrammeDraft => ({
  points: String(earn.points),
  per: decimalText(earn.perMinor, places),
  base: earn.base,
  rounding: earn.rounding,
  pointsPaidEarns: earn.pointsPaidEarns,
  withoutEarning: EARNING_TENDERS.filter((kind) => earn.tendersWithoutEarning.includes(kind)),
  member: String(earn.tierPercent.member),
  silver: String(earn.tierPercent.silver),
  gold: String(earn.tierPercent.gold),
  platinum: String(earn.tierPercent.platinum),
  pendingDays: String(earn.pendingDays),
  stepPoints: String(redeem.stepPoints),
  stepMoney: decimalText(redeem.stepMinor, places),
  maxPercent: String(redeem.maxPercentOfBasket),
  expiry: expiry.kind,
  months: expiry.kind === 'months-after-earning' ? String(expiry.months) : '12',
  endMonths: expiry.kind === 'end-of-month' ? String(expiry.months) : '12',
  quarters: expiry.kind === 'end-of-quarter' ? String(expiry.quarters) : '4',
  years: expiry.kind === 'end-of-year' ? String(expiry.years) : '1',
  lastDate: expiry.kind === 'fixed-date' ? expiry.lastDate : '',
  rates: ratesOf(rated),
});

/** Whole figures and the bounds that the contract sets them. */
const WHOLE = {
  points: [1, 1_000_000],
  member: [0, MOST_PERCENT],
  silver: [0, MOST_PERCENT],
  gold: [0, MOST_PERCENT],
  platinum: [0, MOST_PERCENT],
  pendingDays: [0, 365],
  stepPoints: [1, 1_000_000],
  maxPercent: [0, 100],
  months: [1, 120],
  endMonths: [0, 120],
  quarters: [0, 40],
  years: [0, 10],
} as const;
const NEEDED_FOR: Partial<Record<keyof ProgrammeDraft, ExpiryPolicy['kind']>> = {
  months: 'months-after-earning',
  endMonths: 'end-of-month',
  quarters: 'end-of-quarter',
  years: 'end-of-year',
};
const MOST_MINOR = 1_000_000_000;

const readMoney = (text: string, places: number): number | null => {
  const minor = readDecimal(text, places);
  return minor === null || minor < 1 || minor > MOST_MINOR ? null : minor;
};

/** A day that the calendar has: 2027-12-31. */
const isDay = (text: string): boolean => {
  const day = /^2\d{3}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** What is wrong with a draft, at its fields. */
export function checkProgramme(draft: ProgrammeDraft, places: number, t: TFunction, format: Format): ProgrammeProblems {
  const problems: Partial<Record<keyof ProgrammeDraft, string>> = {};
  for (const [name, [from, to]] of Object.entries(WHOLE) as [keyof typeof WHOLE, readonly [number, number]][]) {
    const needed = NEEDED_FOR[name];
    if (needed && needed !== draft.expiry) continue;
    const whole = readDecimal(draft[name], 0);
    if (whole === null || whole < from || whole > to) problems[name] = t('programme.bad.whole', { from, to });
  }
  const perMinor = readMoney(draft.per, places);
  if (perMinor === null) problems.per = t('programme.bad.money');
  else if (!problems.points && (readDecimal(draft.points, 0) ?? 0) > perMinor)
    problems.points = t('programme.bad.generous', { amount: format.money(1) });
  if (readMoney(draft.stepMoney, places) === null) problems.stepMoney = t('programme.bad.money');
  if (draft.expiry === 'fixed-date' && !isDay(draft.lastDate.trim())) problems.lastDate = t('programme.bad.date');
  if (!draft.rates.every(({ percent }) => isRate(percent)))
    problems.rates = t('programme.bad.whole', { from: 0, to: MOST_PERCENT });
  return problems;
}

const whole = (text: string): number => readDecimal(text, 0) ?? 0;

function expiryOf(draft: ProgrammeDraft): ExpiryPolicy {
  switch (draft.expiry) {
    case 'never':
      return { kind: 'never' };
    case 'months-after-earning':
      return { kind: 'months-after-earning', months: whole(draft.months) };
    case 'end-of-month':
      return { kind: 'end-of-month', months: whole(draft.endMonths) };
    case 'end-of-quarter':
      return { kind: 'end-of-quarter', quarters: whole(draft.quarters) };
    case 'end-of-year':
      return { kind: 'end-of-year', years: whole(draft.years) };
    case 'fixed-date':
      return { kind: 'fixed-date', lastDate: draft.lastDate.trim() };
  }
}

/** What this form changes: the tiers have one of their own. */
export type PointsTerms = Omit<ProgrammeTerms, 'tiers'>;

/** A draft without faults as the API takes it. */
export const termsOf = (draft: ProgrammeDraft, places: number): PointsTerms => ({
  earn: {
    points: whole(draft.points),
    perMinor: readMoney(draft.per, places) ?? 1,
    base: draft.base,
    pointsPaidEarns: draft.pointsPaidEarns,
    tendersWithoutEarning: [...draft.withoutEarning],
    ...percentsOf(draft.rates),
    rounding: draft.rounding,
    tierPercent: Object.fromEntries(
      TIERS.map((tier) => [tier, whole(draft[tier])]),
    ) as Programme['earn']['tierPercent'],
    pendingDays: whole(draft.pendingDays),
  },
  redeem: {
    stepPoints: whole(draft.stepPoints),
    stepMinor: readMoney(draft.stepMoney, places) ?? 1,
    maxPercentOfBasket: whole(draft.maxPercent),
  },
  expiry: expiryOf(draft),
});
