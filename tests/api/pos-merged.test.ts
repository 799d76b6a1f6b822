import { expect, it } from 'vitest';
import { aProduct } from '../fixtures/a-product.ts';
import { merge, part } from '../fixtures/merge.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { aPosStore } from './pos-store.ts';

it('a till that kept an id which was merged goes on with it, and is told which member it stands for', async () => {
  const pos = await aPosStore();
  aProduct(pos.shop, { sku: 'TEA', priceMinor: 2000 });
  const enrol = async (phone: string): Promise<string> =>
    (await pos.ask('POST', '/members', { body: { name: '王小明', phone, despiteDuplicates: true } })).body.memberId;
  const [kept, old] = [await enrol('13812345678'), await enrol('13987654321')];
  const mergeId = merge(pos.shop, kept as never, old as never);

  expect(await pos.ask('GET', `/members/${old}`)).toMatchObject({
    status: 200,
    body: { memberId: kept, redirectedFrom: old, phoneMasked: '138****5678' },
  });
  expect(await pos.ask('GET', `/members/${kept}`)).toMatchObject({ body: { memberId: kept, redirectedFrom: null } });
  expect(await pos.ask('GET', '/members?q=4321')).toMatchObject({ body: { matches: [{ memberId: kept }] } });

  const sale = {
    idempotencyKey: 'a-sale-by-the-old-id',
    body: {
      memberId: old,
      lines: [{ sku: 'TEA', quantityThousandths: 1000 }],
      tenders: [{ kind: 'cash', amountMinor: 2000 }],
      expectedNetMinor: 2000,
    },
  };
  const sold = await pos.ask('POST', '/purchases', sale);
  expect(sold).toMatchObject({ status: 201, body: { pointsEarned: 20, member: { memberId: kept } } });
  expect(await pos.ask('GET', `/members/${kept}`)).toMatchObject({ body: { availablePoints: 20 } });

  part(pos.shop, mergeId);
  expect((await pos.ask('POST', '/purchases', sale)).body.purchaseId).toBe(sold.body.purchaseId);
  expect(await pos.ask('GET', `/members/${old}`)).toMatchObject({
    body: { availablePoints: 20, redirectedFrom: null },
  });
  expect(await pos.ask('GET', `/members/${kept}`)).toMatchObject({ body: { availablePoints: 0 } });
  expectLaws(pos.store.db);
});
