import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { copyOffer } from '../../electron/features/offers/copy-offer.ts';
import { offerRows, viewOffer } from '../../electron/features/offers/offer-view.ts';
import { removeOffer } from '../../electron/features/offers/remove-offer.ts';
import { tryOffers } from '../../electron/features/offers/try-offers.ts';
import type { offersContract } from '../../shared/contract/offers.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { ALL_GOODS } from '../../shared/promotions/goods.ts';
import type { OfferTerms } from '../../shared/promotions/offer.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { idNo } from '../fixtures/an-offer.ts';
import { anotherClient } from '../fixtures/another-client.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { offerTerms, putOffer, trySavingOffer, trySettingState } from '../fixtures/put-offer.ts';
import { traceOf } from '../fixtures/rows.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

const view = (shop: Shop, offerId: Id<'offer'>) => must(viewOffer(shop.store, offerId, shop.nowMs));
const listed = (shop: Shop, asked: Partial<z.output<typeof offersContract.list.input>> = {}) =>
  offerRows(shop.store, { state: null, offset: 0, limit: 100, ...asked }, shop.nowMs);
const remove = (shop: Shop, offerId: Id<'offer'>) =>
  reasonOf(removeOffer(shop.store, { offerId }, shop.managerId, shop.nowMs, shop.ids));
const copy = (shop: Shop, offerId: Id<'offer'>, copyId: Id<'offer'>, name: string) =>
  reasonOf(copyOffer(shop.store, { offerId, copyId, name }, shop.managerId, shop.nowMs, shop.ids));
const untilDate = (until: string): Partial<OfferTerms> => ({ conditions: [{ kind: 'window', from: null, until }] });

