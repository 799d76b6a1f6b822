import { beforeEach, describe, expect, it } from 'vitest';
import { aMember } from '../fixtures/a-member.ts';
import { traceOf } from '../fixtures/rows.ts';
import { aChange } from '../fixtures/standing.ts';
import { aServedStore, ask, seat } from './served-store.ts';

const served = await aServedStore();
const { shop, host } = served;
beforeEach(() => seat(served, 'window', 'manager'));

const change = (input: unknown) => ask(host, 'window', { path: 'members.changeStanding', type: 'mutation' }, input);
const standing = (memberId: string) => ask(host, 'window', { path: 'members.standing', type: 'query' }, { memberId });

describe('how a member stands', () => {
  it('is a manager’s to change, and a clerk’s to read', async () => {
    const memberId = aMember(shop, { points: 300 });
    seat(served, 'window', 'clerk');
    const before = traceOf(shop.store.db);
    expect(await change(aChange(shop, memberId))).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(traceOf(shop.store.db)).toEqual(before);
    expect(await standing(memberId)).toMatchObject({
      ok: true,
      data: { status: 'active', last: null, availablePoints: 300, leftPoints: 300, leftDebtPoints: 0, baskets: 0 },
    });
  });

  it('is changed once under an id, however often it is asked for', async () => {
    const memberId = aMember(shop, { points: 300 });
    const close = aChange(shop, memberId, { change: 'close', reason: 'moved-away', seenBalancePoints: 300 });
    const first = await change(close);
    expect(first).toEqual({ ok: true, data: { status: 'closed' } });
    const after = traceOf(shop.store.db);
    expect(await change(close)).toEqual(first);
    expect(await change({ ...close, rest: { points: 'keep', debt: 'write-off' } })).toMatchObject({
      refusal: 'standing-id-reused',
    });
    expect(traceOf(shop.store.db)).toEqual(after);
    expect(await standing(memberId)).toMatchObject({
      data: { status: 'closed', last: { change: 'close', reason: 'moved-away' }, leftPoints: 0 },
    });
  });

  it('takes the reasons of each change alone, and refuses in words what cannot be', async () => {
    const memberId = aMember(shop);
    const before = traceOf(shop.store.db);
    expect(await change({ ...aChange(shop, memberId), reason: 'moved-away' })).toMatchObject({ code: 'BAD_REQUEST' });
    expect(await change({ ...aChange(shop, memberId), change: 'close' })).toMatchObject({ code: 'BAD_REQUEST' });
    for (const [asked, refusal] of [
      [aChange(shop, memberId, { change: 'reopen' }), 'standing-differs'],
      [aChange(shop, memberId, { reason: 'other' }), 'note-needed'],
      [aChange(shop, memberId, { note: '13812345678' }), 'note-personal'],
      [aChange(shop, shop.ids<'member'>()), 'member-unknown'],
    ] as const)
      expect(await change(asked)).toMatchObject({ ok: false, refusal });
    expect(traceOf(shop.store.db)).toEqual(before);
  });
});
