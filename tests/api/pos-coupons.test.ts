import { expect, it } from 'vitest';
import { newCouponCode, spacedCode } from '../../shared/coupons/coupon-code.ts';
import { ALL_GOODS } from '../../shared/promotions/goods.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { issue, putCoupon } from '../fixtures/put-coupon.ts';
import { putOffer } from '../fixtures/put-offer.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { expectReplay } from '../laws/expect-replay.ts';
import { aPosStore } from './pos-store.ts';

it('the till’s own software presents coupons, uses them once, prints new ones and gives both back', async () => {
  const { shop, ask } = await aPosStore();
  aProduct(shop, { sku: 'COAT', priceMinor: 5000 });
  const kindId = putCoupon(shop);
  putOffer(shop, {
    name: '买就送券',
    action: { kind: 'coupon', couponKindId: kindId, count: 1, worthMinor: 0 },
  });
  const code = issue(shop, kindId);
  const basket = { lines: [{ sku: 'COAT', quantityThousandths: 1000 }], coupons: [spacedCode(code)] };
  const quote = (await ask('POST', '/quotes', { body: basket })).body;
  expect(quote).toMatchObject({ netMinor: 4000, coupons: [{ code, name: '十元券', refusal: null }] });
  const sale = { ...basket, tenders: [{ kind: 'cash', amountMinor: 4000 }], expectedNetMinor: 4000 };
  const sold = await ask('POST', '/purchases', { body: sale });
  expect(sold).toMatchObject({
    status: 201,
    body: { coupons: { used: [{ code, uses: 1, amountMinor: 1000 }], given: [{ name: '十元券' }] } },
  });
  const used = await ask('POST', '/purchases', { body: sale });
  expect(used).toMatchObject({ status: 409, body: { reason: 'coupon-used', details: { storeName: '解放路店' } } });
  const refused = (await ask('POST', '/quotes', { body: basket })).body;
  expect(refused.coupons).toMatchObject([{ refusal: { reason: 'coupon-used' } }]);

  const returned = await ask('POST', `/purchases/${sold.body.purchaseId}/returns`, {
    body: { lines: [{ lineNo: 1, quantityThousandths: 1000 }], refunds: [{ kind: 'cash', amountMinor: 4000 }] },
  });
  expect(returned.body.coupons).toMatchObject({
    used: [{ code, uses: -1 }],
    takenBack: [{ code: sold.body.coupons.given[0].code, tooLate: false }],
  });
  expect((await ask('POST', '/quotes', { body: basket })).body).toMatchObject({ netMinor: 4000 });
  expectLaws(shop.store.db);
  expectReplay(shop.store.db);
});

it('five unknown codes in a row make the till wait, and no coupon is taken meanwhile', async () => {
  const { shop, ask } = await aPosStore();
  aProduct(shop, { sku: 'COAT', priceMinor: 5000 });
  const code = issue(shop, putCoupon(shop, {}, { action: { kind: 'percent', goods: ALL_GOODS, percent: 50 } }));
  const lines = [{ sku: 'COAT', quantityThousandths: 1000 }];
  for (let no = 0; no < 5; no += 1) {
    const wrong = newCouponCode((count) => new Uint8Array(count).fill(no));
    const body = { lines, coupons: [wrong], tenders: [{ kind: 'cash', amountMinor: 5000 }], expectedNetMinor: 5000 };
    const { status } = await ask('POST', '/purchases', { body });
    expect(status).toBe(no < 4 ? 422 : 429);
  }
  const { body } = await ask('POST', '/quotes', { body: { lines, coupons: [code] } });
  expect(body).toMatchObject({ netMinor: 5000, coupons: [{ name: null, refusal: { reason: 'coupon-wait' } }] });
});
