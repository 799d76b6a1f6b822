import { describe, expect, it } from 'vitest';
import { activeStaff } from '../../db/staff/staff.queries.ts';
import { colleagues, saveStaff } from '../../electron/features/staff/save-staff.ts';
import { aServedStore, ask, CLERK_PIN, MANAGER_PIN, seat } from '../api/served-store.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import type { Shop } from '../fixtures/shop.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

type Command = Parameters<typeof saveStaff>[1];
const save = (shop: Shop, command: Command) => saveStaff(shop.store, command, shop.managerId, shop.nowMs, shop.ids);
const manager = ({ managerId: staffId }: Shop): Command => ({
  staffId,
  name: '陈经理',
  role: 'manager',
  active: true,
  pinHash: null,
});

describe('staff', () => {
  it('the last manager can neither leave nor become a clerk, and nothing changes', () => {
    const shop = aStore();
    const before = traceOf(shop.store.db);
    expect(reasonOf(save(shop, { ...manager(shop), active: false }))).toBe('last-manager');
    expect(reasonOf(save(shop, { ...manager(shop), role: 'clerk' }))).toBe('last-manager');
    expect(traceOf(shop.store.db)).toEqual(before);

    const second = { ...manager(shop), staffId: shop.ids<'staff'>(), name: '周经理', pinHash: 'a hash' };
    expect(reasonOf(save(shop, { ...second, pinHash: null }))).toBe('pin-needed');
    expect(must(save(shop, second))).toMatchObject({ role: 'manager', active: true, hasPin: true });
    expect(reasonOf(save(shop, { ...manager(shop), active: false }))).toBe('done');
    expect(activeStaff.all(shop.store.db, {}).map(({ name }) => name)).toEqual(['林小雨', '周经理']);
    expect(reasonOf(save(shop, { ...second, active: false }))).toBe('last-manager');
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('asked again, writes nothing', () => {
    const shop = aStore();
    const fresh = {
      ...manager(shop),
      staffId: shop.ids<'staff'>(),
      name: '新人',
      role: 'clerk' as const,
      pinHash: 'x',
    };
    const first = must(save(shop, fresh));
    const after = traceOf(shop.store.db);
    expect(must(save(shop, fresh))).toEqual(first);
    expect(traceOf(shop.store.db)).toEqual(after);
    expect(colleagues(shop.store)).toHaveLength(3);
  });

  it('whoever left is signed out at every window at once, and cannot come back', async () => {
    const served = await aServedStore();
    const { shop, host } = served;
    const say = (window: string, path: string, input: unknown) => ask(host, window, { path, type: 'mutation' }, input);
    seat(served, 'office', 'manager');
    seat(served, 'till', 'clerk');
    const clerk = { staffId: shop.clerkId, name: '林小雨', role: 'clerk' };
    expect(await say('office', 'staff.save', { ...clerk, active: false })).toMatchObject({ ok: true });
    expect(host.client('till').staff).toBeNull();
    const claim = { staffId: shop.clerkId, pin: CLERK_PIN };
    expect(await say('till', 'staff.signIn', claim)).toMatchObject({ refusal: 'staff-unknown' });

    expect(await say('office', 'staff.save', { ...clerk, active: true })).toMatchObject({ ok: true });
    expect(await say('office', 'staff.setPin', { staffId: shop.clerkId, pin: '1234' })).toMatchObject({
      refusal: 'pin-too-simple',
    });
    expect(await say('office', 'staff.setPin', { staffId: shop.clerkId, pin: '9264' })).toMatchObject({ ok: true });
    expect(await say('till', 'staff.signIn', claim)).toMatchObject({ refusal: 'wrong-pin' });
    expect(await say('till', 'staff.signIn', { ...claim, pin: '9264' })).toMatchObject({ ok: true });
  });

  it('what a manager lent ends when the manager leaves', async () => {
    const served = await aServedStore();
    const { shop, host } = served;
    const say = (window: string, path: string, input: unknown) => ask(host, window, { path, type: 'mutation' }, input);
    seat(served, 'office', 'manager');
    seat(served, 'till', 'clerk');
    await say('office', 'staff.save', {
      staffId: shop.ids(),
      name: '周经理',
      role: 'manager',
      active: true,
      pin: '3691',
    });
    await say('till', 'staff.approve', { staffId: shop.managerId, pin: MANAGER_PIN, right: 'points.adjust' });
    expect(host.client('till').approvals.size).toBe(1);
    await say('office', 'staff.save', { staffId: shop.managerId, name: '陈经理', role: 'manager', active: false });
    expect(host.client('till').approvals.size).toBe(0);
  });
});
