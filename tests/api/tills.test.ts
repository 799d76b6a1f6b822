import { describe, expect, it } from 'vitest';
import type { StoreFacts } from '../../shared/contract/app.contract.ts';
import type { TillRow } from '../../shared/contract/tills.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { USUAL_SCANNER } from '../../shared/tills/scanner-terms.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { rowsOf, traceOf } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { shopOf } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectReplay } from '../laws/expect-replay.ts';
import { type Answer, aServedStore, ask, openHost, PROCEDURES, type Served, seat } from './served-store.ts';

const at = (served: Served) => {
  seat(served, 'office', 'manager');
  return (path: string, input?: unknown): Promise<Answer> => {
    const asked = PROCEDURES.find((each) => each.path === path);
    if (!asked) throw new Error(`no ${path}`);
    return ask(served.host, 'office', asked, input);
  };
};
const dataOf = <T>(answer: Answer): T => {
  if (!answer.ok) throw new Error(answer.message);
  return answer.data as T;
};
const listed = async (manager: ReturnType<typeof at>) => dataOf<TillRow[]>(await manager('tills.list'));
const here = ({ host }: Served): StoreFacts => {
  const store = host.openStore();
  if (!store) throw new Error('no store is open');
  return store.facts;
};
/** The shop at the till that the computer is now. */
const shopNow = ({ host }: Served) => {
  const store = host.openStore();
  if (!store) throw new Error('no store is open');
  return shopOf(store, Date.now());
};

describe('the tills of a store', () => {
  it('are one at first, with no receipt', async () => {
    const served = await aServedStore();
    const tills = await listed(at(served));
    expect(tills).toMatchObject([{ code: 'T1', name: '', lastReceiptNumber: null, isHere: true }]);
  });

  it('are added once, each with a code of its own, and renamed; the log replays', async () => {
    const served = await aServedStore();
    const manager = at(served);
    const till = { tillId: served.host.ids<'till'>(), code: 'T2', name: '二楼' };
    expect(await manager('tills.add', till)).toMatchObject({ ok: true });
    const after = traceOf(served.store.db);
    expect(await manager('tills.add', till)).toMatchObject({ ok: true });
    expect(traceOf(served.store.db)).toEqual(after);
    expect(await manager('tills.add', { ...till, name: '三楼' })).toMatchObject({ refusal: 'till-id-reused' });
    expect(await manager('tills.add', { ...till, tillId: served.host.ids() })).toMatchObject({
      refusal: 'till-code-in-use',
    });
    expect(await manager('tills.add', { ...till, tillId: served.host.ids(), code: 't 2' })).toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(traceOf(served.store.db)).toEqual(after);

    expect(await manager('tills.rename', { tillId: till.tillId, name: '二楼西' })).toMatchObject({ ok: true });
    const renamed = traceOf(served.store.db);
    expect(await manager('tills.rename', { tillId: till.tillId, name: '二楼西' })).toMatchObject({ ok: true });
    expect(traceOf(served.store.db)).toEqual(renamed);
    // A lost answer to the first question is still answered.
    expect(await manager('tills.add', till)).toMatchObject({ ok: true });
    expect(await manager('tills.rename', { tillId: served.host.ids(), name: 'x' })).toMatchObject({
      refusal: 'till-unknown',
    });
    expect((await listed(manager)).map(({ code, name, isHere }) => [code, name, isHere])).toEqual([
      ['T1', '', true],
      ['T2', '二楼西', false],
    ]);
    expectReplay(served.store.db);
  });
});

