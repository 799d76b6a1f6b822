import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditActions } from '../../db/staff/audit.queries.ts';
import { batchView, beginBatch, resumeBatch, stopBatch } from '../../electron/features/coupons/issue-batch.ts';
import { couponKindRows, viewCouponKind } from '../../electron/features/coupons/kind-view.ts';
import { couponRows, memberCoupons } from '../../electron/features/coupons/list-coupons.ts';
import { recallCoupons, undoRecall } from '../../electron/features/coupons/recall-coupons.ts';
import { GUESSES_A_MINUTE, watchGuesses } from '../../electron/features/coupons/watch-guesses.ts';
import { removeCouponKind, saveCouponKind, setCouponKindState } from '../../electron/features/coupons/write-kind.ts';
import { quoteBasket } from '../../electron/features/purchases/quote-basket.ts';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import type { Quote, Receipt } from '../../shared/contract/purchases.contract.ts';
import { newCouponCode, spacedCode } from '../../shared/coupons/coupon-code.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { ALL_GOODS } from '../../shared/promotions/goods.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { anotherClient } from '../fixtures/another-client.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { LIVES } from '../fixtures/lives.ts';
import { merge } from '../fixtures/merge.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { couponTerms, issue, putCoupon, putCouponKind, tryIssuing, writingIn } from '../fixtures/put-coupon.ts';
import { putOffer } from '../fixtures/put-offer.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS, openShop, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryVoiding } from '../fixtures/take-back.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

const run = promisify(execFile);
const SELLING = path.join(import.meta.dirname, 'couponing-process.ts');

/** A well-formed code that is nobody's, told from others by a number below 22. */
const aCode = (no: number): string => newCouponCode((count) => new Uint8Array(count).fill(no));
const pieces = (productId: Id<'product'>, count = 1) => ({ productId, quantityThousandths: count * 1000 });
const back = (lineNo: number, count: number) => ({ lineNo, quantityThousandths: count * 1000 });
const quoteOf = (shop: Shop, basket: Partial<Parameters<typeof quoteBasket>[1]>): Quote =>
  must(quoteBasket(shop.store, { memberId: null, lines: [], pointsToRedeem: 0, ...basket }, shop.nowMs));
/** Why the first of these codes is not taken, or 'used' or 'spare'. */
const said = (shop: Shop, basket: Partial<Parameters<typeof quoteBasket>[1]>): string | undefined => {
  const [first] = quoteOf(shop, basket).coupons;
  return first && (first.refusal?.reason ?? (first.offerId ? 'used' : 'spare'));
};
const kindOf = (shop: Shop, kindId: Id<'coupon-kind'>) => must(viewCouponKind(shop.store, kindId, shop.nowMs));
const figures = (shop: Shop, kindId: Id<'coupon-kind'>) => {
  const { issued, open, used, expired, takenBack, costMinor } = kindOf(shop, kindId);
  return { issued, open, used, expired, takenBack, costMinor };
};
const receipt = (shop: Shop, purchaseId: Id<'purchase'>): Receipt => receiptOf(shop.store, purchaseId) as Receipt;
const made = (one: Partial<ReturnType<typeof figures>>) => ({
  issued: 0,
  open: 0,
  used: 0,
  expired: 0,
  takenBack: 0,
  costMinor: 0,
  ...one,
});
const expectAll = (shop: Shop) => {
  expectLaws(shop.store.db);
  expectReplay(shop.store.db);
};

