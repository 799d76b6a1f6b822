import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { perform } from '../../db/changes/act.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { aDebt, openingLot } from '../fixtures/a-lot.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { anotherClient } from '../fixtures/another-client.ts';
import { reasonOf } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { saleCommand, sell, trySelling } from '../fixtures/sell.ts';
import { openShop, type Shop } from '../fixtures/shop.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

const run = promisify(execFile);
const REDEEMING = path.join(import.meta.dirname, 'redeeming-process.ts');

const redeem = (shop: Shop, memberId: ReturnType<typeof aMember>, points: number) =>
  reasonOf(
    redeemPoints(
      shop.store,
      { redemptionId: shop.ids<'redemption'>(), memberId, points, reward: 'a mug' },
      shop.clerkId,
      shop.nowMs,
      shop.ids,
    ),
  );

describe('trap 5: two clients that redeem the same points', () => {
  it('one wins and the other is told that there are none', () => {
    const one = aStore();
    const member = aMember(one, { points: 100 });
    const two = anotherClient(one);
    expect(redeem(one, member, 60)).toBe('done');
    expect(redeem(two, member, 60)).toBe('insufficient-points');
    expect(redeem(two, member, 40)).toBe('done');
    expect(redeem(one, member, 1)).toBe('insufficient-points');
    expectLaws(one.store.db);
  });

  it('one reward and one sale, quoted at the same time: the second is told', () => {
    const one = aStore();
    const [member, tea] = [aMember(one, { points: 1000 }), aProduct(one)];
    const two = anotherClient(one);
    const sale = { member, products: [tea], redeem: 1000 };
    const quoted = saleCommand(two, sale);
    expect(redeem(one, member, 500)).toBe('done');
    expect(quoted.expectedNetMinor).toBe(1000);
    expect(reasonOf(trySelling(two, sale))).toBe('insufficient-points');
    sell(two, { products: [tea] });
    expectLaws(two.store.db);
  });

  it('in two processes at full speed take each point once, and meet no exception', async () => {
    const POINTS = 120;
    const shop = aStore();
    const member = aMember(shop, { lots: Array.from({ length: 12 }, () => ({ points: POINTS / 12 })) });
    shop.store.db.close();
    const outputs = await Promise.all(
      [1, 2].map(() => run(process.execPath, [REDEEMING, shop.file, member, String(POINTS)])),
    );
    const answers = outputs.map(({ stdout }) => JSON.parse(stdout) as Record<string, number>);
    const count = (answer: string) => answers.reduce((all, one) => all + (one[answer] ?? 0), 0);
    expect({ done: count('done'), refused: count('insufficient-points') }).toEqual({ done: POINTS, refused: POINTS });
    const { store } = openShop(shop.file);
    expectLaws(store.db);
    expectReplay(store.db);
    store.db.close();
  });
});

describe('trap 6: what is checked is what is deducted', () => {
  it('the write itself refuses to take more of a lot than is held, and undoes the act', () => {
    const shop = aStore();
    const member = aMember(shop);
    const { db } = shop.store;
    const lot = openingLot(shop, member, { points: 10 });
    perform(db, shop.nowMs, ({ record }) => record('points-entry', lot));
    const before = traceOf(db);
    const take = (points: number) => ({
      ...aDebt(shop, member, lot.lotId, 0),
      kind: 'redeem' as const,
      points: -points,
    });
    const takeTwice = () =>
      perform(db, shop.nowMs, ({ record }) => {
        record('points-entry', take(6));
        record('points-entry', take(5));
      });
    expect(takeTwice).toThrow('does not hold');
    expect(traceOf(db)).toEqual(before);
    expectLaws(db);
  });
});
