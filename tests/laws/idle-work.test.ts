import { describe, expect, it } from 'vitest';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { pointsLedgerPage } from '../../electron/features/points/ledger-page.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import { makeIdleWork } from '../../electron/features/stores/idle-work.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { reasonOf } from '../fixtures/outcome.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS } from '../fixtures/shop.ts';
import { expectLaws } from './expect-laws.ts';

describe('when the till is idle', () => {
  it('a search answers with those who came last first', () => {
    const shop = aStore();
    const step = makeIdleWork(shop.store, () => shop.nowMs, shop.ids);
    const product = aProduct(shop);
    const [first, second] = [aMember(shop, { name: '张伟' }), aMember(shop, { name: '张伟' })];
    sell(shop, { member: second, products: [product] });
    shop.nowMs += 2 * DAY_MS;
    sell(shop, { member: first, products: [product] });
    step();
    const found = findMembers(shop.store, { q: '张伟', limit: 10 }, shop.nowMs);
    expect(found.matches.map((match) => match.memberId)).toEqual([first, second]);
    expectLaws(shop.store.db);
  });

  it('trap 7: points expire at midnight in the store’s zone, are unspendable one second after, and are booked once', () => {
    const shop = aStore();
    const midnight = Date.UTC(2026, 2, 16, 16);
    const member = aMember(shop, { lots: [{ points: 100, expiresAtMs: midnight }] });
    const step = makeIdleWork(shop.store, () => shop.nowMs, shop.ids);
    const product = aProduct(shop);
    const command = saleCommand(shop, { member, products: [product], redeem: 100 });

    shop.nowMs = midnight + 1000;
    expect(reasonOf(tryCommand(shop, command))).toBe('insufficient-points');
    step();
    step();
    const points = pointsOfMember(shop.store, member, shop.nowMs);
    expect(points?.balance).toMatchObject({ availablePoints: 0, balancePoints: 0 });
    const ledger = pointsLedgerPage(shop.store, { memberId: member, before: null, limit: 10 });
    expect(ledger?.acts.filter(({ kind }) => kind === 'expire')).toHaveLength(1);
    expectLaws(shop.store.db);

    shop.nowMs = midnight - 1000;
    const early = aMember(shop, { lots: [{ points: 100, expiresAtMs: midnight }] });
    expect(reasonOf(tryCommand(shop, saleCommand(shop, { member: early, products: [product], redeem: 100 })))).toBe(
      'done',
    );
  });
});
