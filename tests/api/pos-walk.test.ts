import { expect, it } from 'vitest';
import { aProduct } from '../fixtures/a-product.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { aPosStore } from './pos-store.ts';

it('a till enrols, finds, quotes, sells, redeems, takes back and voids', async () => {
  const pos = await aPosStore();
  const heard: string[] = [];
  pos.host.changes.listen((topics) => heard.push(...topics));
  const tea = aProduct(pos.shop, { sku: 'TEA', barcode: '6901234567892', priceMinor: 2000 });
  aProduct(pos.shop, { sku: 'NUTS', unit: 'kg', priceMinor: 6000, barcode: null });

  const enrolled = await pos.ask('POST', '/members', { body: { name: '王小明', phone: '13812345678' } });
  expect(enrolled.status).toBe(201);
  expect(enrolled.body).toMatchObject({ name: '王小明', phoneMasked: '138****5678', availablePoints: 0 });
  const { memberId } = enrolled.body;
  expect(enrolled.headers.get('location')).toBe(`/api/v1/members/${memberId}`);
  expect(heard).toContain(`member:${memberId}`);

  const found = await pos.ask('GET', '/members?q=5678');
  expect(found).toMatchObject({ status: 200, body: { by: 'last-4', matches: [{ memberId }] } });

  const lines = [
    { barcode: '6901234567892', quantityThousandths: 2000 },
    { sku: 'NUTS', quantityThousandths: 500 },
    { productId: tea, quantityThousandths: 1000 },
  ];
  const quote = await pos.ask('POST', '/quotes', { body: { memberId, lines } });
  expect(quote).toMatchObject({ status: 200, body: { netMinor: 9000, toPayMinor: 9000, pointsToEarn: 90 } });

  const sale = { memberId, lines, tenders: [{ kind: 'cash', amountMinor: 10_000 }], expectedNetMinor: 9000 };
  const sold = await pos.ask('POST', '/purchases', { body: { ...sale, receiptNumber: 'POS-1' } });
  expect(sold).toMatchObject({
    status: 201,
    body: {
      receiptNumber: 'POS-1',
      netMinor: 9000,
      pointsEarned: 90,
      tenders: [{ kind: 'cash', amountMinor: 9000, changeMinor: 1000 }],
    },
  });
  expect(await pos.ask('GET', sold.headers.get('location')?.replace('/api/v1', '') ?? '')).toMatchObject({
    status: 200,
    body: sold.body,
  });

  const back = await pos.ask('POST', `/purchases/${sold.body.purchaseId}/returns`, {
    body: { lines: [{ lineNo: 1, quantityThousandths: 1000 }], refunds: [{ kind: 'cash', amountMinor: 2000 }] },
  });
  expect(back).toMatchObject({
    status: 201,
    body: { entryKind: 'return', netMinor: -2000, pointsEarned: -20, originalReceiptNumber: 'POS-1' },
  });

  const own = await pos.ask('POST', '/purchases', {
    body: {
      memberId,
      lines: [{ sku: 'TEA', quantityThousandths: 50_000 }],
      tenders: [{ kind: 'alipay', amountMinor: 100_000 }],
      expectedNetMinor: 100_000,
    },
  });
  expect(own.body.receiptNumber).toBe('S01-T1-000002');
  const redeemed = await pos.ask('POST', '/purchases', {
    body: {
      memberId,
      lines: [{ sku: 'TEA', quantityThousandths: 1000 }],
      pointsToRedeem: 1000,
      tenders: [{ kind: 'bank-card', amountMinor: 1000 }],
      expectedNetMinor: 2000,
    },
  });
  expect(redeemed).toMatchObject({ status: 201, body: { pointsRedeemed: 1000, pointsEarned: 10, balanceAfter: 80 } });

  const voided = await pos.ask('POST', `/purchases/${redeemed.body.purchaseId}/void`);
  expect(voided).toMatchObject({ status: 201, body: { entryKind: 'void', pointsRedeemed: -1000 } });
  expect(await pos.ask('GET', `/purchases/${redeemed.body.purchaseId}`)).toMatchObject({ body: { state: 'voided' } });

  const points = await pos.ask('GET', `/members/${memberId}/points`);
  expect(points.body.balance).toEqual({
    availablePoints: 1070,
    withheldPoints: 0,
    withheldBecause: null,
    pendingPoints: 0,
    debtPoints: 0,
    balancePoints: 1070,
  });
  expect(points.body.lots.length).toBeGreaterThan(0);
  expect(points.body.ledger.acts.map(({ kind }: { kind: string }) => kind)).toContain('unredeem');
  expect(await pos.ask('GET', `/members/${memberId}`)).toMatchObject({ body: { availablePoints: 1070 } });
  expectLaws(pos.store.db);
});
