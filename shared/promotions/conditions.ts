import { z } from 'zod';
import { audience } from './conditions/audience.ts';
import { birthday } from './conditions/birthday.ts';
import { campaign } from './conditions/campaign.ts';
import { coupon } from './conditions/coupon.ts';
import { firstPurchase } from './conditions/first-purchase.ts';
import { goodsInBasket } from './conditions/goods-in-basket.ts';
import { hours } from './conditions/hours.ts';
import { quantity } from './conditions/quantity.ts';
import { spend } from './conditions/spend.ts';
import { store } from './conditions/store.ts';
import { tier } from './conditions/tier.ts';
import { window } from './conditions/window.ts';
import type { Goods } from './goods.ts';
import type { Scene } from './scene.ts';
import type { Unmet } from './terms.ts';

/** Every condition by its kind. A new one is one file and one line here. */
export const CONDITIONS = {
  audience,
  campaign,
  tier,
  goods: goodsInBasket,
  store,
  window,
  hours,
  'first-purchase': firstPurchase,
  birthday,
  coupon,
  quantity,
  spend,
} as const;

export type ConditionKind = keyof typeof CONDITIONS;
export type ConditionReason = (typeof CONDITIONS)[ConditionKind]['reasons'][number];
export type Condition = z.infer<(typeof CONDITIONS)[ConditionKind]['args']>;

const schemas = Object.values(CONDITIONS).map(({ args }) => args) as unknown as [typeof audience.args];
export const conditionSchema = z.discriminatedUnion('kind', schemas) as unknown as z.ZodType<Condition, Condition>;

interface AnyCondition {
  readonly sees: 'visit' | 'basket' | 'left';
  readonly once: boolean;
  reads?(args: Condition): readonly Goods[];
  unmet(args: Condition, scene: Scene, left: readonly number[]): Unmet<ConditionReason> | null;
}

/** The terms of a condition's own kind. */
export const termsOf = (condition: Condition): AnyCondition => CONDITIONS[condition.kind];
