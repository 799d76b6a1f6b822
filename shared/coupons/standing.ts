/** What a coupon is on a day. */
export const COUPON_CONDITIONS = ['open', 'used', 'expired', 'taken-back'] as const;
export type CouponCondition = (typeof COUPON_CONDITIONS)[number];

/** An open coupon is over after its last day; that day itself is whole. */
export const conditionOn = (
  { state, throughDate }: { readonly state: 'open' | 'used' | 'taken-back'; readonly throughDate: string },
  today: string,
): CouponCondition => (state === 'open' && throughDate < today ? 'expired' : state);