const putGift = (shop: Shop, terms: Parameters<typeof putCoupon>[1] = {}, count = 1) => {
  const kindId = putCoupon(shop, terms);
  putOffer(shop, {
    name: '满 30 送券',
    action: { kind: 'coupon', couponKindId: kindId, count, worthMinor: 0 },
    conditions: [{ kind: 'spend', goods: ALL_GOODS, atLeastMinor: 3000 }],
  });
  return kindId;
};
const asked = (shop: Shop) => ({
  store: shop.store,
  staff: { staffId: shop.managerId } as Parameters<typeof beginBatch>[0]['staff'],
  clock: () => shop.nowMs,
  ids: shop.ids,
  host: {
    changes: { publish: () => {} },
    writesStopped: () => null,
    log: { bug: (_: string, error: unknown) => Promise.reject(error) },
  } as unknown as Parameters<typeof beginBatch>[0]['host'],
});
const stateOf = ({ store }: Shop, batchId: Id<'coupon-batch'>) => must(batchView(store, batchId));
const ended = async (shop: Shop, batchId: Id<'coupon-batch'>): Promise<void> => {
  await expect.poll(() => stateOf(shop, batchId).state, { timeout: 20_000, interval: 5 }).not.toBe('running');
};
const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];
const watch = (one: Shop, codes: string[]) => watchGuesses(one.store, codes, one.clerkId, one.nowMs, one.ids);

describe('a coupon at the till', () => {
  it('is used up by the offer that asks for it, and never again', () => {
    const shop = aStore();
    const coat = aProduct(shop, { priceMinor: 5000 });
    const kindId = putCoupon(shop);
    const code = issue(shop, kindId);
    const lines = [pieces(coat)];
    expect(quoteOf(shop, { lines }).offers[0]).toMatchObject({
      applied: false,
      reason: 'coupon-needed',
      details: { coupon: '十元券' },
    });
    const quote = quoteOf(shop, { lines, coupons: [spacedCode(code).toLowerCase()] });
    expect(quote).toMatchObject({ netMinor: 4000, coupons: [{ code, name: '十元券', refusal: null }] });
    const sale = sell(shop, { lines, coupons: [code] });
    expect(receipt(shop, sale).coupons.used).toMatchObject([{ code, name: '十元券', uses: 1, amountMinor: 1000 }]);
    expect(quoteOf(shop, { lines, coupons: [code] }).coupons[0]?.refusal).toMatchObject({
      reason: 'coupon-used',
      details: { receiptNumber: receipt(shop, sale).receiptNumber, storeName: '解放路店', date: '2026-03-15' },
    });
    expect(figures(shop, kindId)).toEqual(made({ issued: 1, used: 1, costMinor: 1000 }));
    expectAll(shop);
  });

  it('stays open where no offer needs it, and one purchase takes one of a kind', () => {
    const shop = aStore();
    const [coat, tea] = [aProduct(shop, { priceMinor: 5000 }), aProduct(shop)];
    const kindId = putCoupon(shop, {}, { conditions: [{ kind: 'spend', goods: ALL_GOODS, atLeastMinor: 4000 }] });
    const [one, two] = [issue(shop, kindId), issue(shop, kindId)];
    const small = sell(shop, { products: [tea], coupons: [one] });
    expect(receipt(shop, small)).toMatchObject({ netMinor: 1000, coupons: { used: [] } });
    const large = sell(shop, { products: [coat], coupons: [one, two, one] });
    expect(receipt(shop, large).coupons.used.map(({ code }) => code)).toEqual([one]);
    expect(said(shop, { lines: [pieces(coat)], coupons: [two] })).toBe('used');
    expectAll(shop);
  });

  it('serves the better of two offers that ask for its kind, also where one has a group of its own', () => {
    const shop = aStore();
    const coat = aProduct(shop, { priceMinor: 5000 });
    const kindId = putCoupon(shop);
    const better = putOffer(shop, {
      name: '凭券七折',
      group: '券',
      action: { kind: 'percent', goods: ALL_GOODS, percent: 30 },
      conditions: [{ kind: 'coupon', couponKindId: kindId }],
    });
    const code = issue(shop, kindId);
    const quote = quoteOf(shop, { lines: [pieces(coat)], coupons: [code] });
    expect(quote).toMatchObject({ discountMinor: 1500, coupons: [{ offerId: better }] });
    expect(quote.offers.map((one) => (one.applied ? 'applied' : one.reason)).toSorted()).toEqual([
      'applied',
      'better-in-group',
    ]);
    sell(shop, { products: [coat], coupons: [code, issue(shop, kindId)] });
    expect(figures(shop, kindId)).toMatchObject({ used: 1, open: 1, costMinor: 1500 });
  });

  it('is given back with the last piece or by a void, and stays used while a piece is kept', () => {
    const shop = aStore();
    const coat = aProduct(shop, { priceMinor: 5000 });
    const kindId = putCoupon(shop);
    const code = issue(shop, kindId);
    const sale = sell(shop, { lines: [pieces(coat, 2)], coupons: [code] });
    takeBack(shop, sale, [back(1, 1)]);
    expect(said(shop, { lines: [pieces(coat)], coupons: [code] })).toBe('coupon-used');
    const last = takeBack(shop, sale, [back(1, 1)]);
    expect(receipt(shop, last).coupons.used).toMatchObject([{ code, uses: -1, amountMinor: -1000 }]);
    expect(figures(shop, kindId)).toEqual(made({ issued: 1, open: 1 }));
    const again = sell(shop, { products: [coat], coupons: [code] });
    must(tryVoiding(shop, again));
    expect(figures(shop, kindId)).toEqual(made({ issued: 1, open: 1 }));
    sell(shop, { products: [coat], coupons: [code] });
    expectAll(shop);
  });

  it('is asked for again under the same id when an answer was lost, and refused where others are presented', () => {
    const shop = aStore();
    const coat = aProduct(shop, { priceMinor: 5000 });
    const kindId = putCoupon(shop);
    const code = issue(shop, kindId);
    const command = saleCommand(shop, { products: [coat], coupons: [code] });
    must(tryCommand(shop, command));
    expect(tryCommand(shop, command)).toMatchObject({ ok: true });
    expect(reasonOf(tryCommand(shop, { ...command, coupons: [] }))).toBe('purchase-id-reused');
    expect(figures(shop, kindId)).toMatchObject({ used: 1 });
  });

  it('that two tills present at once is taken by one, and the other is told', () => {
    const one = aStore();
    const coat = aProduct(one, { priceMinor: 5000 });
    const code = issue(one, putCoupon(one));
    const two = anotherClient(one);
    const [here, there] = [one, two].map((shop) => saleCommand(shop, { products: [coat], coupons: [code] }));
    must(tryCommand(one, here as NonNullable<typeof here>));
    expect(reasonOf(tryCommand(two, there as NonNullable<typeof there>))).toBe('coupon-used');
    expectLaws(one.store.db);
  });

  it('two processes at full speed use each coupon once', async () => {
    const shop = aStore();
    const coat = aProduct(shop, { priceMinor: 5000 });
    const kindId = putCoupon(shop, { limits: { budgetMinor: 17_500 } });
    const codes = Array.from({ length: 30 }, () => issue(shop, kindId));
    const { file } = shop;
    shop.store.db.close();
    const outputs = await Promise.all([1, 2].map(() => run(process.execPath, [SELLING, file, coat, ...codes])));
    const used = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
    // The budget pays 17 whole ones and half of the next: then it is used up to the last fen.
    expect(used).toHaveLength(18);
    expect(new Set(used).size).toBe(18);
    const after = openShop(file);
    expect(figures(after, kindId)).toMatchObject({ issued: 30, used: 18, open: 12, costMinor: 17_500 });
    expectAll(after);
    after.store.db.close();
  });
});