describe('an offer', () => {
  it('is a draft, goes live, is changed, paused and ended, and each version stays to be read', () => {
    const shop = aStore();
    const offerId = putOffer(shop, {}, 'draft');
    expect(view(shop, offerId)).toMatchObject({ state: 'draft', version: 1, uses: 0, members: 0, isOwn: true });
    must(trySettingState(shop, offerId, 1, 'live'));
    shop.nowMs += DAY_MS;
    must(trySavingOffer(shop, { offerId, basedOn: 2, terms: offerTerms({ name: '九折' }), note: '店庆' }));
    must(trySettingState(shop, offerId, 3, 'paused'));
    must(trySettingState(shop, offerId, 4, 'ended'));
    expect(view(shop, offerId)).toMatchObject({ state: 'ended', version: 5, terms: { name: '九折' }, note: '店庆' });
    expect(view(shop, offerId).history.map(({ version, state, terms }) => [version, state, terms.name])).toEqual([
      [5, 'ended', '九折'],
      [4, 'paused', '九折'],
      [3, 'live', '九折'],
      [2, 'live', '全场九折'],
      [1, 'draft', '全场九折'],
    ]);
    expect(reasonOf(trySettingState(shop, offerId, 5, 'live'))).toBe('offer-ended');
    expect(reasonOf(trySavingOffer(shop, { offerId, basedOn: 5, terms: offerTerms() }))).toBe('offer-ended');
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('that is sent again is written once, and what somebody else changed meanwhile is not written over', () => {
    const shop = aStore();
    const command = { offerId: shop.ids<'offer'>(), basedOn: 0, terms: offerTerms() };
    must(trySavingOffer(shop, command));
    must(trySettingState(shop, command.offerId, 1, 'live'));
    const before = traceOf(shop.store.db);
    expect(reasonOf(trySavingOffer(shop, command))).toBe('done');
    expect(reasonOf(trySettingState(shop, command.offerId, 1, 'live'))).toBe('done');
    const other = { ...command, terms: offerTerms({ priority: 3 }) };
    expect(reasonOf(trySavingOffer(shop, other))).toBe('offer-changed');
    expect(reasonOf(trySettingState(shop, command.offerId, 1, 'ended'))).toBe('offer-changed');
    expect(traceOf(shop.store.db)).toEqual(before);
  });

  it('that contradicts itself, or names what nobody knows, is refused at the door', () => {
    const shop = aStore();
    const before = traceOf(shop.store.db);
    const asked = (terms: Partial<OfferTerms>) =>
      trySavingOffer(shop, { offerId: shop.ids<'offer'>(), basedOn: 0, terms: offerTerms(terms) });
    expect(asked({ limits: { perMember: 0, total: null, budgetMinor: 0 } })).toMatchObject({
      reason: 'offer-makes-no-sense',
      details: { faults: 'budget-zero,limit-zero' },
    });
    const strange = { ...ALL_GOODS, productIds: [idNo<'product'>(9)] };
    expect(reasonOf(asked({ action: { kind: 'percent', goods: strange, percent: 5 } }))).toBe('offer-names-unknown');
    const coupons = { kind: 'coupon', couponKindId: idNo<'coupon-kind'>(1), count: 1, worthMinor: 500 } as const;
    expect(reasonOf(asked({ action: coupons }))).toBe('offer-names-unknown');
    const someFew = { kind: 'audience' as const, audienceIds: [idNo<'audience'>(1)] };
    expect(reasonOf(asked({ conditions: [someFew] }))).toBe('offer-names-unknown');
    expect(traceOf(shop.store.db)).toEqual(before);
  });

  it('is copied as a draft of its own, once per id', () => {
    const shop = aStore();
    const [offerId, copyId] = [putOffer(shop), shop.ids<'offer'>()];
    expect(copy(shop, offerId, copyId, '再来一次')).toBe('done');
    expect(copy(shop, offerId, copyId, '再来一次')).toBe('done');
    expect(copy(shop, offerId, copyId, '另一个')).toBe('offer-id-reused');
    expect(view(shop, copyId)).toMatchObject({ state: 'draft', version: 1, terms: { name: '再来一次' } });
    expect(listed(shop).rows.map(({ terms, state }) => [terms.name, state])).toEqual([
      ['全场九折', 'live'],
      ['再来一次', 'draft'],
    ]);
    expect(listed(shop, { state: 'draft' })).toMatchObject({ total: 1, rows: [{ offerId: copyId }] });
    expect(listed(shop, { offset: 1 })).toMatchObject({ total: 2, rows: [{ offerId: copyId }] });
  });

  it('is thrown away while it is a draft, for ever; what was live is not', () => {
    const shop = aStore();
    const [draft, live] = [putOffer(shop, {}, 'draft'), putOffer(shop)];
    expect(remove(shop, live)).toBe('offer-no-draft');
    expect(remove(shop, draft)).toBe('done');
    expect(remove(shop, draft)).toBe('done');
    expect(reasonOf(viewOffer(shop.store, draft, shop.nowMs))).toBe('offer-unknown');
    expect(reasonOf(trySavingOffer(shop, { offerId: draft, basedOn: 0, terms: offerTerms() }))).toBe('offer-changed');
    expect(listed(shop).rows.map(({ offerId }) => offerId)).toEqual([live]);
    expectReplay(shop.store.db);
  });

  it('says by the store’s clock whether its window is open', () => {
    const shop = aStore();
    const over = putOffer(shop, untilDate('2026-03-15T12:00'));
    const running = putOffer(shop, untilDate('2026-03-15T12:01'));
    expect([over, running].map((offerId) => view(shop, offerId).phase)).toEqual(['over', 'running']);
  });

  it('that goes live, or is paused, in one program is known at once in the other', () => {
    const one = aStore();
    const two = anotherClient(one);
    expect(two.store.liveOffers()).toEqual([]);
    const offerId = putOffer(one);
    expect(two.store.liveOffers()).toMatchObject([{ id: offerId, version: 2 }]);
    must(trySettingState(one, offerId, 2, 'paused'));
    expect(two.store.liveOffers()).toEqual([]);
  });
});

describe('trying offers', () => {
  it('explains drafts and live ones on a basket, for a moment and with the form as it stands, and writes nothing', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const live = putOffer(shop, { action: { kind: 'bonus-points', points: 50 } });
    const draft = putOffer(shop, untilDate('2026-03-16T00:00'), 'draft');
    const before = traceOf(shop.store.db);
    const asked = {
      memberId: member,
      lines: [{ productId: tea, quantityThousandths: 2000 }],
      atMs: null,
      drafts: null,
      form: null,
    };
    const trial = must(tryOffers(shop.store, asked, shop.nowMs));
    expect(trial).toMatchObject({
      grossMinor: 2000,
      discountMinor: 200,
      netMinor: 1800,
      pointsToEarn: 68,
      exact: true,
    });
    expect(trial.offers.map(({ offerId, applied }) => [offerId, applied])).toEqual([
      [draft, true],
      [live, true],
    ]);
    expect(trial.offers[1]).toMatchObject({ extra: { kind: 'bonus-points', points: 50 }, points: 50 });

    const tomorrow = must(tryOffers(shop.store, { ...asked, atMs: shop.nowMs + DAY_MS }, shop.nowMs));
    expect(tomorrow.offers[0]).toMatchObject({ offerId: draft, applied: false, reason: 'over' });
    expect(must(tryOffers(shop.store, { ...asked, drafts: [] }, shop.nowMs)).offers).toHaveLength(1);
    const form = { offerId: draft, terms: offerTerms({ action: { kind: 'percent', goods: ALL_GOODS, percent: 50 } }) };
    expect(must(tryOffers(shop.store, { ...asked, form }, shop.nowMs)).netMinor).toBe(1000);
    const nonsense = { ...form, terms: offerTerms({ caps: { basketMinor: 0, lineMinor: null } }) };
    expect(reasonOf(tryOffers(shop.store, { ...asked, form: nonsense }, shop.nowMs))).toBe('offer-makes-no-sense');
    expect(traceOf(shop.store.db)).toEqual(before);
  });
});
