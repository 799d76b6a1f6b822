import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberById } from '../../db/members/members.queries.ts';
import { purchasesOfMember } from '../../db/purchases/purchases.queries.ts';
import { auditPage } from '../../db/staff/audit.queries.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { pointsLedgerPage } from '../../electron/features/points/ledger-page.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { completeSale } from '../../electron/features/purchases/complete-sale.ts';
import { holdBasket, keepDraft } from '../../electron/features/purchases/open-baskets.ts';
import { quoteBasket } from '../../electron/features/purchases/quote-basket.ts';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import { allocate } from '../../shared/kernel/allocate.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { earnedPoints } from '../../shared/points/earn.ts';
import { FIRST_PROGRAMME } from '../../shared/points/programme.ts';
import { AFTER_ALL_STAMPS } from '../../shared/sync/hlc.ts';
import { aServedStore, ask, seat } from '../api/served-store.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryTakingBack, tryVoiding } from '../fixtures/take-back.ts';
import { timelinePages } from '../fixtures/timeline-pages.ts';
import { expectLaws } from './expect-laws.ts';

const balance = ({ store }: Pick<Shop, 'store'>, memberId: Id<'member'>) =>
  memberById.get(store.db, { memberId })?.balancePoints;
const entries = ({ store }: Pick<Shop, 'store'>) =>
  store.db.raw.prepare('SELECT count(*) FROM points_entry').pluck().get();
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

describe('what is no sale', () => {
  it('trap 2: a quoted, a kept, a held and a voided basket earn nothing', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const {
      tenders: _,
      expectedNetMinor: __,
      purchaseId: ___,
      ...basket
    } = saleCommand(shop, { member, products: [tea] });
    expect(must(quoteBasket(shop.store, basket, shop.nowMs)).pointsToEarn).toBe(10);
    const draft = { ...basket, purchaseId: shop.ids<'purchase'>() };
    keepDraft(shop.store, draft, shop.clerkId, shop.nowMs);
    expect(entries(shop)).toBe(0);
    must(holdBasket(shop.store, draft, shop.clerkId, shop.nowMs));
    expect(balance(shop, member)).toBe(0);
    expect(entries(shop)).toBe(0);

    const sale = sell(shop, { member, products: [tea] });
    expect(balance(shop, member)).toBe(10);
    expect(reasonOf(tryVoiding(shop, sale))).toBe('done');
    expect(balance(shop, member)).toBe(0);
    expectLaws(shop.store.db);
  });

  it('trap 2: a suspended member earns nothing', () => {
    const shop = aStore();
    const member = aMember(shop, { status: 'suspended' });
    expect(receiptOf(shop.store, sell(shop, { member, products: [aProduct(shop)] }))?.pointsEarned).toBe(0);
    expect(entries(shop)).toBe(0);
  });
});

describe('what is corrected', () => {
  it('trap 3: goods taken back and sold again award once what is kept', () => {
    const shop = aStore();
    const [member, coat] = [aMember(shop), aProduct(shop, { priceMinor: 10_000 })];
    const sale = sell(shop, { member, products: [coat, coat] });
    expect(balance(shop, member)).toBe(200);
    takeBack(shop, sale, [{ lineNo: 2, quantityThousandths: 1000 }]);
    expect(balance(shop, member)).toBe(100);
    sell(shop, { member, products: [coat] });
    expect(balance(shop, member)).toBe(200);
    expectLaws(shop.store.db);
  });
});

describe('what is asked twice', () => {
  it('trap 4: a sale sent again by another request, from another window, earns once', async () => {
    const served = await aServedStore();
    const { shop } = served;
    const member = aMember(shop);
    const command = saleCommand(shop, { member, products: [aProduct(shop)] });
    for (const window of ['one', 'two', 'one']) {
      seat(served, window, 'clerk');
      const answer = await ask(served.host, window, { path: 'purchases.complete', type: 'mutation' }, command);
      expect(answer).toMatchObject({ ok: true, data: { purchaseId: command.purchaseId, balanceAfter: 10 } });
    }
    expect(balance(shop, member)).toBe(10);
    expectLaws(shop.store.db);
  });

  it('trap 4: a return or a void sent again under a new id takes nothing twice', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const sale = sell(shop, { member, products: [tea] });
    const goods = [{ lineNo: 1, quantityThousandths: 1000 }];
    expect(reasonOf(tryTakingBack(shop, sale, goods))).toBe('done');
    expect(reasonOf(tryTakingBack(shop, sale, goods))).toBe('more-than-sold');
    const wrong = sell(shop, { member, products: [tea] });
    expect(reasonOf(tryVoiding(shop, wrong))).toBe('done');
    expect(reasonOf(tryVoiding(shop, wrong))).toBe('already-voided');
    expect(balance(shop, member)).toBe(0);
    expectLaws(shop.store.db);
  });
});

