import { z } from 'zod';
import { amount } from './actions/amount.ts';
import { bonusPoints } from './actions/bonus-points.ts';
import { bundle } from './actions/bundle.ts';
import { buyXGetY } from './actions/buy-x-get-y.ts';
import { couponIssue } from './actions/coupon-issue.ts';
import { fixedPrice } from './actions/fixed-price.ts';
import { gift } from './actions/gift.ts';
import { percent } from './actions/percent.ts';
import { pointsMultiplier } from './actions/points-multiplier.ts';
import { threshold } from './actions/threshold.ts';
import type { Goods } from './goods.ts';
import type { Scene } from './scene.ts';
import type { Extra, Off, PointsWorth, Unmet } from './terms.ts';

/** Every action by its kind. A new one is one file and one line here. */
export const ACTIONS = {
  percent,
  amount,
  'fixed-price': fixedPrice,
  'buy-x-get-y': buyXGetY,
  threshold,
  bundle,
  'points-multiplier': pointsMultiplier,
  'bonus-points': bonusPoints,
  coupon: couponIssue,
  gift,
} as const;

export type ActionKind = keyof typeof ACTIONS;
export const ACTION_KINDS = Object.keys(ACTIONS) as [ActionKind, ...ActionKind[]];
export type ActionReason = (typeof ACTIONS)[ActionKind]['reasons'][number];
export type Action = z.infer<(typeof ACTIONS)[ActionKind]['args']>;

const schemas = Object.values(ACTIONS).map(({ args }) => args) as unknown as [typeof percent.args];
export const actionSchema = z.discriminatedUnion('kind', schemas) as unknown as z.ZodType<Action, Action>;

type AnyAction =
  | {
      readonly gives: 'money';
      reads(args: Action): readonly Goods[];
      off(args: Action, scene: Scene, left: readonly number[]): Off | Unmet<ActionReason>;
    }
  | {
      readonly gives: 'extra';
      extra(args: Action, scene: Scene): Extra | Unmet<ActionReason>;
      worthMinor(args: Action, scene: Scene, points: PointsWorth): number;
    };

/** The terms of an action's own kind. */
export const termsOf = (action: Action): AnyAction => ACTIONS[action.kind];
