import { describe, expect, it } from 'vitest';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { makeIdleWork } from '../../electron/features/stores/idle-work.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS } from '../fixtures/shop.ts';
import { expectLaws } from './expect-laws.ts';

describe('when the till is idle', () => {
  it('a search answers with those who came last first', () => {
    const shop = aStore();
    const step = makeIdleWork(shop.store);
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
});
