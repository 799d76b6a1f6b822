import type { TFunction } from 'i18next';
import { TIERS, type Tier } from '../../../../shared/members/profile.ts';
import { REACHED_TIERS, type ReachedTier, type TierLadder } from '../../../../shared/tiers/ladder.ts';
import { decimalText, readDecimal } from '../../../lib/decimal-text.ts';

/** What the tiers' form holds: figures as typed. An empty threshold: the tier is given by hand. */
export type LadderDraft = {
  readonly basis: TierLadder['basis'];
  readonly window: TierLadder['window']['kind'];
  readonly months: string;
  readonly graceDays: string;
} & { readonly [T in Tier as `${T}Name` | `${T}Gift`]: string } & {
  readonly [T in ReachedTier as `${T}Threshold`]: string;
};
export type LadderProblems = Partial<Record<keyof LadderDraft, string>>;

const MOST = 1_000_000_000;

/** Amounts are typed in the currency's own places, all else is whole. */
const placesOf = (basis: TierLadder['basis'], places: number): number => (basis === 'spend' ? places : 0);

export function draftOf(ladder: TierLadder, places: number): LadderDraft {
  const { basis, window, graceDays, names, thresholds, birthdayPoints } = ladder;
  const threshold = (tier: ReachedTier) => {
    const needed = thresholds[tier];
    return needed === null ? '' : decimalText(needed, placesOf(basis, places));
  };
  return {
    basis,
    window: window.kind,
    months: window.kind === 'rolling' ? String(window.months) : '12',
    graceDays: String(graceDays),
    memberName: names.member,
    silverName: names.silver,
    goldName: names.gold,
    platinumName: names.platinum,
    memberGift: String(birthdayPoints.member),
    silverGift: String(birthdayPoints.silver),
    goldGift: String(birthdayPoints.gold),
    platinumGift: String(birthdayPoints.platinum),
    silverThreshold: threshold('silver'),
    goldThreshold: threshold('gold'),
    platinumThreshold: threshold('platinum'),
  };
}

const whole = (text: string): number | null => readDecimal(text.trim(), 0);
const isWithin = (number: number | null, from: number, to: number): boolean =>
  number !== null && number >= from && number <= to;

/** What is wrong with a draft, at its fields. */
export function checkLadder(draft: LadderDraft, places: number, t: TFunction): LadderProblems {
  const problems: LadderProblems = {};
  const wholeFrom = (name: keyof LadderDraft, from: number, to: number) => {
    if (!isWithin(whole(draft[name]), from, to)) problems[name] = t('programme.bad.whole', { from, to });
  };
  if (draft.window === 'rolling') wholeFrom('months', 1, 60);
  wholeFrom('graceDays', 0, 366);
  for (const tier of TIERS) wholeFrom(`${tier}Gift`, 0, 1_000_000);
  let before = 0;
  for (const tier of REACHED_TIERS) {
    const name = `${tier}Threshold` as const;
    const text = draft[name].trim();
    if (text === '') continue;
    const needed = readDecimal(text, placesOf(draft.basis, places));
    if (needed === null || !isWithin(needed, 1, MOST)) problems[name] = t('tiers.bad.threshold');
    else if (needed <= before) problems[name] = t('tiers.bad.rises');
    else before = needed;
  }
  return problems;
}

const each = <Value>(of: (tier: Tier) => Value) =>
  Object.fromEntries(TIERS.map((tier) => [tier, of(tier)])) as Record<Tier, Value>;

/** A draft without faults as the programme has it. */
export function ladderOf(draft: LadderDraft, places: number): TierLadder {
  const threshold = (tier: ReachedTier) => {
    const text = draft[`${tier}Threshold`].trim();
    return text === '' ? null : readDecimal(text, placesOf(draft.basis, places));
  };
  return {
    basis: draft.basis,
    window:
      draft.window === 'rolling' ? { kind: 'rolling', months: whole(draft.months) ?? 12 } : { kind: draft.window },
    graceDays: whole(draft.graceDays) ?? 0,
    names: each((tier) => draft[`${tier}Name`].trim()),
    thresholds: { silver: threshold('silver'), gold: threshold('gold'), platinum: threshold('platinum') },
    birthdayPoints: each((tier) => whole(draft[`${tier}Gift`]) ?? 0),
  };
}
