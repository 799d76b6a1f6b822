import { beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../db/changes/act.ts';
import { MAX_BASKET_MINOR } from '../../shared/purchases/price.ts';
import { openingLot } from '../fixtures/a-lot.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS } from '../fixtures/shop.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { type Answer, aServedStore, ask, PROCEDURES, type Served, seat } from './served-store.ts';

let served: Served;
beforeAll(async () => {
  served = await aServedStore();
  seat(served, 'till', 'manager');
});

async function asking(path: string, input: unknown): Promise<Answer> {
  const asked = PROCEDURES.find((one) => one.path === path);
  if (!asked) throw new Error(`nothing serves ${path}`);
  const answer = await ask(served.host, 'till', asked, input);
  if (!answer.ok && answer.code === 'INTERNAL_SERVER_ERROR') throw new Error(path, { cause: answer.cause });
  return answer;
}

describe('the dearest customer', () => {
  it('is still shown everywhere after a dozen of the dearest baskets', async () => {
    const { shop } = served;
    const palace = aProduct(shop, { name: '宫殿', priceMinor: MAX_BASKET_MINOR });
    const memberId = aMember(shop, { name: '首富', phone: '13812345678' });
    const purchases = Array.from({ length: 12 }, () => sell(shop, { member: memberId, products: [palace] }));
    const basket = { memberId, lines: [{ productId: palace, quantityThousandths: 1000 }], pointsToRedeem: 0 };
    for (const [path, input] of [
      ['members.card', { memberId }],
      ['members.profile', { memberId }],
      ['members.find', { q: '13812345678' }],
      ['members.list', {}],
      ['points.ofMember', { memberId }],
      ['purchases.ofMember', { memberId }],
      ['purchases.receipt', { purchaseId: purchases[0] }],
      ['purchases.quote', basket],
    ] as const)
      expect(await asking(path, input)).toMatchObject({ ok: true });
    expectLaws(served.store.db);
  });
});

describe('the most faithful customer', () => {
  it('with a lot for each of 900 visits redeems what one act can take, and then the rest', async () => {
    const { shop } = served;
    const tea = aProduct(shop, { priceMinor: 100_000 });
    const lots = Array.from({ length: 450 }, (_, day) => ({
      points: 100,
      expiresAtMs: shop.nowMs + (day + 1) * DAY_MS,
    }));
    const memberId = aMember(shop, { lots });
    perform(shop.store.db, shop.nowMs, ({ record }) => {
      for (const lot of lots) record('points-entry', openingLot(shop, memberId, lot));
    });
    const quote = await asking('purchases.quote', { memberId, lines: [{ productId: tea, quantityThousandths: 1000 }] });
    expect(quote).toMatchObject({ ok: true, data: { maxRedeemablePoints: 40_000 } });
    sell(shop, { member: memberId, products: [tea], redeem: 40_000 });
    const redeem = (points: number) =>
      asking('points.redeem', { redemptionId: shop.ids(), memberId, points, reward: 'a holiday' });
    expect(await redeem(50_000)).toMatchObject({ ok: false, refusal: 'insufficient-points' });
    expect(await redeem(40_000)).toMatchObject({ ok: true });
    expect(await redeem(10_000)).toMatchObject({ ok: true });
    expectLaws(served.store.db);
  });
});

describe('the longest receipt', () => {
  it('is sold, or refused as too large, but never fails', async () => {
    const { shop } = served;
    const wordy = aProduct(shop, { name: '长'.repeat(120), sku: 'S'.repeat(32), priceMinor: 1000 });
    const lots = Array.from({ length: 400 }, () => ({ points: 100 }));
    const memberId = aMember(shop, { lots });
    const selling = (count: number, reason: string, pointsToRedeem: number) => {
      const line = { productId: wordy, quantityThousandths: 1000, override: { unitPriceMinor: 1000, reason } };
      return asking('purchases.complete', {
        purchaseId: shop.ids(),
        memberId,
        lines: Array.from({ length: count }, () => line),
        pointsToRedeem,
        tenders: [{ kind: 'cash', amountMinor: 1000 * count }],
        expectedNetMinor: 1000 * count,
      });
    };
    expect(await selling(500, '价', 0)).toMatchObject({ ok: true });
    expect(await selling(500, '价'.repeat(80), 40_000)).toMatchObject({ ok: false, refusal: 'amount-too-large' });
    expectLaws(served.store.db);
  });
});

describe('words', () => {
  it.each(['\uD800', 'a\uDC00b', 'a\u0000b', 'a\nb', '\u007f'])('such as %j are refused', async (name) => {
    const enrol = { memberId: served.shop.ids(), name };
    expect(await asking('members.enrol', enrol)).toMatchObject({ ok: false, code: 'BAD_REQUEST' });
    expect(await asking('members.enrol', { ...enrol, name: 'ok', noticeVersion: name })).toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it.each(['%', '_', '%%', "'", '\\'])('%j is looked for as it stands, not as a pattern', async (q) => {
    aProduct(served.shop, { name: 'Plain tea' });
    expect(await asking('products.list', { q })).toMatchObject({ ok: true, data: { total: 0 } });
    expect(await asking('products.find', { q })).toMatchObject({ ok: true, data: [] });
    expect(await asking('members.list', { q })).toMatchObject({ ok: true, data: { total: 0 } });
  });
});

const saved = () => served.store.db.raw.prepare(`SELECT count(*) FROM change_log WHERE kind = 'product'`).pluck().get();
const barcodes = () =>
  served.store.db.raw.prepare('SELECT barcode FROM product_barcode ORDER BY position').pluck().all();

describe('a product', () => {
  it('saved again as it is changes nothing, and keeps the barcodes that the form does not show', async () => {
    const { shop } = served;
    const product = {
      productId: shop.ids<'product'>(),
      sku: 'TEA-1',
      name: '龙井',
      category: '茶',
      unit: 'piece',
      priceMinor: 8800,
      taxRateBp: 1300,
      barcode: '6901234567892',
      status: 'active',
    };
    await asking('products.save', product);
    const before = saved();
    expect(await asking('products.save', product)).toMatchObject({ ok: true });
    expect(saved()).toBe(before);
    served.store.db.raw
      .prepare('INSERT INTO product_barcode SELECT product_pk, 1, ? FROM product WHERE sku = ?')
      .run('6901234567900', 'TEA-1');
    await asking('products.save', { ...product, priceMinor: 9900 });
    expect(barcodes()).toEqual(['6901234567892', '6901234567900']);
  });
});
