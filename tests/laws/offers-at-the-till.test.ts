import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberById } from '../../db/members/members.queries.ts';
import { offerById } from '../../db/offers/offers.queries.ts';
import { saveProgramme } from '../../electron/features/programme/save-programme.ts';
import { quoteBasket } from '../../electron/features/purchases/quote-basket.ts';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import type { Quote } from '../../shared/contract/purchases.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { ALL_GOODS } from '../../shared/promotions/goods.ts';
import type { OfferTerms } from '../../shared/promotions/offer.ts';
import { taxWithin } from '../../shared/purchases/price.ts';
import { aMember } from '../fixtures/a-member.ts';
import { anOpenItem, aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { anotherClient } from '../fixtures/another-client.ts';
import { LIVES } from '../fixtures/lives.ts';
import { merge } from '../fixtures/merge.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { offerTerms, putOffer, trySavingOffer, trySettingState } from '../fixtures/put-offer.ts';
import { saleCommand, sell, tryCommand, trySelling } from '../fixtures/sell.ts';
import { DAY_MS, openShop, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryVoiding } from '../fixtures/take-back.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';
import { liveADay } from './live-a-day.ts';
import { anyActUnderOffers } from './random-acts.ts';

const run = promisify(execFile);
const SELLING = path.join(import.meta.dirname, 'selling-process.ts');

const quoteOf = (shop: Shop, basket: Partial<Parameters<typeof quoteBasket>[1]>): Quote =>
  must(quoteBasket(shop.store, { memberId: null, lines: [], pointsToRedeem: 0, ...basket }, shop.nowMs));
const pieces = (productId: Id<'product'>, count: number) => ({ productId, quantityThousandths: count * 1000 });
const back = (lineNo: number, count: number) => ({ lineNo, quantityThousandths: count * 1000 });
const countsOf = ({ store }: Shop, offerId: Id<'offer'>) => {
  const { uses, members, discountMinor, points } = offerById.get(store.db, { offerId }) ?? {};
  return { uses, members, discountMinor, points };
};
const balance = ({ store }: Shop, memberId: Id<'member'>) => memberById.get(store.db, { memberId })?.balancePoints;
const receipt = ({ store }: Shop, purchaseId: Id<'purchase'>) => receiptOf(store, purchaseId);
const limited = (limits: Partial<OfferTerms['limits']>): Partial<OfferTerms> => ({
  limits: { perMember: null, total: null, budgetMinor: null, ...limits },
});
const BUY_2_GET_1: Partial<OfferTerms> = {
  name: '买二送一',
  action: { kind: 'buy-x-get-y', goods: ALL_GOODS, buy: 2, get: 1, gets: null, percent: 100, mostTimes: null },
};
const BONUS: Partial<OfferTerms> = { name: '加赠 50 积分', action: { kind: 'bonus-points', points: 50 } };
const MEMBERS: OfferTerms['conditions'] = [{ kind: 'tier', tiers: ['member', 'silver', 'gold', 'platinum'] }];

describe('a sale under offers', () => {
  it('charges what the quote said: money off each line, the tax inside what is paid, the points, and why', () => {
    const shop = aStore();
    const [member, tea, coat] = [aMember(shop), aProduct(shop), aProduct(shop, { priceMinor: 9900, taxRateBp: 600 })];
    const tenth = putOffer(shop);
    const bonus = putOffer(shop, BONUS);
    const double = putOffer(shop, {
      name: '双倍积分',
      action: { kind: 'points-multiplier', goods: { ...ALL_GOODS, productIds: [coat] }, percent: 200 },
    });
    const gold = putOffer(shop, { name: '金卡半价', conditions: [{ kind: 'tier', tiers: ['gold'] }] });
    const lines = [pieces(tea, 3), pieces(coat, 1)];
    const quote = quoteOf(shop, { memberId: member, lines });
    expect(quote).toMatchObject({ grossMinor: 12_900, discountMinor: 1290, netMinor: 11_610, toPayMinor: 11_610 });
    // 1 a yuan on 116.10, as much again on the coat's 89.10, and 50.
    expect(quote.pointsToEarn).toBe(116 + 89 + 50);
    expect(quote.offers.map(({ offerId, applied }) => [offerId, applied])).toEqual([
      [tenth, true],
      [gold, false],
      [bonus, true],
      [double, true],
    ]);
    expect(quote.offers[1]).toMatchObject({ reason: 'other-tier' });
    expect(quote.offers[3]).toMatchObject({ points: 89 });

    const sale = sell(shop, { member, lines });
    const made = receipt(shop, sale);
    expect(made).toMatchObject({ netMinor: 11_610, taxMinor: quote.taxMinor, pointsEarned: 255, balanceAfter: 255 });
    for (const line of made?.lines ?? []) expect(line.taxMinor).toBe(taxWithin(line.netMinor, line.taxRateBp));
    expect(made?.offers.map(({ name, amountMinor, points }) => [name, amountMinor, points])).toEqual([
      ['全场九折', 1290, 0],
      ['加赠 50 积分', 0, 50],
      ['双倍积分', 0, 89],
    ]);
    expect(countsOf(shop, tenth)).toEqual({ uses: 1, members: 1, discountMinor: 1290, points: 0 });
    expect(countsOf(shop, gold)).toEqual({ uses: 0, members: 0, discountMinor: 0, points: 0 });
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('is refused with the difference where an offer, its terms or the points changed since the quote', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const sale = { member, products: [tea] };
    const tenth = putOffer(shop);
    const bonus = putOffer(shop, BONUS);
    const quoted = saleCommand(shop, sale);
    must(trySettingState(shop, tenth, 2, 'paused'));
    expect(tryCommand(shop, quoted)).toMatchObject({ reason: 'price-changed', details: { netMinor: 1000 } });

    const again = saleCommand(shop, sale);
    must(
      trySavingOffer(shop, {
        offerId: bonus,
        basedOn: 2,
        terms: offerTerms({ action: { kind: 'bonus-points', points: 5 } }),
      }),
    );
    expect(reasonOf(tryCommand(shop, again))).toBe('offers-changed');

    const third = saleCommand(shop, sale);
    const { version, ...programme } = shop.store.programme();
    const earn = { ...programme.earn, points: 3 } as Parameters<typeof saveProgramme>[1]['earn'];
    must(saveProgramme(shop.store, { ...programme, earn, basedOn: version }, shop.managerId, shop.nowMs, shop.ids));
    expect(tryCommand(shop, third)).toMatchObject({ reason: 'points-changed', details: { points: 35 } });
    expect(receipt(shop, third.purchaseId)).toBeNull();
    must(trySelling(shop, sale));
  });

  it('whose answer was lost is answered as it was made, although the offer has ended since', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const offer = putOffer(shop, limited({ total: 1 }));
    const command = saleCommand(shop, { member, products: [tea] });
    must(tryCommand(shop, command));
    must(trySettingState(shop, offer, 2, 'ended'));
    must(tryCommand(shop, command));
    expect(countsOf(shop, offer)).toMatchObject({ uses: 1, discountMinor: 100 });
  });

  it('gives nothing on lines that were priced by hand, nor members’ offers to whose account is stopped', () => {
    const shop = aStore();
    const [tea, stopped] = [aProduct(shop), aMember(shop, { status: 'suspended' })];
    putOffer(shop);
    putOffer(shop, { ...BONUS, conditions: MEMBERS });
    const byHand = { productId: tea, quantityThousandths: 1000, override: { unitPriceMinor: 800, reason: '样品' } };
    const lines = [byHand, { open: anOpenItem({ unitPriceMinor: 500 }), quantityThousandths: 1000 }];
    const quote = quoteOf(shop, { memberId: stopped, lines: [...lines, pieces(tea, 1)] });
    expect(quote.lines.map(({ discountMinor }) => discountMinor)).toEqual([0, 0, 100]);
    expect(quote.offers.find(({ name }) => name === BONUS.name)).toMatchObject({ reason: 'no-member' });
    expect(quote.pointsToEarn).toBe(0);
  });

  it('reads its clock in the store’s zone, and its Friday to the end of the business day', () => {
    const friday = { kind: 'hours' as const, weekdays: [5], fromMinute: 0, untilMinute: 1440 };
    const shop = aStore();
    const tea = aProduct(shop);
    putOffer(shop, { conditions: [friday] });
    const at = (utc: number) => {
      shop.nowMs = utc;
      return quoteOf(shop, { lines: [pieces(tea, 1)] }).discountMinor > 0;
    };
    // 20 March 2026 is a Friday; the store's day ends at 04:00 in Shanghai.
    expect(at(Date.UTC(2026, 2, 20, 4))).toBe(true);
    expect(at(Date.UTC(2026, 2, 20, 19, 59))).toBe(true);
    expect(at(Date.UTC(2026, 2, 20, 20, 1))).toBe(false);
  });

  it('knows a first purchase, and a birthday on 29 February', () => {
    const shop = aStore({ nowMs: Date.UTC(2027, 1, 28, 4) });
    const tea = aProduct(shop);
    const leaping = aMember(shop, { birthday: { calendar: 'solar', month: 2, day: 29, year: 2000, leapMonth: false } });
    const [birthday, first] = [
      putOffer(shop, { name: '生日', conditions: [{ kind: 'birthday', span: 'day' }] }),
      putOffer(shop, { name: '首单', conditions: [{ kind: 'first-purchase' }] }),
    ];
    const had = (memberId: Id<'member'>) =>
      quoteOf(shop, { memberId, lines: [pieces(tea, 1)] })
        .offers.filter(({ applied }) => applied)
        .map(({ offerId }) => offerId);
    expect(had(leaping).toSorted()).toEqual([birthday, first].toSorted());
    const sale = sell(shop, { member: leaping, products: [tea] });
    expect(had(leaping)).toEqual([birthday]);
    must(tryVoiding(shop, sale));
    expect(had(leaping)).toHaveLength(2);
  });
});

describe('trap 14: goods that were sold under an offer come back', () => {
  it('trap 14: a return refunds the allocated net, with the rules of its day, whatever became of the offer', () => {
    const shop = aStore();
    const [member, tea, coat] = [aMember(shop), aProduct(shop), aProduct(shop, { priceMinor: 500 })];
    const offer = putOffer(shop);
    const sale = sell(shop, { member, products: [tea, coat] });
    must(
      trySavingOffer(shop, {
        offerId: offer,
        basedOn: 2,
        terms: offerTerms({ action: { kind: 'percent', goods: ALL_GOODS, percent: 90 } }),
      }),
    );
    must(trySettingState(shop, offer, 3, 'ended'));
    shop.nowMs += 400 * DAY_MS;
    expect(receipt(shop, takeBack(shop, sale, [back(1, 1)]))).toMatchObject({ netMinor: -900, discountMinor: -100 });
    expect(countsOf(shop, offer)).toEqual({ uses: 1, members: 1, discountMinor: 50, points: 0 });
    expect(receipt(shop, takeBack(shop, sale, [back(2, 1)]))).toMatchObject({ netMinor: -450 });
    expect(countsOf(shop, offer)).toEqual({ uses: 0, members: 0, discountMinor: 0, points: 0 });
    expect(receipt(shop, sale)?.offers).toMatchObject([{ name: '全场九折', version: 2, amountMinor: 150 }]);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('trap 14: a partial return that breaks “buy 2 get 1” reckons the promotion again', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const offer = putOffer(shop, BUY_2_GET_1);
    const sale = sell(shop, { member, lines: [pieces(tea, 3)] });
    expect(receipt(shop, sale)).toMatchObject({ netMinor: 2000, pointsEarned: 20 });
    const refunds = [1, 1, 1].map((count) => receipt(shop, takeBack(shop, sale, [back(1, count)]))?.netMinor);
    expect(refunds).toEqual([0, -1000, -1000]);
    expect(countsOf(shop, offer)).toEqual({ uses: 0, members: 0, discountMinor: 0, points: 0 });
    expect(balance(shop, member)).toBe(0);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('gives back points on top with the goods, and what was redeemed to its lots', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop, { points: 500 }), aProduct(shop)];
    const bonus = putOffer(shop, BONUS);
    putOffer(shop);
    const sale = sell(shop, { member, lines: [pieces(tea, 2)], redeem: 500 });
    expect(balance(shop, member)).toBe(50 + 13);
    takeBack(shop, sale, [back(1, 1)]);
    expect(countsOf(shop, bonus)).toMatchObject({ uses: 1, points: 24 });
    takeBack(shop, sale, [back(1, 1)]);
    expect(countsOf(shop, bonus)).toMatchObject({ uses: 0, points: 0 });
    expect(balance(shop, member)).toBe(500);
    expectLaws(shop.store.db);
  });

  it('trap 14: in any steps they give back what one return gives back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 1, max: 3333 }),
        fc.constantFrom<readonly Partial<OfferTerms>[]>(
          [BUY_2_GET_1, BONUS],
          [{ action: { kind: 'threshold', goods: ALL_GOODS, spendMinor: 3000, offMinor: 777, repeats: 'each' } }],
          [{}, { action: { kind: 'points-multiplier', goods: ALL_GOODS, percent: 170 } }],
        ),
        fc.boolean(),
        (count, priceMinor, offers, voids) => {
          const outcomes = [true, false].map((isWhole) => {
            const shop = aStore();
            const [member, product] = [aMember(shop, { points: 1000 }), aProduct(shop, { priceMinor })];
            const put = offers.map((terms) => putOffer(shop, terms));
            const sale = sell(shop, { member, lines: [pieces(product, count)] });
            if (isWhole && voids) must(tryVoiding(shop, sale));
            else if (isWhole) takeBack(shop, sale, [back(1, count)]);
            else for (let piece = 0; piece < count; piece += 1) takeBack(shop, sale, [back(1, 1)]);
            expectLaws(shop.store.db);
            const sums = shop.store.db.raw.prepare('SELECT sum(net_minor) net, sum(tax_minor) tax FROM purchase').get();
            const outcome = { sums, points: balance(shop, member), had: put.map((offer) => countsOf(shop, offer)) };
            shop.store.db.close();
            return outcome;
          });
          const nothing = { uses: 0, members: 0, discountMinor: 0, points: 0 };
          const expected = { sums: { net: 0, tax: 0 }, points: 1000, had: offers.map(() => nothing) };
          expect(outcomes).toEqual([expected, expected]);
        },
      ),
      { numRuns: LIVES },
    );
  });
});

