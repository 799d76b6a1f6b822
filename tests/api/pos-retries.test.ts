import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { saveProduct } from '../../electron/features/products/save-product.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { must } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { aPosStore, closed, connectTo, openPosHost } from './pos-store.ts';

const pos = await aPosStore();
aProduct(pos.shop, { sku: 'TEA', barcode: '6901234567892' });
const member = aMember(pos.shop, { phone: '13812345678' });
const trace = () => traceOf(pos.store.db);
const sale = (more: object = {}) => ({
  memberId: member,
  lines: [{ barcode: '6901234567892', quantityThousandths: 3000 }],
  tenders: [{ kind: 'cash', amountMinor: 3000 }],
  expectedNetMinor: 3000,
  ...more,
});
const balance = async () => (await pos.ask('GET', `/members/${member}/points`)).body.balance.balancePoints;

describe('a retry', () => {
  it('trap 4: under the same key is answered as the first time, with other content refused, and earns once', async () => {
    const idempotencyKey = randomUUID();
    const before = await balance();
    const first = await pos.ask('POST', '/purchases', { body: sale(), idempotencyKey });
    expect(first.status).toBe(201);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    const after = trace();
    const again = await pos.ask('POST', '/purchases', { body: sale(), idempotencyKey });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    for (const body of [
      sale({ tenders: [{ kind: 'alipay', amountMinor: 3000 }] }),
      sale({ memberId: null }),
      sale({ lines: [{ sku: 'TEA', quantityThousandths: 2000 }], expectedNetMinor: 2000 }),
      sale({ receiptNumber: 'POS-77' }),
    ])
      expect(await pos.ask('POST', '/purchases', { body, idempotencyKey })).toMatchObject({
        status: 422,
        body: { type: '/problems/idempotency-key-reused', reason: 'idempotency-key-reused' },
      });
    expect(trace()).toEqual(after);
    expect(await balance()).toBe(before + 30);
  });

  it('trap 4: under a new key, of the same receipt of the till, does not earn twice', async () => {
    const body = sale({ receiptNumber: 'POS-20260315-0001' });
    const before = await balance();
    const first = await pos.ask('POST', '/purchases', { body });
    const after = trace();
    const again = await pos.ask('POST', '/purchases', { body });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(
      await pos.ask('POST', '/purchases', {
        body: { ...body, lines: [{ sku: 'TEA', quantityThousandths: 1000 }], expectedNetMinor: 1000 },
      }),
    ).toMatchObject({ status: 409, body: { reason: 'receipt-number-in-use' } });
    expect(trace()).toEqual(after);
    expect(await balance()).toBe(before + 30);
  });

  it('trap 4: under a new key, of the same return of the till, takes nothing back twice', async () => {
    const sold = await pos.ask('POST', '/purchases', { body: sale() });
    const before = await balance();
    const returns = `/purchases/${sold.body.purchaseId}/returns`;
    const piece = { lines: [{ lineNo: 1, quantityThousandths: 1000 }], refunds: [{ kind: 'cash', amountMinor: 1000 }] };
    const body = { ...piece, receiptNumber: 'POS-R1' };
    const first = await pos.ask('POST', returns, { body });
    expect(first).toMatchObject({ status: 201, body: { entryKind: 'return', receiptNumber: 'POS-R1' } });
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    const after = trace();
    const again = await pos.ask('POST', returns, { body });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const used = { status: 409, body: { reason: 'receipt-number-in-use' } };
    const two = {
      lines: [{ lineNo: 1, quantityThousandths: 2000 }],
      refunds: [{ kind: 'cash', amountMinor: 2000 }],
    };
    // Other goods under the number, the number of a sale for a return and of a return for a sale.
    expect(await pos.ask('POST', returns, { body: { ...two, receiptNumber: 'POS-R1' } })).toMatchObject(used);
    await pos.ask('POST', '/purchases', { body: sale({ memberId: null, receiptNumber: 'POS-S1' }) });
    expect(await pos.ask('POST', returns, { body: { ...piece, receiptNumber: 'POS-S1' } })).toMatchObject(used);
    expect(await pos.ask('POST', '/purchases', { body: sale({ receiptNumber: 'POS-R1' }) })).toMatchObject(used);
    expect(await pos.ask('POST', returns, { body: { ...piece, receiptNumber: 'S01-T1-000777' } })).toMatchObject({
      status: 422,
      body: { reason: 'receipt-number-reserved' },
    });
    expect(await balance()).toBe(before - 10);
    expect(trace()).not.toEqual(after);

    // Another piece under another number, and under one key no second number.
    const idempotencyKey = randomUUID();
    const next = await pos.ask('POST', returns, { body: { ...piece, receiptNumber: 'POS-R2' }, idempotencyKey });
    expect(next).toMatchObject({ status: 201, body: { receiptNumber: 'POS-R2' } });
    expect(
      await pos.ask('POST', returns, { body: { ...piece, receiptNumber: 'POS-R3' }, idempotencyKey }),
    ).toMatchObject({ status: 422, body: { reason: 'idempotency-key-reused' } });
    expect(await balance()).toBe(before - 20);
    expectLaws(pos.store.db);
  });

  it('trap 4: of many at once makes one sale', async () => {
    const before = await balance();
    const same = { body: sale(), idempotencyKey: randomUUID() };
    const receipt = sale({ receiptNumber: 'POS-20260315-0002' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => [
        pos.ask('POST', '/purchases', same),
        pos.ask('POST', '/purchases', { body: receipt }),
      ]).flat(),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.purchaseId)).size).toBe(2);
    expect(await balance()).toBe(before + 60);
  });

  it('is known after a restart of the program', async () => {
    const dataFolder = tempFolder();
    const first = await aPosStore(dataFolder);
    aProduct(first.shop, { sku: 'TEA' });
    const requests = [
      ['/members', { body: { name: '张伟' }, idempotencyKey: randomUUID() }],
      [
        '/purchases',
        {
          body: sale({ memberId: null, lines: [{ sku: 'TEA', quantityThousandths: 3000 }] }),
          idempotencyKey: randomUUID(),
        },
      ],
    ] as const;
    const answers = [];
    for (const [path, request] of requests) answers.push(await first.ask('POST', path, request));
    const { apiKey } = first;
    await closed(first.host);
    await expect(first.ask('GET', '/members?q=a')).rejects.toThrow('fetch failed');

    const second = await connectTo(openPosHost(dataFolder), apiKey);
    const before = traceOf(second.store.db);
    for (const [index, [path, request]] of requests.entries()) {
      const again = await second.ask('POST', path, request);
      expect(again).toMatchObject({ status: 201, body: answers[index]?.body });
      expect(again.headers.get('idempotent-replayed')).toBe('true');
    }
    expect(traceOf(second.store.db)).toEqual(before);
  });

  it('finds its sale, though the barcode has moved to another product and the price has changed', async () => {
    const coffee = aProduct(pos.shop, { sku: 'COFFEE', barcode: '4006381333931' });
    const request = {
      body: sale({ lines: [{ barcode: '4006381333931', quantityThousandths: 3000 }], receiptNumber: 'POS-9' }),
      idempotencyKey: randomUUID(),
    };
    const first = await pos.ask('POST', '/purchases', request);
    const facts = {
      name: 'Coffee',
      category: null,
      unit: 'piece',
      priceMinor: 1200,
      taxRateBp: 0,
      status: 'active',
    } as const;
    const save = (product: object) =>
      must(
        saveProduct(
          pos.store,
          { ...facts, ...product } as Parameters<typeof saveProduct>[1],
          pos.shop.nowMs,
          pos.shop.ids,
        ),
      );
    save({ productId: coffee, sku: 'COFFEE-OLD', barcode: null });
    save({ productId: pos.shop.ids(), sku: 'COFFEE', barcode: '4006381333931' });
    expect(await pos.ask('POST', '/purchases', request)).toMatchObject({ status: 201, body: first.body });
    expect(await pos.ask('POST', '/purchases', { body: request.body })).toMatchObject({
      status: 201,
      body: first.body,
    });
  });

  it('of an enrolment, a return and a void is done once', async () => {
    const enrolment = { body: { name: '李雷', phone: '13900001111' }, idempotencyKey: randomUUID() };
    const enrolled = await pos.ask('POST', '/members', enrolment);
    expect((await pos.ask('POST', '/members', enrolment)).body).toEqual(enrolled.body);
    expect(await pos.ask('POST', '/members', { ...enrolment, body: { name: '李雷' } })).toMatchObject({
      body: { reason: 'idempotency-key-reused' },
    });

    const sold = await pos.ask('POST', '/purchases', { body: sale() });
    const returns = `/purchases/${sold.body.purchaseId}/returns`;
    const taken = { lines: [{ lineNo: 1, quantityThousandths: 1000 }], refunds: [{ kind: 'cash', amountMinor: 1000 }] };
    const request = { body: taken, idempotencyKey: randomUUID() };
    const back = await pos.ask('POST', returns, request);
    expect((await pos.ask('POST', returns, request)).body).toEqual(back.body);
    expect(
      await pos.ask('POST', returns, {
        ...request,
        body: { ...taken, refunds: [{ kind: 'alipay', amountMinor: 1000 }] },
      }),
    ).toMatchObject({ status: 422, body: { reason: 'idempotency-key-reused' } });

    const last = await pos.ask('POST', '/purchases', { body: sale() });
    const idempotencyKey = randomUUID();
    const voiding = `/purchases/${last.body.purchaseId}/void`;
    const voided = await pos.ask('POST', voiding, { idempotencyKey });
    expect((await pos.ask('POST', voiding, { idempotencyKey, body: {} })).body).toEqual(voided.body);
    expect(await pos.ask('POST', voiding)).toMatchObject({ status: 409, body: { reason: 'already-voided' } });
    // The key of one act is no key for another.
    expect(await pos.ask('POST', returns, { ...request, idempotencyKey })).toMatchObject({
      body: { reason: 'idempotency-key-reused' },
    });
  });
});

describe('a receipt number', () => {
  it("of the form that the till counts in is refused, and the till's own have no gap", async () => {
    const refused = await pos.ask('POST', '/purchases', { body: sale({ receiptNumber: 'S01-T1-000999' }) });
    expect(refused).toMatchObject({ status: 422, body: { reason: 'receipt-number-reserved' } });
    expect((await pos.ask('POST', '/purchases', { body: sale({ receiptNumber: 'POS-X' }) })).status).toBe(201);
    expectLaws(pos.store.db);
  });

  it('of a sale that was voided is used up', async () => {
    const body = sale({ receiptNumber: 'POS-V' });
    const sold = await pos.ask('POST', '/purchases', { body });
    await pos.ask('POST', `/purchases/${sold.body.purchaseId}/void`);
    expect(await pos.ask('POST', '/purchases', { body })).toMatchObject({
      body: { purchaseId: sold.body.purchaseId, state: 'voided' },
    });
  });
});
