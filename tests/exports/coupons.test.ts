import { beforeEach, expect, it } from 'vitest';
import { auditInOrder } from '../../db/staff/audit.queries.ts';
import { aServedStore, ask, MANAGER_PIN, PROCEDURES, type Served, seat } from '../api/served-store.ts';
import { issue, putCouponKind } from '../fixtures/put-coupon.ts';

let served: Served;
beforeEach(async () => {
  served = await aServedStore();
  seat(served, 'window', 'manager');
});

const asking = (path: string, input: unknown, window = 'window') => {
  const asked = PROCEDURES.find((one) => one.path === path);
  if (!asked) throw new Error(`nothing serves ${path}`);
  return ask(served.host, window, asked, input);
};

it('the codes of a kind become a file for whoever may issue them, and the log says so without one', async () => {
  const { shop } = served;
  const kindId = putCouponKind(shop);
  const codes = [issue(shop, kindId), issue(shop, kindId)];
  const input = {
    kindId,
    condition: 'open',
    exportId: shop.ids<'export'>(),
    format: 'csv',
    sheet: '券码',
    columns: [
      { id: 'code', heading: '券码' },
      { id: 'condition', heading: '状态', words: { open: '未使用' } },
      { id: 'throughDate', heading: '最后有效日' },
    ],
  };
  seat(served, 'clerk', 'clerk');
  expect(await asking('exports.coupons', input, 'clerk')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  expect(await asking('exports.coupons', input)).toMatchObject({ ok: true, data: { total: 2 } });
  const part = await asking('exports.part', { exportId: input.exportId, index: 0 });
  const text = Buffer.from((part as unknown as { data: { base64: string } }).data.base64, 'base64').toString('utf8');
  for (const code of codes) expect(text).toMatch(new RegExp(`${code},未使用,\\d{4}-\\d{2}-\\d{2}`));
  const noted = JSON.stringify(auditInOrder.all(shop.store.db, {}));
  expect(noted).toContain('column:code');
  for (const code of codes) expect(noted).not.toContain(code);
});

it('of an empty list there is no file, and in bulk the PIN is asked for', async () => {
  const { shop } = served;
  const kindId = putCouponKind(shop);
  const input = {
    kindId,
    condition: null,
    exportId: shop.ids<'export'>(),
    format: 'csv',
    sheet: '券码',
    columns: [{ id: 'code', heading: '券码' }],
  };
  expect(await asking('exports.coupons', input)).toMatchObject({ refusal: 'nothing-to-export' });
  for (let made = 0; made < 1000; made += 1) issue(shop, kindId);
  expect(await asking('exports.coupons', input)).toMatchObject({ refusal: 'pin-again' });
  expect(await asking('exports.coupons', { ...input, pin: MANAGER_PIN })).toMatchObject({
    ok: true,
    data: { total: 1000 },
  });
});