describe('a coupon is refused with a reason of its own', () => {
  it('unknown, mistyped, not begun, expired, stopped, taken back', () => {
    const shop = aStore();
    const lines = [pieces(aProduct(shop, { priceMinor: 5000 }))];
    const why = (code: string) => said(shop, { lines, coupons: [code] });
    expect(why(aCode(12))).toBe('coupon-unknown');
    const kindId = putCoupon(shop, { validity: { kind: 'dates', from: '2026-03-16', through: '2026-03-17' } });
    const code = issue(shop, kindId);
    expect(why(code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'))).toBe('coupon-mistyped');
    expect(why(code)).toBe('coupon-not-begun');
    shop.nowMs += 2 * DAY_MS;
    expect(why(code)).toBe('used');
    must(setCouponKindState(writingIn(shop), { kindId, basedOn: 2, state: 'stopped' }));
    expect(why(code)).toBe('coupon-stopped');
    must(setCouponKindState(writingIn(shop), { kindId, basedOn: 3, state: 'live' }));
    const recallId = shop.ids<'coupon-recall'>();
    must(recallCoupons(writingIn(shop), { recallId, codes: [code], reason: '发错了' }));
    expect(why(code)).toBe('coupon-taken-back');
    must(undoRecall(writingIn(shop), { recallId, undoId: shop.ids<'coupon-recall'>() }));
    expect(why(code)).toBe('used');
    // The last day is whole: its small hours after midnight belong to it, too.
    shop.nowMs = Date.UTC(2026, 2, 17, 19, 59);
    expect(why(code)).toBe('used');
    shop.nowMs += 60_000;
    expect(why(code)).toBe('coupon-expired');
    expect(figures(shop, kindId)).toEqual(made({ issued: 1, expired: 1 }));
    expectAll(shop);
  });

  it('of another member, of no member, of a member who had enough; merged accounts are one person', () => {
    const shop = aStore();
    const [one, two, coat] = [aMember(shop), aMember(shop), aProduct(shop, { priceMinor: 5000 })];
    const lines = [pieces(coat)];
    const kindId = putCoupon(shop, { usableBy: 'member', limits: { perMember: 2 } });
    const codes = [issue(shop, kindId, one), issue(shop, kindId, one)];
    expect(reasonOf(tryIssuing(shop, kindId, one))).toBe('coupon-member-has-enough');
    expect(reasonOf(tryIssuing(shop, kindId, null))).toBe('coupon-needs-member');
    const why = (memberId: Id<'member'> | null, code = codes[0] as string) =>
      said(shop, { memberId, lines, coupons: [code] });
    expect([why(null), why(two), why(one)]).toEqual(['coupon-no-member', 'coupon-of-another-member', 'used']);
    sell(shop, { member: one, products: [coat], coupons: [codes[0] as string] });
    merge(shop, two, one);
    expect(why(two, codes[1])).toBe('used');
    sell(shop, { member: two, products: [coat], coupons: [codes[1] as string] });
    expect(must(memberCoupons(shop.store, two, shop.nowMs)).map(({ condition }) => condition)).toEqual([
      'used',
      'used',
    ]);
    expect(reasonOf(tryIssuing(shop, kindId, two))).toBe('coupon-member-has-enough');
    expectAll(shop);
  });

  it('that one member may use so often is used no oftener, whoever’s coupon it is', () => {
    const shop = aStore();
    const [member, coat] = [aMember(shop), aProduct(shop, { priceMinor: 5000 })];
    const kindId = putCoupon(shop, { limits: { perMember: 1 } });
    const codes = [issue(shop, kindId), issue(shop, kindId)];
    expect(said(shop, { lines: [pieces(coat)], coupons: codes })).toBe('coupon-no-member');
    const sale = sell(shop, { member, products: [coat], coupons: [codes[0] as string] });
    const why = () => said(shop, { memberId: member, lines: [pieces(coat)], coupons: [codes[1] as string] });
    expect(why()).toBe('coupon-member-limit');
    must(tryVoiding(shop, sale));
    expect(why()).toBe('used');
  });

  it('held by another store, with its name', () => {
    const shop = aStore();
    const code = issue(shop, putCoupon(shop));
    const { raw } = shop.store.db;
    const storeId = shop.ids<'store'>();
    raw
      .prepare(
        "INSERT INTO store (id, owner, version, kind, code, name, currency, zone, cutover_minutes) SELECT ?, 'chain', 1, kind, 'S02', '中山路店', currency, zone, cutover_minutes FROM store LIMIT 1",
      )
      .run(Buffer.from(storeId.replaceAll('-', ''), 'hex'));
    raw.exec("UPDATE coupon SET holder_pk = (SELECT store_pk FROM store WHERE code = 'S02')");
    expect(quoteOf(shop, { coupons: [code] }).coupons[0]?.refusal).toMatchObject({
      reason: 'coupon-held-elsewhere',
      details: { storeName: '中山路店' },
    });
  });

  it('with its budget used up: the last one gives what is left, and the next is refused', () => {
    const shop = aStore();
    const coat = aProduct(shop, { priceMinor: 5000 });
    const kindId = putCoupon(shop, { limits: { budgetMinor: 1500 } });
    const codes = [1, 2, 3].map(() => issue(shop, kindId));
    const discounts = codes
      .slice(0, 2)
      .map((code) => receipt(shop, sell(shop, { products: [coat], coupons: [code] })).discountMinor);
    expect(discounts).toEqual([1000, 500]);
    expect(said(shop, { lines: [pieces(coat)], coupons: [codes[2] as string] })).toBe('coupon-budget-used-up');
    expectAll(shop);
  });

  it('a sale with a refused coupon is not made', () => {
    const shop = aStore();
    const tea = aProduct(shop);
    const command = saleCommand(shop, { products: [tea] });
    const code = issue(shop, putCoupon(shop, { usableBy: 'anybody', limits: { perMember: 1 } }));
    expect(reasonOf(tryCommand(shop, { ...command, coupons: [code] }))).toBe('coupon-no-member');
    expect(reasonOf(tryCommand(shop, { ...command, coupons: ['XYZ'] }))).toBe('coupon-mistyped');
    expect(tryCommand(shop, command)).toMatchObject({ ok: true });
  });
});

describe('guessing', () => {
  it('ends after five unknown codes within a minute, also after a restart, and the log says so without a code', () => {
    const shop = aStore();
    const code = issue(shop, putCoupon(shop));
    const wrong = Array.from({ length: GUESSES_A_MINUTE }, (_, no) => aCode(no));
    for (const each of wrong.slice(0, -1)) {
      expect(watch(shop, [each])).toBeNull();
      // The same again is asked with every quote; what cannot be a code is a slip of the finger.
      expect(watch(shop, [each, 'XYZ', `${each}0`])).toBeNull();
      shop.nowMs += 1000;
    }
    expect(watch(shop, [code])).toBeNull();
    expect(watch(shop, [wrong.at(-1) as string])).toMatchObject({ reason: 'coupon-wait', details: { seconds: 56 } });
    expect(watch(shop, [code])).toMatchObject({ reason: 'coupon-wait' });
    const again = anotherClient(shop);
    expect(watch(again, [code])).toMatchObject({ reason: 'coupon-wait' });
    again.nowMs = shop.nowMs + 56_000;
    expect(watch(again, [code])).toBeNull();
    const { raw } = shop.store.db;
    expect(auditActions.all(shop.store.db, {}).map(({ action }) => action)).toContain('coupon-guessing');
    const kept = JSON.stringify(
      raw.prepare("SELECT CAST(body AS TEXT) AS body FROM change_log WHERE kind = 'audit-entry'").all(),
    );
    for (const each of wrong) expect(kept).not.toContain(each);
  });
});

describe('coupons for the next visit', () => {
  it('are issued by the sale, to its member, and can be used from then on', () => {
    const shop = aStore();
    const [member, coat] = [aMember(shop), aProduct(shop, { priceMinor: 5000 })];
    const kindId = putGift(shop, { usableBy: 'member' }, 2);
    expect(
      quoteOf(shop, { lines: [pieces(coat)] }).offers.find((one) => !one.applied && one.reason === 'no-member'),
    ).toBeDefined();
    const sale = sell(shop, { member, products: [coat] });
    const { given } = receipt(shop, sale).coupons;
    expect(given).toMatchObject([
      { name: '十元券', fromDate: '2026-03-15', throughDate: '2026-03-25' },
      { name: '十元券', fromDate: '2026-03-15', throughDate: '2026-03-25' },
    ]);
    sell(shop, { member, products: [coat], coupons: [given[0]?.code as string] });
    expect(figures(shop, kindId)).toMatchObject({ issued: 4, used: 1 });
    expectAll(shop);
  });

  it('are taken back when what they were given for comes back; used ones are named', () => {
    const shop = aStore();
    const coat = aProduct(shop, { priceMinor: 2000 });
    const kindId = putGift(shop, {}, 2);
    const sale = sell(shop, { lines: [pieces(coat, 3)] });
    const [one, two] = receipt(shop, sale).coupons.given.map(({ code }) => code) as [string, string];
    takeBack(shop, sale, [back(1, 1)]);
    expect(figures(shop, kindId)).toMatchObject({ open: 2, takenBack: 0 });
    sell(shop, { lines: [pieces(coat)], coupons: [one] });
    const broken = takeBack(shop, sale, [back(1, 1)]);
    expect(receipt(shop, broken).coupons.takenBack).toEqual([
      { code: one, tooLate: true },
      { code: two, tooLate: false },
    ]);
    expect(said(shop, { lines: [pieces(coat)], coupons: [two] })).toBe('coupon-taken-back');
    const another = sell(shop, { lines: [pieces(coat, 2)] });
    must(tryVoiding(shop, another));
    expect(figures(shop, kindId)).toMatchObject({ issued: 4, used: 1, takenBack: 3, open: 0 });
    expectAll(shop);
  });

  it('end exactly at the limit of pieces, by sales, by hand and in bulk alike', () => {
    const shop = aStore();
    const coat = aProduct(shop, { priceMinor: 5000 });
    const kindId = putGift(shop, { limits: { issued: 3 } }, 2);
    const first = sell(shop, { products: [coat] });
    expect(receipt(shop, first).coupons.given).toHaveLength(2);
    const second = sell(shop, { products: [coat] });
    expect(receipt(shop, second).coupons.given).toHaveLength(0);
    issue(shop, kindId);
    expect(reasonOf(tryIssuing(shop, kindId))).toBe('coupons-all-issued');
    takeBack(shop, first, [back(1, 1)]);
    issue(shop, kindId);
    expect(figures(shop, kindId)).toMatchObject({ issued: 4, takenBack: 2, open: 2 });
    expectAll(shop);
  });
});

describe('kinds and their coupons', () => {
  it('are written in versions; coupons keep their dates, receipts their names', () => {
    const shop = aStore();
    const coat = aProduct(shop, { priceMinor: 5000 });
    const kindId = putCoupon(shop);
    const sale = sell(shop, { products: [coat], coupons: [issue(shop, kindId)] });
    const code = issue(shop, kindId);
    const writing = writingIn(shop);
    const renamed = couponTerms({ name: '改名', validity: { kind: 'days', days: 1 } });
    must(saveCouponKind(writing, { kindId, basedOn: 2, terms: renamed }));
    must(saveCouponKind(writing, { kindId, basedOn: 2, terms: renamed }));
    expect(reasonOf(saveCouponKind(writing, { kindId, basedOn: 2, terms: couponTerms() }))).toBe('coupon-kind-changed');
    const backwards = couponTerms({ validity: { kind: 'dates', from: '2026-03-02', through: '2026-03-01' } });
    expect(reasonOf(saveCouponKind(writing, { kindId, basedOn: 3, terms: backwards }))).toBe('coupon-dates-backwards');
    shop.nowMs += 5 * DAY_MS;
    expect(said(shop, { lines: [pieces(coat)], coupons: [code] })).toBe('used');
    expect(receipt(shop, sale).coupons.used[0]?.name).toBe('十元券');
    expect(reasonOf(removeCouponKind(writing, { kindId }))).toBe('coupon-kind-no-draft');
    const draftId = shop.ids<'coupon-kind'>();
    must(saveCouponKind(writing, { kindId: draftId, basedOn: 0, terms: couponTerms() }));
    must(removeCouponKind(writing, { kindId: draftId }));
    must(removeCouponKind(writing, { kindId: draftId }));
    expect(reasonOf(saveCouponKind(writing, { kindId: draftId, basedOn: 0, terms: couponTerms() }))).toBe(
      'coupon-kind-changed',
    );
    expect(couponKindRows(shop.store, shop.nowMs)).toHaveLength(1);
    expectAll(shop);
  });

  it('one coupon is issued once under its id, and a recall is done once and undone once', () => {
    const shop = aStore();
    const [one, two] = [aMember(shop), aMember(shop)];
    const kindId = putCouponKind(shop);
    const issueId = shop.ids<'coupon-issue'>();
    const first = must(tryIssuing(shop, kindId, one, issueId));
    expect(must(tryIssuing(shop, kindId, one, issueId))).toEqual(first);
    expect(reasonOf(tryIssuing(shop, kindId, two, issueId))).toBe('coupon-issue-reused');
    const recallId = shop.ids<'coupon-recall'>();
    const recall = { recallId, codes: [first.code], reason: '发错' };
    must(recallCoupons(writingIn(shop), recall));
    must(recallCoupons(writingIn(shop), recall));
    expect(reasonOf(recallCoupons(writingIn(shop), { ...recall, reason: '别的' }))).toBe('coupon-recall-reused');
    expect(reasonOf(recallCoupons(writingIn(shop), { ...recall, recallId: shop.ids<'coupon-recall'>() }))).toBe(
      'coupon-not-open',
    );
    const undo = { recallId, undoId: shop.ids<'coupon-recall'>() };
    must(undoRecall(writingIn(shop), undo));
    must(undoRecall(writingIn(shop), undo));
    expect(figures(shop, kindId)).toEqual(made({ issued: 1, open: 1 }));
    expectAll(shop);
  });

  it('an erasure leaves every figure as it was, and nobody’s name', () => {
    const shop = aStore();
    const [member, coat] = [aMember(shop, { name: '王小明' }), aProduct(shop, { priceMinor: 5000 })];
    const kindId = putCoupon(shop, { usableBy: 'member' });
    const codes = [issue(shop, kindId, member), issue(shop, kindId, member)];
    sell(shop, { member, products: [coat], coupons: [codes[0] as string] });
    const before = figures(shop, kindId);
    eraseMember(shop, member);
    expect(figures(shop, kindId)).toEqual(before);
    const { rows } = couponRows(shop.store, { kindId, condition: null, offset: 0, limit: 10 }, shop.nowMs);
    expect(rows.map(({ memberName }) => memberName)).toEqual([null, null]);
    expectLaws(shop.store.db);
    // What is gone of the member itself is no business of a coupon's.
    expectReplay(shop.store.db, ['member', 'member_summary', 'consent_event', 'member_card']);
  });
});

describe('many coupons', () => {
  it('are issued in chunks, can be stopped and gone on with, and are all different', async () => {
    const shop = aStore();
    const kindId = putCouponKind(shop, { limits: { issued: 5000 } });
    const batchId = shop.ids<'coupon-batch'>();
    const command = { batchId, kindId, count: 5000 };
    must(beginBatch(asked(shop), command));
    expect(reasonOf(beginBatch(asked(shop), { ...command, count: 4000 }))).toBe('coupon-batch-reused');
    expect(reasonOf(beginBatch(asked(shop), { ...command, batchId: shop.ids<'coupon-batch'>() }))).toBe(
      'coupon-batch-running',
    );
    await expect.poll(() => stateOf(shop, batchId).issued, { interval: 1 }).toBeGreaterThan(0);
    must(stopBatch(shop.store, batchId));
    await ended(shop, batchId);
    const { issued, state } = stateOf(shop, batchId);
    expect(state).toBe('stopped');
    expect(issued).toBeLessThan(5000);
    expect(figures(shop, kindId).issued).toBe(issued);
    must(resumeBatch(asked(shop), batchId));
    await ended(shop, batchId);
    expect(stateOf(shop, batchId)).toMatchObject({ state: 'done', issued: 5000 });
    must(beginBatch(asked(shop), command));
    expect(figures(shop, kindId)).toEqual(made({ issued: 5000, open: 5000 }));
    const { rows, total } = couponRows(
      shop.store,
      { kindId, condition: 'open', offset: 4900, limit: 1000 },
      shop.nowMs,
    );
    expect([rows.length, total]).toEqual([100, 5000]);
    expect(reasonOf(beginBatch(asked(shop), { ...command, batchId: shop.ids<'coupon-batch'>(), count: 1 }))).toBe(
      'coupons-too-many',
    );
    expectAll(shop);
  });

  it('are for whoever shows a code, so not of a kind for members', () => {
    const shop = aStore();
    const kindId = putCouponKind(shop, { usableBy: 'member' });
    const begun = beginBatch(asked(shop), { batchId: shop.ids<'coupon-batch'>(), kindId, count: 10 });
    expect(reasonOf(begun)).toBe('coupon-needs-member');
  });
});

describe('whatever happens with coupons', () => {
  it('sums hold, budgets end at the limit, a replay gives the same tables', () => {
    const nat = fc.nat(1000);
    fc.assert(
      fc.property(
        fc.record({
          issued: fc.option(fc.integer({ min: 1, max: 6 })),
          perMember: fc.option(fc.integer({ min: 1, max: 3 })),
          budgetMinor: fc.option(fc.integer({ min: 1, max: 4000 })),
        }),
        fc.constantFrom('anybody', 'member'),
        fc.array(
          fc.tuple(
            fc.constantFrom('issue', 'sell', 'sell', 'sell', 'return', 'void', 'recall', 'undo', 'wait', 'merge'),
            nat,
            nat,
          ),
          { minLength: 8, maxLength: 25, size: 'max' },
        ),
        (limits, usableBy, acts) => {
          const shop = aStore();
          const [coat, ...members] = [aProduct(shop, { priceMinor: 2500 }), aMember(shop), aMember(shop)];
          const kindId = putCoupon(shop, { usableBy, limits, validity: { kind: 'days', days: 3 } });
          putOffer(shop, {
            name: '满 50 送券',
            action: { kind: 'coupon', couponKindId: kindId, count: 1, worthMinor: 0 },
            conditions: [{ kind: 'spend', goods: ALL_GOODS, atLeastMinor: 4000 }],
          });
          const sales: Id<'purchase'>[] = [];
          const recalls: Id<'coupon-recall'>[] = [];
          for (const [act, one, two] of acts) {
            const member = one % 4 === 0 ? null : (pick(members, one) as Id<'member'>);
            const { rows } = couponRows(shop.store, { kindId, condition: null, offset: 0, limit: 100 }, shop.nowMs);
            const codes = [pick(rows, two), pick(rows, one)].flatMap((row) => (row ? [row.code] : []));
            if (act === 'issue') tryIssuing(shop, kindId, member);
            if (act === 'sell') {
              const lines = [pieces(coat as Id<'product'>, 1 + (two % 2))];
              const command = saleCommand(shop, { member, lines, coupons: codes });
              if (tryCommand(shop, command).ok) sales.push(command.purchaseId);
            }
            const sale = pick(sales, one);
            if (act === 'return' && sale) {
              try {
                takeBack(shop, sale, [back(1, 1)]);
              } catch {
                // All of it is back already, or it was voided.
              }
            }
            if (act === 'void' && sales.length > 0) tryVoiding(shop, sales.at(-1) as Id<'purchase'>);
            const recallId = shop.ids<'coupon-recall'>();
            if (
              act === 'recall' &&
              codes[0] &&
              recallCoupons(writingIn(shop), { recallId, codes: [codes[0]], reason: 'x' }).ok
            )
              recalls.push(recallId);
            const undone = pick(recalls, one);
            if (act === 'undo' && undone) undoRecall(writingIn(shop), { recallId: undone, undoId: recallId });
            if (act === 'wait') shop.nowMs += DAY_MS;
            if (act === 'merge' && one % 3 === 0 && members.length === 2)
              merge(shop, members[0] as Id<'member'>, members.splice(1)[0] as Id<'member'>);
            const { issued, open, used, expired, takenBack } = figures(shop, kindId);
            expect(issued).toBe(open + used + expired + takenBack);
            expect(open).toBeGreaterThanOrEqual(0);
          }
          expectAll(shop);
          shop.store.db.close();
        },
      ),
      { numRuns: LIVES },
    );
  });
});
