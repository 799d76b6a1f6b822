import * as fc from 'fast-check';
import { offerRows } from '../../../electron/features/offers/offer-view.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Action } from '../../../shared/promotions/actions.ts';
import { ALL_GOODS } from '../../../shared/promotions/goods.ts';
import { offerTerms, trySavingOffer, trySettingState } from '../../fixtures/put-offer.ts';
import { act, done, nat, pick } from './act.ts';

/** Anything that the day's goods and limits can make of an offer. */
const anAction = (products: readonly Id<'product'>[], what: number | null, kind: number): Action => {
  const goods = what === null ? ALL_GOODS : { ...ALL_GOODS, productIds: [pick(products, what) as Id<'product'>] };
  const actions: readonly Action[] = [
    { kind: 'percent', goods, percent: 1 + (kind % 100) },
    { kind: 'percent', goods, percent: 100 },
    { kind: 'amount', goods, offMinor: 1 + kind },
    { kind: 'buy-x-get-y', goods, buy: 1 + (kind % 2), get: 1, gets: null, percent: 100, mostTimes: null },
    { kind: 'threshold', goods, spendMinor: 1500 + kind, offMinor: 1 + kind, repeats: kind % 2 ? 'once' : 'each' },
    { kind: 'fixed-price', goods, priceMinor: kind, mostPieces: 2 },
    { kind: 'bonus-points', points: 1 + kind },
    { kind: 'points-multiplier', goods, percent: 101 + kind },
    { kind: 'gift', productId: pick(products, kind) as Id<'product'>, quantityThousandths: 1000, worthMinor: kind },
  ];
  return pick(actions, kind) as Action;
};

export const putAnOffer = act(
  'put an offer to the tills',
  fc.record({
    what: fc.option(nat),
    kind: nat,
    group: fc.option(fc.constant('a'), { freq: 1 }),
    priority: fc.nat(2),
    spend: fc.option(fc.integer({ min: 1, max: 5000 }), { freq: 1 }),
    perMember: fc.option(fc.integer({ min: 1, max: 2 }), { freq: 1 }),
    total: fc.option(fc.integer({ min: 2, max: 4 }), { freq: 1 }),
    budgetMinor: fc.option(fc.integer({ min: 1, max: 3000 }), { freq: 1 }),
  }),
  ({ shop, products }, { what, kind, group, priority, spend, budgetMinor, ...limits }) => {
    const action = anAction(products, what, kind);
    const isMoney = !['bonus-points', 'points-multiplier', 'gift'].includes(action.kind);
    const command = {
      offerId: shop.ids<'offer'>(),
      basedOn: 0,
      terms: offerTerms({
        action,
        group,
        priority,
        limits: { ...limits, budgetMinor: isMoney ? budgetMinor : null },
        conditions: spend === null ? [] : [{ kind: 'spend', goods: ALL_GOODS, atLeastMinor: spend }],
      }),
    };
    const outcome = trySavingOffer(shop, command);
    if (outcome.ok) trySettingState(shop, command.offerId, 1, 'live');
    return {
      outcome,
      again: () => trySavingOffer(shop, command),
      altered: [() => trySavingOffer(shop, { ...command, note: 'another' })],
    };
  },
);

export const moveAnOffer = act(
  'pause, go on or end an offer',
  fc.record({ which: nat, state: fc.constantFrom('live', 'paused', 'paused', 'ended') } as const),
  ({ shop }, { which, state }) => {
    const offer = pick(offerRows(shop.store, { state: null, offset: 0, limit: 200 }, shop.nowMs).rows, which);
    return offer ? { outcome: trySettingState(shop, offer.offerId, offer.version, state) } : done;
  },
);
