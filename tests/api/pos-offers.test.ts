import { expect, it } from 'vitest';
import { ALL_GOODS } from '../../shared/promotions/goods.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { must } from '../fixtures/outcome.ts';
import { putOffer, trySettingState } from '../fixtures/put-offer.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { expectReplay } from '../laws/expect-replay.ts';
import { aPosStore } from './pos-store.ts';

it('the till’s own software quotes under offers, sells at what it quoted and takes back by the same rules', async () => {
  const { shop, ask } = await aPosStore();
  const tea = aProduct(shop, { sku: 'TEA' });
  const offer = putOffer(shop, {
    name: '第二件半价',
    action: {
      kind: 'buy-x-get-y',
      goods: { ...ALL_GOODS, productIds: [tea] },
      buy: 1,
      get: 1,
      gets: null,
      percent: 50,
      mostTimes: null,
    },
  });
  const gold = putOffer(shop, { conditions: [{ kind: 'tier', tiers: ['gold'] }] });
  const basket = { lines: [{ sku: 'TEA', quantityThousandths: 2000 }] };

  const quote = (await ask('POST', '/quotes', { body: basket })).body;
  expect(quote).toMatchObject({ grossMinor: 2000, discountMinor: 500, netMinor: 1500, taxMinor: 173 });
  expect(quote.offers).toMatchObject([
    { offerId: offer, version: 2, name: '第二件半价', applied: true, amountMinor: 500, perLine: [500], times: 1 },
    { offerId: gold, applied: false, reason: 'no-member' },
  ]);

  const sale = {
    ...basket,
    tenders: [{ kind: 'cash', amountMinor: 1500 }],
    expectedNetMinor: quote.netMinor,
    expectedOffers: [{ offerId: offer, version: 2 }],
    expectedPoints: 0,
  };
  const idempotencyKey = '0d7a4c1e-5b0f-4b51-9a39-6f9d6a0c1f77';
  const sold = await ask('POST', '/purchases', { body: sale, idempotencyKey });
  expect(sold).toMatchObject({
    status: 201,
    body: { netMinor: 1500, offers: [{ name: '第二件半价', amountMinor: 500 }] },
  });

  must(trySettingState(shop, offer, 2, 'ended'));
  const again = await ask('POST', '/purchases', { body: sale, idempotencyKey });
  expect(again.body).toEqual(sold.body);
  const late = await ask('POST', '/purchases', { body: sale });
  expect(late).toMatchObject({ status: 409, body: { reason: 'price-changed', details: { netMinor: 2000 } } });
  const unlike = await ask('POST', '/purchases', {
    body: { ...sale, tenders: [{ kind: 'cash', amountMinor: 2000 }], expectedNetMinor: 2000 },
  });
  expect(unlike).toMatchObject({ status: 409, body: { reason: 'offers-changed' } });

  // One piece alone is not the second: 10.00 are kept, 5.00 come back.
  const returned = await ask('POST', `/purchases/${sold.body.purchaseId}/returns`, {
    body: { lines: [{ lineNo: 1, quantityThousandths: 1000 }], refunds: [{ kind: 'cash', amountMinor: 500 }] },
  });
  expect(returned).toMatchObject({ status: 201, body: { netMinor: -500, offers: [{ amountMinor: -500 }] } });
  expectLaws(shop.store.db);
  expectReplay(shop.store.db);
});
