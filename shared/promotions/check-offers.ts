import type { Id } from '../kernel/id.ts';
import { dayNumber } from '../kernel/instant.ts';
import type { Action } from './actions.ts';
import { type Condition, termsOf } from './conditions.ts';
import { areNone, type Goods } from './goods.ts';
import type { Offer } from './offer.ts';
import { givesMoney } from './turn.ts';

/** What can make no sense about an offer whose arguments are each well formed. */
export const OFFER_FAULTS = [
  'id-twice',
  'condition-twice',
  'goods-none',
  'window-backwards',
  'hours-empty',
  'weekday-twice',
  'never-in-window',
  'off-above-spend',
  'get-what-is-bought',
  'budget-zero',
  'limit-zero',
  'cap-zero',
  'member-limit-above-total',
  'money-limit-without-money',
] as const;
export type OfferFault = (typeof OFFER_FAULTS)[number];

export interface Fault {
  readonly offerId: Id<'offer'>;
  readonly reason: OfferFault;
}

/** All goods that an action or a condition names. */
export const goodsIn = (part: Action | Condition): Goods[] => [
  ...('goods' in part ? [part.goods] : []),
  ...('gets' in part && part.gets ? [part.gets] : []),
  ...('parts' in part ? part.parts.map(({ goods }) => goods) : []),
];

const kinds = <Kind extends Condition['kind']>(conditions: readonly Condition[], kind: Kind) =>
  conditions.filter((each): each is Extract<Condition, { kind: Kind }> => each.kind === kind);

/** Whether a window of less than a week has none of the weekdays. Hours past midnight may begin the day before. */
function missesWeekdays(conditions: readonly Condition[]): boolean {
  const [window] = kinds(conditions, 'window');
  const [hours] = kinds(conditions, 'hours');
  if (!window?.from || !window.until || !hours) return false;
  const last = dayNumber(window.until.slice(0, 10));
  const days = new Set<number>();
  // The business day may be the one before the calendar's.
  for (let day = dayNumber(window.from.slice(0, 10)) - 1; day <= last && days.size < 7; day += 1)
    days.add(((day + 3) % 7) + 1);
  return !hours.weekdays.some((weekday) => days.has(weekday));
}

const sameGoods = (a: Goods, b: Goods): boolean =>
  (['productIds', 'categoryIds', 'exceptProductIds'] as const).every(
    (key) => a[key].toSorted().join() === b[key].toSorted().join(),
  );

function faultsOf(offer: Offer): OfferFault[] {
  const { action, conditions, limits, caps } = offer;
  const [window] = kinds(conditions, 'window');
  const [hours] = kinds(conditions, 'hours');
  const isTwice = (each: Condition, at: number) =>
    termsOf(each).once && conditions.findIndex(({ kind }) => kind === each.kind) < at;
  const found: Record<OfferFault, boolean> = {
    'id-twice': false,
    'condition-twice': conditions.some(isTwice),
    'goods-none': [action, ...conditions].flatMap(goodsIn).some(areNone),
    'window-backwards': Boolean(window?.from && window.until && window.from >= window.until),
    'hours-empty': hours !== undefined && hours.fromMinute === hours.untilMinute,
    'weekday-twice': hours !== undefined && new Set(hours.weekdays).size < hours.weekdays.length,
    'never-in-window': missesWeekdays(conditions),
    'off-above-spend': action.kind === 'threshold' && action.offMinor > action.spendMinor,
    'get-what-is-bought': action.kind === 'buy-x-get-y' && action.gets !== null && sameGoods(action.goods, action.gets),
    'budget-zero': limits.budgetMinor === 0,
    'limit-zero': limits.perMember === 0 || limits.total === 0,
    'cap-zero': caps.basketMinor === 0 || caps.lineMinor === 0,
    'member-limit-above-total': limits.perMember !== null && limits.total !== null && limits.perMember > limits.total,
    'money-limit-without-money':
      !givesMoney(offer) && (limits.budgetMinor !== null || caps.basketMinor !== null || caps.lineMinor !== null),
  };
  return OFFER_FAULTS.filter((fault) => found[fault]);
}

/** What makes no sense about these offers, in the order of `offers`. Empty where all may go live. */
export function checkOffers(offers: readonly Offer[]): Fault[] {
  const seen = new Set<string>();
  return offers.flatMap((offer) => {
    const isTwice = seen.has(offer.id);
    seen.add(offer.id);
    const reasons: OfferFault[] = [...(isTwice ? (['id-twice'] as const) : []), ...faultsOf(offer)];
    return reasons.map((reason) => ({ offerId: offer.id, reason }));
  });
}
