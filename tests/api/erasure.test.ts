import { beforeEach, describe, expect, it } from 'vitest';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { rowsOf, traceOf } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { replayed } from '../laws/expect-replay.ts';
import { aServedStore, ask, seat } from './served-store.ts';

const served = await aServedStore();
const { shop, host } = served;
beforeEach(() => seat(served, 'window', 'manager'));

const erase = (memberId: string, erasureId: string = shop.ids()) =>
  ask(host, 'window', { path: 'members.erase', type: 'mutation' }, { memberId, erasureId });

describe('erasing a member', () => {
  it('is a manager’s to do', async () => {
    const memberId = aMember(shop);
    seat(served, 'window', 'clerk');
    const before = traceOf(shop.store.db);
    expect(await erase(memberId)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(traceOf(shop.store.db)).toEqual(before);
  });

  it('happens once under an id, and leaves every sale and nothing that names the person', async () => {
    const memberId = aMember(shop, { name: '方静怡', phone: '13912345678' });
    sell(shop, { member: memberId, products: [aProduct(shop)] });
    const sales = rowsOf(shop.store.db, 'purchase');
    const erasureId = shop.ids();
    expect(await erase(memberId, erasureId)).toEqual({ ok: true, data: null });
    const after = traceOf(shop.store.db);
    expect(await erase(memberId, erasureId)).toEqual({ ok: true, data: null });
    expect(traceOf(shop.store.db)).toEqual(after);
    expect(rowsOf(shop.store.db, 'purchase')).toEqual(sales);
    const bodies = shop.store.db.raw.prepare('SELECT CAST(body AS TEXT) FROM change_log').pluck().all();
    expect(JSON.stringify([bodies, rowsOf(shop.store.db, 'member_identity')])).not.toMatch(/方静怡|13912345678/);
    const list = rowsOf(shop.store.db, 'member_erasure');
    expect(list).toHaveLength(1);
    expect(rowsOf(replayed(shop.store.db), 'member_erasure')).toEqual(list);
  });

  it('refuses in words who is unknown, who is gone, and an id that was another’s', async () => {
    const [first, second] = [aMember(shop), aMember(shop)];
    const erasureId = shop.ids();
    expect(await erase(shop.ids())).toMatchObject({ refusal: 'member-unknown' });
    await erase(first, erasureId);
    expect(await erase(first)).toMatchObject({ refusal: 'member-erased' });
    expect(await erase(second, erasureId)).toMatchObject({ refusal: 'erasure-id-reused' });
  });
});