describe('this computer', () => {
  it('becomes another till, whose receipts are its own, and stays so after a restart', async () => {
    const folder = tempFolder();
    const served = await aServedStore(folder);
    const manager = at(served);
    const product = aProduct(served.shop);
    sell(shopNow(served), { products: [product] });
    const tillId = served.host.ids<'till'>();
    await manager('tills.add', { tillId, code: 'T2', name: '' });
    expect(await manager('tills.choose', { tillId })).toMatchObject({ ok: true });
    expect(here(served)).toMatchObject({ tillId, tillCode: 'T2' });
    sell(shopNow(served), { products: [product] });
    sell(shopNow(served), { products: [product] });
    const tills = await listed(manager);
    expect(tills.map(({ code, lastReceiptNumber, isHere }) => [code, lastReceiptNumber, isHere])).toEqual([
      ['T1', 'S01-T1-000001', false],
      ['T2', 'S01-T2-000002', true],
    ]);
    const newest = Math.max(...rowsOf(served.store.db, 'purchase').map((row) => Number(row.occurred_at_ms)));
    expect(tills[1]?.lastUsedAtMs).toBeGreaterThanOrEqual(newest);
    expect(await manager('tills.choose', { tillId: served.host.ids() })).toMatchObject({ refusal: 'till-unknown' });
    expectReplay(served.store.db);

    served.host.close();
    const again = openHost(folder);
    expect(again.openStore()?.facts.tillCode).toBe('T2');
    again.close();
  });

  it('takes the basket that is rung up along', async () => {
    const served = await aServedStore();
    const manager = at(served);
    const purchaseId = served.host.ids<'purchase'>();
    const lines = [{ productId: aProduct(served.shop), quantityThousandths: 2000 }];
    dataOf(await manager('purchases.keepDraft', { purchaseId, memberId: null, lines, pointsToRedeem: 0 }));
    const tillId = served.host.ids<'till'>();
    await manager('tills.add', { tillId, code: 'T2', name: '' });
    expect(await manager('tills.choose', { tillId })).toMatchObject({ ok: true });
    expect(await manager('purchases.draft')).toMatchObject({ ok: true, data: { purchaseId } });
    expect(dataOf<unknown[]>(await manager('purchases.held'))).toEqual([]);
  });

  it('stays the till at which a shift is open, until it is closed', async () => {
    const served = await aServedStore();
    const manager = at(served);
    const tillId = served.host.ids<'till'>();
    const shiftId = served.host.ids<'shift'>();
    await manager('tills.add', { tillId, code: 'T2', name: '' });
    dataOf(await manager('shifts.open', { shiftId, floatMinor: 0 }));
    expect(await manager('tills.choose', { tillId })).toMatchObject({ refusal: 'shift-still-open' });
    expect(here(served).tillCode).toBe('T1');
    dataOf(await manager('shifts.close', { shiftId, countedMinor: 0 }));
    expect(await manager('tills.choose', { tillId })).toMatchObject({ ok: true });
  });
});

describe('a till’s scanner', () => {
  it('is as from the factory until it is set, for that till alone', async () => {
    const served = await aServedStore();
    const manager = at(served);
    expect(await manager('tills.scanner')).toMatchObject({ data: USUAL_SCANNER });
    const terms = { gapMs: 60, prefix: '~', suffix: { kind: 'Tab' } };
    expect(await manager('tills.saveScanner', terms)).toMatchObject({ ok: true });
    expect(await manager('tills.scanner')).toMatchObject({ data: terms });
    for (const wrong of [{ gapMs: 9 }, { prefix: 'a b' }, { prefix: '码' }, { suffix: { kind: 'text', text: '' } }])
      expect(await manager('tills.saveScanner', { ...terms, ...wrong })).toMatchObject({ code: 'BAD_REQUEST' });

    const tillId = served.host.ids<'till'>();
    await manager('tills.add', { tillId, code: 'T2', name: '' });
    await manager('tills.choose', { tillId });
    expect(await manager('tills.scanner')).toMatchObject({ data: USUAL_SCANNER });
    const first = (await listed(manager)).find(({ code }) => code === 'T1')?.tillId as Id<'till'>;
    await manager('tills.choose', { tillId: first });
    expect(await manager('tills.scanner')).toMatchObject({ data: terms });
    expectReplay(served.store.db);
  });
});
