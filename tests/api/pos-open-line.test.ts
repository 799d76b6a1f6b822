import { describe, expect, it } from 'vitest';
import { auditPage } from '../../db/staff/audit.queries.ts';
import { changePosApiSetting } from '../../electron/features/api-keys/pos-api-setting.ts';
import { aMember } from '../fixtures/a-member.ts';
import { anOpenItem, aProduct } from '../fixtures/a-product.ts';
import { must } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { saleCommand, tryCommand } from '../fixtures/sell.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { expectReplay } from '../laws/expect-replay.ts';
import { aPosStore, type PosStore } from './pos-store.ts';

const allow = ({ store, shop, host }: PosStore, openLines: boolean) =>
  changePosApiSetting(store, { enabled: true, openLines }, shop.managerId, host.clock(), host.ids);
const pens = { open: anOpenItem(), quantityThousandths: 2000 };
const sale = (facts: object = {}) => ({
  lines: [pens],
  tenders: [{ kind: 'cash', amountMinor: 2468 }],
  expectedNetMinor: 2468,
  ...facts,
});

describe('goods that are not in the catalogue', () => {
  it('are read and taken back through the API like any', async () => {
    const { ask, shop } = await aPosStore();
    const command = saleCommand(shop, { lines: [pens] });
    must(tryCommand(shop, command, shop.managerId));
    const { status, body } = await ask('GET', `/purchases/${command.purchaseId}`);
    expect(status).toBe(200);
    expect(body.lines).toMatchObject([{ productId: null, sku: '', barcode: '4006381333931', name: '荧光笔' }]);
    const back = await ask('POST', `/purchases/${command.purchaseId}/returns`, {
      body: {
        lines: [{ lineNo: 1, quantityThousandths: 1000 }],
        refunds: [{ kind: 'cash', amountMinor: 1234 }],
      },
    });
    expect(back.status).toBe(201);
    expect(back.body.lines).toMatchObject([{ productId: null, barcode: '4006381333931', netMinor: -1234 }]);
  });

  it('are refused until a manager allows them, and after it is taken back', async () => {
    const pos = await aPosStore();
    const before = traceOf(pos.store.db);
    for (const [path, body] of [
      ['/quotes', { lines: [pens] }],
      ['/purchases', sale()],
    ] as const)
      expect(await pos.ask('POST', path, { body })).toMatchObject({
        status: 403,
        body: { reason: 'open-lines-off', details: { lineNo: 1 } },
      });
    expect(traceOf(pos.store.db)).toEqual(before);
    allow(pos, true);
    const idempotencyKey = 'the-pens-of-the-morning';
    const sold = await pos.ask('POST', '/purchases', { body: sale(), idempotencyKey });
    expect(sold.status).toBe(201);
    allow(pos, false);
    // What was sold meanwhile is answered as it was.
    const again = await pos.ask('POST', '/purchases', { body: sale(), idempotencyKey });
    expect(again).toMatchObject({ status: 201, body: sold.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await pos.ask('POST', '/purchases', { body: sale() })).body.reason).toBe('open-lines-off');
  });

  it('are quoted and sold as at the till, beside goods of the catalogue, to a member, and come back', async () => {
    const pos = await aPosStore();
    allow(pos, true);
    const { shop, store, ask } = pos;
    const member = aMember(shop);
    const tea = aProduct(shop, { barcode: '6901234567892' });
    const lines = [
      { open: { name: '手工饼干', unitPriceMinor: 3000, taxRateBp: 600 }, quantityThousandths: 1500 },
      { barcode: '6901234567892', quantityThousandths: 1000 },
    ];
    const quoted = await ask('POST', '/quotes', { body: { memberId: member, lines } });
    expect(quoted.body).toMatchObject({
      netMinor: 5500,
      pointsToEarn: 55,
      lines: [
        { productId: null, name: '手工饼干', barcode: null, netMinor: 4500, taxRateBp: 600, taxMinor: 255 },
        { productId: tea, netMinor: 1000 },
      ],
    });
    const body = { memberId: member, lines, tenders: [{ kind: 'cash', amountMinor: 6000 }], expectedNetMinor: 5500 };
    const sold = await ask('POST', '/purchases', { body });
    expect(sold.body).toMatchObject({ netMinor: 5500, pointsEarned: 55, apiKeyName: 'Till 1', staffName: null });
    const log = auditPage.all(store.db, { action: 'open-line', staffId: null, limit: 9, offset: 0 });
    expect(log).toMatchObject([{ staffName: null, apiKeyName: 'Till 1', fields: ['unitPriceMinor'] }]);
    const back = await ask('POST', `/purchases/${sold.body.purchaseId}/returns`, {
      body: { lines: [{ lineNo: 1, quantityThousandths: 1500 }], refunds: [{ kind: 'cash', amountMinor: 4500 }] },
    });
    expect(back.body).toMatchObject({ netMinor: -4500, pointsEarned: -45, balanceAfter: 10 });
    expectLaws(store.db);
    expectReplay(store.db);
  });

  it('are known by their number again, and refused as other goods under it', async () => {
    const pos = await aPosStore();
    allow(pos, true);
    const ask = (open: object) =>
      pos.ask('POST', '/purchases', {
        body: sale({ receiptNumber: 'POS-1', lines: [{ ...pens, open: { ...pens.open, ...open } }] }),
      });
    const first = await ask({});
    expect((await ask({})).body).toEqual(first.body);
    for (const other of [{ name: '钢笔' }, { barcode: null }, { taxRateBp: 600 }])
      expect((await ask(other)).body.reason).toBe('receipt-number-in-use');
  });

  it('are refused at the door where they are named twice, cost nothing, or say what nobody knows', async () => {
    const pos = await aPosStore();
    allow(pos, true);
    const before = traceOf(pos.store.db);
    for (const line of [
      { ...pens, barcode: '6901234567892' },
      { ...pens, open: anOpenItem({ unitPriceMinor: 0 }) },
      { ...pens, open: anOpenItem({ unitPriceMinor: -1 }) },
      { ...pens, open: anOpenItem({ taxRateBp: 10_001 }) },
      { ...pens, open: anOpenItem({ name: ' ' }) },
      { ...pens, open: { ...anOpenItem(), costMinor: 1 } },
      { ...pens, quantityThousandths: 0 },
    ])
      expect((await pos.ask('POST', '/purchases', { body: sale({ lines: [line] }) })).body.reason).toBe(
        'invalid-request',
      );
    expect(traceOf(pos.store.db)).toEqual(before);
  });
});
