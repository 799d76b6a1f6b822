import type { Id } from '../kernel/id.ts';
import { ACTIONS, type ActionReason } from './actions.ts';
import { CONDITIONS, type ConditionReason } from './conditions.ts';

/** Why an offer is had no more, or not by this customer. */
export const LIMIT_REASONS = ['no-member', 'member-limit-reached', 'total-limit-reached', 'budget-used-up'] as const;
/** Why an offer that would apply gives way to others. */
export const STACKING_REASONS = [
  'better-in-group',
  'better-without',
  'line-cap-reached',
  'basket-cap-reached',
  'offer-cap-reached',
] as const;

export type SkipReason =
  | ConditionReason
  | ActionReason
  | (typeof LIMIT_REASONS)[number]
  | (typeof STACKING_REASONS)[number];

/** All of them, each once. */
export const SKIP_REASONS: readonly SkipReason[] = [
  ...new Set<SkipReason>([
    ...Object.values(CONDITIONS).flatMap(({ reasons }): readonly SkipReason[] => reasons),
    ...Object.values(ACTIONS).flatMap(({ reasons }): readonly SkipReason[] => reasons),
    ...LIMIT_REASONS,
    ...STACKING_REASONS,
  ]),
];

/** What held an offer's amount below what it would have given. */
export const CUTS = ['line-cap', 'offer-cap', 'budget', 'basket-cap'] as const;
export type Cut = (typeof CUTS)[number];

interface Explained {
  readonly offerId: Id<'offer'>;
  readonly version: number;
  readonly name: string;
}

export interface Applied extends Explained {
  readonly applied: true;
  /** Taken off altogether; 0 for an offer that gives something else. */
  readonly amountMinor: number;
  /** Off each line of the basket, in its order. */
  readonly perLine: readonly number[];
  readonly times: number;
  /** The first cap that cut it, or null. */
  readonly cutBy: Cut | null;
}

export interface Skipped extends Explained {
  readonly applied: false;
  readonly reason: SkipReason;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What the till says of one offer. */
export type Explanation = Applied | Skipped;
