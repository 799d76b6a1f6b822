import { describe, expect, it } from 'vitest';
import { replayLog } from '../../db/changes/replay-log.ts';
import type { ReadDb } from '../../db/kernel/connection.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { rowsOf, summedRows } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay, replayed } from './expect-replay.ts';

/** Tables that hold nothing of a person, or nothing but their id. */
const FACTS = ['purchase', 'purchase_line', 'tender', 'points_entry', 'points_lot', 'lot_holding'];

const factsOf = (db: ReadDb) => [summedRows(db), ...FACTS.map((table) => rowsOf(db, table))];

const aDayOfTrade = () => {
  const shop = aStore();
  const [tea, rice] = [aProduct(shop, { category: '茶' }), aProduct(shop, { unit: 'kg', barcode: '6901234567892' })];
  const member = aMember(shop, { tier: 'gold', points: 500, phone: '13812345678', cardNumber: 'VIP-1' });
  sell(shop, { member, products: [tea, rice], redeem: 300 });
  sell(shop, { products: [rice], quantityThousandths: 1234 });
  return { shop, member };
};

describe('a replay of the log', () => {
  it('makes the same tables', () => expectReplay(aDayOfTrade().shop.store.db));

  it('keeps every sum and every fact when a person was erased', () => {
    const { shop, member } = aDayOfTrade();
    const before = factsOf(shop.store.db);
    eraseMember(shop, member);
    expectLaws(shop.store.db);
    const again = replayed(shop.store.db);
    expectLaws(again);
    expect(factsOf(again)).toEqual(before);
    expect(again.raw.prepare('SELECT status FROM member').pluck().all()).toEqual(['erased']);
    expect(rowsOf(again, 'member_identity')).toEqual([]);
    expect(rowsOf(again, 'member_card')).toEqual([]);
  });

  it('refuses a log that lacks a body nobody was erased for', () => {
    const { shop } = aDayOfTrade();
    shop.store.db.raw.exec(`UPDATE change_log SET salt = NULL, body = NULL WHERE kind = 'purchase'`);
    expect(() => replayed(shop.store.db)).toThrow('has no body');
  });

  it('refuses a database that holds something', () => {
    const { shop } = aDayOfTrade();
    expect(() => replayLog(shop.store.db, shop.store.db)).toThrow('UNIQUE');
  });
});
