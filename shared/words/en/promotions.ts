import type { ActionKind } from '../../promotions/actions.ts';
import type { OfferFault } from '../../promotions/check-offers.ts';
import type { ConditionKind } from '../../promotions/conditions.ts';
import type { Cut, SkipReason } from '../../promotions/explanation.ts';
import type { Offer } from '../../promotions/offer.ts';

type NamesOf<Args> = Args extends unknown ? Exclude<keyof Args, 'kind'> : never;
/** Every argument of every action and condition. */
type ArgumentName = NamesOf<Offer['action'] | Offer['conditions'][number]>;

/** What an offer gives, as a form names it. */
const offerActions = {
  percent: 'Percent off',
  amount: 'Money off',
  'fixed-price': 'Special price',
  'buy-x-get-y': 'Buy some, get some',
  threshold: 'Spend and save',
  bundle: 'Set at one price',
  'points-multiplier': 'More points',
  'bonus-points': 'Bonus points',
  coupon: 'Coupon for the next visit',
  gift: 'Gift',
} as const satisfies Record<ActionKind, string>;

/** When an offer holds, as a form names it. */
const offerConditions = {
  audience: 'Members in a list or segment',
  campaign: 'Members of a campaign',
  tier: 'Members of a tier',
  goods: 'Goods in the basket',
  store: 'Stores',
  window: 'From and until',
  hours: 'Weekdays and hours',
  'first-purchase': 'First purchase',
  birthday: 'Birthday',
  coupon: 'A coupon is presented',
  quantity: 'At least so much of it',
  spend: 'At least so much spent',
} as const satisfies Record<ConditionKind, string>;

/** What a form asks for, by the argument's name. */
const offerFields = {
  goods: 'Goods',
  gets: 'Goods to get (empty: the same)',
  parts: 'Parts of the set',
  percent: 'Percent',
  offMinor: 'Taken off',
  spendMinor: 'Must be spent',
  atLeastMinor: 'At least spent',
  priceMinor: 'Price',
  worthMinor: 'Worth, to compare with other offers',
  mostPieces: 'At most so many pieces',
  mostTimes: 'At most so many times in a basket',
  buy: 'Pieces to buy',
  get: 'Pieces to get',
  repeats: 'Once, or each time it is reached',
  points: 'Points',
  couponKindId: 'Coupon',
  count: 'How many',
  productId: 'Product',
  quantityThousandths: 'Quantity',
  atLeastThousandths: 'At least so much',
  audienceIds: 'Lists and segments',
  campaignId: 'Campaign',
  tiers: 'Tiers',
  storeIds: 'Stores',
  from: 'From',
  until: 'Until, not including',
  weekdays: 'Weekdays',
  fromMinute: 'From',
  untilMinute: 'Until, not including',
  span: 'On the day, in the week or in the month',
} as const satisfies Record<ArgumentName, string>;

/**
 * What an offer gives, as a phrase: “10% off Drinks”. What stands in brackets is said only where what it names is set; after
 * the kind, a variant for a choice or for what is free. A percentage is also there as `percentTenths` of the price that
 * are left, and as `percentTimes`.
 */
const offerGives = {
  percent: '{{percent}} off {{goods}}',
  percent_free: '{{goods}} free',
  amount: '{{offMinor}} off {{goods}}',
  'fixed-price': '{{goods}} for {{priceMinor}} each[, at most {{mostPieces}} pieces]',
  'buy-x-get-y':
    'buy {{buy}} of {{goods}} and get {{get}}[ of {{gets}}] at {{percent}} off[, at most {{mostTimes}} times]',
  'buy-x-get-y_free': 'buy {{buy}} of {{goods}} and get {{get}}[ of {{gets}}] free[, at most {{mostTimes}} times]',
  threshold: 'spend {{spendMinor}} on {{goods}} and save {{offMinor}}',
  threshold_each: 'save {{offMinor}} for each {{spendMinor}} spent on {{goods}}',
  bundle: '{{parts}} together for {{priceMinor}}[, at most {{mostTimes}} times]',
  'points-multiplier': '{{percentTimes}} times the points on {{goods}}',
  'bonus-points': '{{points}} extra',
  coupon: '{{count}} × {{couponKindId}}',
  gift: '{{quantityThousandths}} × {{productId}} as a gift',
} as const satisfies Record<ActionKind, string> & Record<string, string>;