describe('trap 15: limits', () => {
  it('trap 15: of a member and of a whole campaign are told apart, and sales that are cancelled give them back', () => {
    const shop = aStore();
    const [one, two, tea] = [aMember(shop), aMember(shop), aProduct(shop)];
    const offer = putOffer(shop, limited({ perMember: 1, total: 2 }));
    const why = (memberId: Id<'member'>) =>
      quoteOf(shop, { memberId, lines: [pieces(tea, 1)] }).offers.map((each) =>
        each.applied ? 'applied' : each.reason,
      )[0];
    const first = sell(shop, { member: one, products: [tea] });
    expect([why(one), why(two)]).toEqual(['member-limit-reached', 'applied']);
    const second = sell(shop, { member: two, products: [tea] });
    expect([why(one), why(aMember(shop))]).toEqual(['member-limit-reached', 'total-limit-reached']);
    must(tryVoiding(shop, second));
    expect([why(one), why(two)]).toEqual(['member-limit-reached', 'applied']);
    takeBack(shop, first, [back(1, 1)]);
    expect(why(one)).toBe('applied');
    expect(countsOf(shop, offer)).toEqual({ uses: 0, members: 0, discountMinor: 0, points: 0 });
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('of a person count what all of the merged accounts had', () => {
    const shop = aStore();
    const [one, two, tea] = [aMember(shop), aMember(shop), aProduct(shop)];
    putOffer(shop, limited({ perMember: 1 }));
    sell(shop, { member: one, products: [tea] });
    const discount = () => quoteOf(shop, { memberId: two, lines: [pieces(tea, 1)] }).discountMinor;
    expect(discount()).toBe(100);
    merge(shop, two, one);
    expect(discount()).toBe(0);
  });

  it('of a budget cut the last discount, and what comes back can be given again', () => {
    const shop = aStore();
    const tea = aProduct(shop);
    const offer = putOffer(shop, limited({ budgetMinor: 150 }));
    const discounts = [1, 2, 3].map(() => receipt(shop, sell(shop, { products: [tea] }))?.discountMinor);
    expect(discounts).toEqual([100, 50, 0]);
    const last = sell(shop, { products: [tea] });
    must(tryVoiding(shop, last));
    expect(countsOf(shop, offer)).toMatchObject({ uses: 2, discountMinor: 150 });
    expectLaws(shop.store.db);
  });

  it('two tills that quoted the last one at the same time: one has it, the other is told', () => {
    const one = aStore();
    const tea = aProduct(one);
    const offer = putOffer(one, limited({ total: 1 }));
    const two = anotherClient(one);
    const [here, there] = [one, two].map((shop) => saleCommand(shop, { products: [tea] }));
    expect([here, there].map((command) => command?.expectedNetMinor)).toEqual([900, 900]);
    must(tryCommand(one, here as typeof here & object));
    expect(tryCommand(two, there as typeof there & object)).toMatchObject({
      reason: 'price-changed',
      details: { netMinor: 1000 },
    });
    expect(countsOf(one, offer)).toMatchObject({ uses: 1, discountMinor: 100 });
  });

  it('two processes at full speed never go beyond them', async () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const offer = putOffer(shop, limited({ perMember: 25, total: 40, budgetMinor: 10_000 }));
    const { file } = shop;
    shop.store.db.close();
    const outputs = await Promise.all([1, 2].map(() => run(process.execPath, [SELLING, file, tea, member, '30'])));
    const answers = outputs.map(({ stdout }) => JSON.parse(stdout) as Record<'withOffer' | 'without', number>);
    expect(answers.reduce((sum, { withOffer }) => sum + withOffer, 0)).toBe(25);
    expect(answers.reduce((sum, { without }) => sum + without, 0)).toBe(35);
    const after = openShop(file);
    expect(countsOf(after, offer)).toEqual({ uses: 25, members: 1, discountMinor: 2500, points: 0 });
    expectLaws(after.store.db);
    expectReplay(after.store.db);
    after.store.db.close();
  });
});

describe('whatever happens while offers are live', () => {
  it('sums hold, a replay gives the same tables, and nothing is given back twice', () => {
    fc.assert(
      fc.property(fc.array(anyActUnderOffers, { minLength: 5, maxLength: 20, size: 'max' }), (acts) => {
        const { shop } = liveADay(acts);
        expectLaws(shop.store.db);
        expectReplay(shop.store.db);
        shop.store.db.close();
      }),
      { numRuns: LIVES },
    );
  });
});
