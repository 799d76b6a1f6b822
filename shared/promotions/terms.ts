import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Programme } from '../points/programme.ts';
import type { Goods } from './goods.ts';
import type { Scene } from './scene.ts';

/** Why something does not hold, in a code that stays, with what a sentence about it needs. */
export interface Unmet<Reason extends string = string> {
  readonly reason: Reason;
  readonly details?: Readonly<Record<string, string | number>>;
}

export const unmet = <const Reason extends string>(
  reason: Reason,
  details?: Readonly<Record<string, string | number>>,
): Unmet<Reason> => (details ? { reason, details } : { reason });

/** How a form asks for an argument. */
export type FieldKind =
  | 'goods'
  | 'parts'
  | 'percent'
  | 'money'
  | 'points'
  | 'pieces'
  | 'quantity'
  | 'audiences'
  | 'campaign'
  | 'tiers'
  | 'stores'
  | 'weekdays'
  | 'from-minute'
  | 'until-minute'
  | 'local-time'
  | 'birthday-span'
  | 'each-or-once'
  | 'product'
  | 'coupon-kind';

type FieldsOf<Args> = { readonly [Key in Exclude<keyof Args, 'kind'>]: FieldKind };

/**
 * A condition: its arguments, how a form asks for them, when it holds. One file each.
 * - `sees: 'visit'`: who buys, where and when. Holds for the whole visit, so also when goods of it come back.
 * - `sees: 'basket'`: the goods, before any offer.
 * - `sees: 'left'`: what the goods still cost at the offer's turn. What fails must fail as well when less is left.
 */
export interface ConditionTerms<Args extends { readonly kind: string }, Reason extends string> {
  readonly args: z.ZodType<Args> & { readonly shape: { readonly kind: z.ZodLiteral<Args['kind']> } };
  readonly fields: FieldsOf<Args>;
  readonly reasons: readonly Reason[];
  readonly sees: 'visit' | 'basket' | 'left';
  /** Whether an offer may have it once only. */
  readonly once: boolean;
  /** The goods whose left price it looks at. */
  reads?(args: Args): readonly Goods[];
  unmet(args: Args, scene: Scene, left: readonly number[]): Unmet<Reason> | null;
}

/** What an offer takes off each line (integers ≥ 0, never more than is left), and how many times it came about. */
export interface Off {
  readonly perLine: readonly number[];
  readonly times: number;
}

/** What points are worth, to compare offers by. */
export type PointsWorth = Pick<Programme, 'earn' | 'redeem'>;

interface ActionBasics<Args extends { readonly kind: string }, Reason extends string> {
  readonly args: z.ZodType<Args> & { readonly shape: { readonly kind: z.ZodLiteral<Args['kind']> } };
  readonly fields: FieldsOf<Args>;
  readonly reasons: readonly Reason[];
}

/** An action that takes money off. What gives nothing must give nothing as well when less is left. */
export interface MoneyTerms<Args extends { readonly kind: string }, Reason extends string>
  extends ActionBasics<Args, Reason> {
  readonly gives: 'money';
  /** The goods that it looks at or takes something off. */
  reads(args: Args): readonly Goods[];
  off(args: Args, scene: Scene, left: readonly number[]): Off | Unmet<Reason>;
}

/** What an offer gives besides money. */
export type Extra =
  | { readonly kind: 'points-multiplier'; readonly percent: number; readonly lines: readonly number[] }
  | { readonly kind: 'bonus-points'; readonly points: number }
  | { readonly kind: 'coupon'; readonly couponKindId: Id<'coupon-kind'>; readonly count: number }
  | { readonly kind: 'gift'; readonly productId: Id<'product'>; readonly quantityThousandths: number };

/** An action that gives something else than money, after all that take money off. */
export interface ExtraTerms<Args extends { readonly kind: string }, Reason extends string>
  extends ActionBasics<Args, Reason> {
  readonly gives: 'extra';
  extra(args: Args, scene: Scene): Extra | Unmet<Reason>;
  /** What it counts for where offers compete, in minor units: the same whatever else applies. */
  worthMinor(args: Args, scene: Scene, points: PointsWorth): number;
}

type ArgsOf<Schema extends z.ZodType> = z.infer<Schema> & { readonly kind: string };

export const condition = <Schema extends z.ZodType, const Reason extends string>(
  terms: ConditionTerms<ArgsOf<Schema>, Reason> & { readonly args: Schema },
) => terms;

export const moneyAction = <Schema extends z.ZodType, const Reason extends string>(
  terms: Omit<MoneyTerms<ArgsOf<Schema>, Reason>, 'gives'> & { readonly args: Schema },
) => ({ ...terms, gives: 'money' as const });

export const extraAction = <Schema extends z.ZodType, const Reason extends string>(
  terms: Omit<ExtraTerms<ArgsOf<Schema>, Reason>, 'gives'> & { readonly args: Schema },
) => ({ ...terms, gives: 'extra' as const });