/** When it holds, as a phrase that goes on: “…, for Gold”. */
const offerWhen = {
  audience: 'for members in {{audienceIds}}',
  campaign: 'for members of {{campaignId}}',
  tier: 'for {{tiers}}',
  goods: 'with {{goods}} in the basket',
  store: 'in {{storeIds}}',
  window: '[from {{from}} ][until {{until}}]',
  hours: '{{weekdays}}[ from {{fromMinute}} to {{untilMinute}}]',
  'first-purchase': 'on a member’s first purchase',
  birthday: 'on the member’s birthday',
  birthday_week: 'in the week of the member’s birthday',
  birthday_month: 'in the month of the member’s birthday',
  coupon: 'with the coupon “{{couponKindId}}”',
  quantity: 'from {{atLeastThousandths}} of {{goods}}',
  spend: 'from {{atLeastMinor}} spent on {{goods}}',
} as const satisfies Record<ConditionKind, string> & Record<string, string>;

/** Why an offer did not apply, as the clerk can say it to the customer. `details` fill the braces. */
const offerSkips = {
  'no-member': 'For members. Find the member, or enrol the customer.',
  'not-in-audience': 'This member is not among those it is meant for.',
  'not-in-campaign': 'This member is not in its campaign.',
  'campaign-control':
    'This member was drawn by lot to go without it, so that the campaign can be measured. It cannot be given here.',
  'campaign-not-running': 'Its campaign is not running today.',
  'other-tier': 'Not for this member’s tier.',
  'goods-missing': 'None of its goods are in the basket.',
  'other-store': 'Not in this store.',
  'not-yet': 'Begins {{from}}.',
  over: 'Ended {{until}}.',
  'other-weekday': 'Not on this day of the week.',
  'other-hours': 'Only from {{from}} to {{until}}.',
  'not-first-purchase': 'Only on a member’s first purchase.',
  'birthday-unknown': 'The member’s birthday is not on file. Add it to the profile.',
  'not-birthday': 'Not around the member’s birthday.',
  'too-little': '{{missingThousandths}} more of its goods are needed.',
  'too-few': 'Pieces still needed: {{missingPieces}}.',
  'spend-short': '{{missingMinor}} more must be spent on its goods.',
  'coupon-needed': 'Needs the coupon “{{coupon}}”.',
  'coupons-gone': 'There are no more of its coupons to give.',
  'nothing-left': 'There is nothing left to take off.',
  'nothing-to-get': 'What the customer may choose at the lower price is not in the basket yet.',
  'already-cheaper': 'The goods are already cheaper.',
  'member-limit-reached': 'This member has had it as often as allowed: {{limit}}.',
  'total-limit-reached': 'All {{limit}} have been given away.',
  'budget-used-up': 'Its budget is used up.',
  'better-in-group': 'Cannot be combined with “{{offer}}”, which gives more.',
  'better-without': 'Without it, the other offers give more.',
  'line-cap-reached': 'Its goods have had the largest discount allowed.',
  'basket-cap-reached': 'The basket has had the largest discount allowed.',
  'offer-cap-reached': 'Its own caps leave nothing.',
} as const satisfies Record<SkipReason, string>;

/** What held an offer's amount down. */
const offerCuts = {
  'line-cap': 'Cut to the largest discount allowed on a line',
  'offer-cap': 'Cut to the most this offer gives',
  budget: 'Cut to what is left of its budget',
  'basket-cap': 'Cut to the largest discount allowed on a basket',
} as const satisfies Record<Cut, string>;

/** What makes no sense about an offer and how to put it right. */
const offerFaults = {
  'id-twice': 'Another offer has the same id. Make this one anew.',
  'condition-twice': 'The same condition stands here twice. Remove one.',
  'goods-none': 'All goods that are chosen are left out again. Choose others.',
  'window-backwards': 'It ends before it begins. Change one of the two times.',
  'hours-empty': 'It begins and ends at the same time of day. For the whole day, choose 00:00 to 24:00.',
  'weekday-twice': 'A weekday is chosen twice. Remove one.',
  'never-in-window': 'None of its weekdays lies between its beginning and its end.',
  'off-above-spend': 'It gives more off than must be spent. Lower the one or raise the other.',
  'get-what-is-bought': 'The goods to get are the goods to buy. Leave them empty for the same goods.',
  'budget-zero': 'With a budget of 0 it would never apply. Raise it, or leave it empty.',
  'limit-zero': 'With a limit of 0 it would never apply. Raise it, or leave it empty.',
  'cap-zero': 'With a cap of 0 it would never apply. Raise it, or leave it empty.',
  'member-limit-above-total': 'One member may have more than all together. Lower the one or raise the other.',
  'money-limit-without-money': 'It takes no money off, so a budget or cap in money has no meaning. Leave it empty.',
} as const satisfies Record<OfferFault, string>;

export const promotions = {
  offerActions,
  offerConditions,
  offerFields,
  offerGives,
  offerWhen,
  offerSkips,
  offerCuts,
  offerFaults,
};
export type PromotionWords = {
  readonly [Part in keyof typeof promotions]: Readonly<Record<keyof (typeof promotions)[Part], string>>;
};
