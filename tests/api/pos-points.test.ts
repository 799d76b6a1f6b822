import { describe, expect, it } from 'vitest';
import { saveProduct } from '../../electron/features/products/save-product.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { must } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { aPosStore, connectTo, newApiKey } from './pos-store.ts';

const one = await aPosStore();
const two = await connectTo(one.host, newApiKey(one, 'Till 2').key);
const { shop, store } = one;
const LINES = [{ sku: 'TEA', quantityThousandths: 1000 }];
const tea = { sku: 'TEA', priceMinor: 1000 };
const productId = aProduct(shop, tea);

describe('points that pay', () => {
  it('trap 5: two clients that redeem the same points at once: one wins, the other is told', async () => {
    for (const points of [1000, 700]) {
      const memberId = aMember(shop, { points: 1000 });
      const rest = 1000 - points;
      const body = {
        memberId,
        lines: LINES,
        pointsToRedeem: points,
        tenders: rest > 0 ? [{ kind: 'cash', amountMinor: rest }] : [],
        expectedNetMinor: 1000,
      };
      const answers = await Promise.all([one, two, one, two].map((till) => till.ask('POST', '/purchases', { body })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
      const lost = answers.find(({ status }) => status === 409);
      expect(lost?.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      const left = 1000 - points + Math.floor(rest / 100);
      expect(lost?.body).toMatchObject({
        type: '/problems/insufficient-points',
        title: 'Not enough points',
        status: 409,
        detail: `The member has ${left} points available here. Nothing was redeemed; choose fewer.`.replace(
          /\b1 points/,
          '1 point',
        ),
        details: { availablePoints: left },
      });
      const { body: points_ } = await one.ask('GET', `/members/${memberId}/points`);
      expect(points_.balance).toMatchObject({ availablePoints: left, balancePoints: left });
    }
    expectLaws(store.db);
  });

  it('trap 6: what was quoted is what is deducted, or nothing is', async () => {
    const memberId = aMember(shop, { points: 500 });
    const basket = { memberId, lines: LINES, pointsToRedeem: 300 };
    const { body: quote } = await one.ask('POST', '/quotes', { body: basket });
    const sale = {
      ...basket,
      tenders: [{ kind: 'wechat-pay', amountMinor: quote.toPayMinor }],
      expectedNetMinor: quote.netMinor,
    };
    const sold = await one.ask('POST', '/purchases', { body: sale });
    expect(sold.body).toMatchObject({
      netMinor: quote.netMinor,
      pointsRedeemed: 300,
      pointsEarned: quote.pointsToEarn,
      balanceAfter: 500 - 300 + quote.pointsToEarn,
    });

    must(
      saveProduct(
        store,
        {
          ...tea,
          priceMinor: 1100,
          productId,
          name: 'Tea',
          category: null,
          unit: 'piece',
          taxRateBp: 0,
          barcode: null,
          status: 'active',
        },
        shop.nowMs,
        shop.ids,
      ),
    );
    const before = traceOf(store.db);
    expect(await one.ask('POST', '/purchases', { body: { ...sale, pointsToRedeem: 200 } })).toMatchObject({
      status: 409,
      body: { reason: 'price-changed', details: { netMinor: 1100 } },
    });
    expect(traceOf(store.db)).toEqual(before);
  });
});