describe('what is shared out', () => {
  const lines = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 });

  it('trap 12: a discount spread over the lines sums exactly to it, and no line goes below zero', () => {
    fc.assert(
      fc.property(lines, fc.nat(10_000), (nets, basisPoints) => {
        const discount = Math.floor((sum(nets) * basisPoints) / 10_000);
        const parts = allocate(discount, nets);
        expect(sum(parts)).toBe(discount);
        expect(parts.every((part, index) => part >= 0 && part <= (nets[index] ?? 0))).toBe(true);
      }),
    );
  });

  it('trap 12: what points pay is taken off the lines to the fen, so that their points sum to the total', () => {
    fc.assert(
      fc.property(lines, fc.nat(30_000_000), (nets, paid) => {
        const basket = nets.map((netMinor) => ({ productId: null, categoryId: null, grossMinor: netMinor, netMinor }));
        const earned = earnedPoints(FIRST_PROGRAMME.earn, basket, paid, 'member');
        expect(sum(earned)).toBe(Math.floor(Math.max(0, sum(nets) - paid) / 100));
      }),
    );
  });

  it('trap 13: a price changed to nothing leaves 0.00, without tax, tender or points', () => {
    const shop = aStore();
    const member = aMember(shop);
    const override = { unitPriceMinor: 0, reason: 'a gift' };
    const line = { productId: aProduct(shop, { priceMinor: 999 }), quantityThousandths: 3000, override };
    const command = saleCommand(shop, { member, lines: [line] });
    expect(reasonOf(tryCommand(shop, command))).toBe('approval-needed');
    const seller = { staffId: shop.clerkId, overrideById: shop.managerId };
    expect(reasonOf(completeSale(shop.store, command, seller, shop.nowMs, shop.ids))).toBe('done');
    const receipt = receiptOf(shop.store, command.purchaseId);
    expect(receipt).toMatchObject({ netMinor: 0, pointsEarned: 0, tenders: [] });
    expect(receipt?.lines).toMatchObject([{ netMinor: 0 }]);
    expectLaws(shop.store.db);
  });
});

describe('what is ordered', () => {
  it('trap 17: a clock set back a day changes no order of purchases, ledger, lots, timeline or audit', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const { store, ids, clerkId } = shop;
    const bought: Id<'purchase'>[] = [];
    const done: string[] = [];
    for (const [index, step] of [0, DAY_MS, -3 * DAY_MS, DAY_MS, -DAY_MS, 5 * DAY_MS].entries()) {
      shop.nowMs += step;
      bought.push(sell(shop, { member, products: [tea] }));
      const given = index % 2 === 0;
      const consent = { eventId: ids<'consent-event'>(), memberId: member, purpose: 'profiling', given } as const;
      must(setConsent(store, { ...consent, noticeVersion: '1' }, clerkId, shop.nowMs, ids));
      const reward = { redemptionId: ids<'redemption'>(), memberId: member, points: 1, reward: `reward ${index}` };
      must(redeemPoints(store, reward, clerkId, shop.nowMs, ids));
      done.push('purchase', 'consent', 'points');
    }
    const asked = { memberId: member, before: AFTER_ALL_STAMPS, limit: 100 };
    expect(purchasesOfMember.all(store.db, asked).map(({ purchaseId }) => purchaseId)).toEqual(bought.toReversed());
    const ledger = pointsLedgerPage(store, { memberId: member, before: null, limit: 100 });
    expect(ledger?.acts.map(({ afterPoints }) => afterPoints)).toEqual(
      bought.flatMap((_, index) => [9 * index + 10, 9 * index + 9]).toReversed(),
    );
    const lots = pointsOfMember(store, member, shop.nowMs)?.lots.map(({ lotId }) => lotId);
    expect(lots).toEqual(lots?.toSorted().toReversed());
    const pages = timelinePages(shop, member, 4);
    expect(pages.map(({ kind }) => kind)).toEqual(['enrolment', ...done].toReversed());
    const positions = auditPage.all(store.db, { action: '', staffId: null, limit: 99, offset: 0 });
    expect(positions.map(({ position }) => position)).toEqual(positions.map((_, at) => positions.length - at));
    expectLaws(store.db);
  });

  it('trap 17: a clock set back a day changes no order of facts, in the log, the ledger or the receipts', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const before = sell(shop, { member, products: [tea] });
    shop.nowMs -= DAY_MS;
    const after = sell(shop, { member, products: [tea] });
    shop.nowMs += DAY_MS / 2;
    const last = sell(shop, { member, products: [tea] });
    const numbers = [before, after, last].map((id) => receiptOf(shop.store, id)?.receiptNumber ?? '');
    expect(numbers.toSorted()).toEqual(numbers);
    const stamps = shop.store.db.raw.prepare('SELECT hlc FROM change_log ORDER BY seq').pluck().all() as string[];
    expect(stamps.toSorted()).toEqual(stamps);
    expect(new Set(stamps).size).toBe(stamps.length);
    expectLaws(shop.store.db);
  });
});
