import { describe, expect, it } from 'vitest';
import { memberById } from '../../db/members/members.queries.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import { findRateable, ratedRows } from '../../electron/features/programme/rates.ts';
import { saveProgramme } from '../../electron/features/programme/save-programme.ts';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { FIRST_PROGRAMME, type Programme } from '../../shared/points/programme.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack } from '../fixtures/take-back.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

interface Changes {
  readonly earn?: Partial<Programme['earn']>;
  readonly redeem?: Partial<Programme['redeem']>;
  readonly expiry?: Programme['expiry'];
}
type Command = Parameters<typeof saveProgramme>[1];

/** The command of a form that showed the programme in force and changed some of it. */
function changed(shop: Shop, { earn = {}, redeem = {}, expiry }: Changes): Command {
  const { version, ...shown } = shop.store.programme();
  return {
    basedOn: version,
    earn: { ...shown.earn, ...earn } as Command['earn'],
    redeem: { ...shown.redeem, ...redeem },
    expiry: expiry ?? shown.expiry,
    tiers: shown.tiers,
  };
}
const trySaving = (shop: Shop, command: Command) =>
  saveProgramme(shop.store, command, shop.managerId, shop.nowMs, shop.ids);
const save = (shop: Shop, changes: Changes) => must(trySaving(shop, changed(shop, changes)));

const lotsOf = (shop: Shop, member: Id<'member'>) =>
  (pointsOfMember(shop.store, member, shop.nowMs)?.lots ?? []).map(({ lotId, expiresAtMs, heldHerePoints }) => ({
    lotId,
    expiresAtMs,
    heldHerePoints,
  }));
const earnedBy = (shop: Shop, purchase: Id<'purchase'>) => receiptOf(shop.store, purchase)?.pointsEarned;

describe('a changed programme', () => {
  it('trap 9: a changed expiry policy does not silently re-date old lots', () => {
    const shop = aStore();
    const [member, tea] = [aMember(shop), aProduct(shop)];
    const first = sell(shop, { member, products: [tea] });
    const [old] = lotsOf(shop, member);
    expect(old?.expiresAtMs).toBe(Date.UTC(2027, 2, 15, 16));

    shop.nowMs += DAY_MS;
    save(shop, { expiry: { kind: 'months-after-earning', months: 1 } });
    sell(shop, { member, products: [tea] });
    save(shop, { expiry: { kind: 'never' } });
    sell(shop, { member, products: [tea] });
    expect(lotsOf(shop, member).map(({ expiresAtMs }) => expiresAtMs)).toEqual(
      expect.arrayContaining([old?.expiresAtMs, Date.UTC(2026, 3, 16, 16), null]),
    );
    expect(lotsOf(shop, member).find(({ lotId }) => lotId === old?.lotId)).toEqual(old);

    // Nor does taking points from the old lot and giving them back.
    const paid = sell(shop, { member, products: [aProduct(shop, { priceMinor: 3000 })], redeem: 0 });
    takeBack(shop, paid, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect(lotsOf(shop, member).find(({ lotId }) => lotId === old?.lotId)).toEqual(old);
    expect(receiptOf(shop.store, first)?.pointsEarned).toBe(10);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('trap 9: points that are given back keep the date of the lot they came from', () => {
    const shop = aStore();
    const tea = aProduct(shop, { priceMinor: 20_000 });
    const member = aMember(shop);
    sell(shop, { member, products: [tea] });
    const before = lotsOf(shop, member);
    const paid = sell(shop, { member, products: [aProduct(shop)], redeem: 200 });
    expect(lotsOf(shop, member).find(({ lotId }) => lotId === before[0]?.lotId)?.heldHerePoints).toBe(0);
    shop.nowMs += DAY_MS;
    save(shop, { expiry: { kind: 'end-of-year', years: 0 } });
    takeBack(shop, paid, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect(lotsOf(shop, member).find(({ lotId }) => lotId === before[0]?.lotId)).toEqual(before[0]);
    expectLaws(shop.store.db);
  });

  it('trap 8: 31 January + 1 month is the end of February', () => {
    const shop = aStore({ nowMs: Date.UTC(2026, 0, 31, 4) });
    save(shop, { expiry: { kind: 'months-after-earning', months: 1 } });
    const member = aMember(shop);
    sell(shop, { member, products: [aProduct(shop)] });
    // Good through 28 February, to the last second of it in Shanghai.
    expect(lotsOf(shop, member)).toMatchObject([{ expiresAtMs: Date.UTC(2026, 1, 28, 16) }]);
    shop.nowMs = Date.UTC(2026, 1, 28, 16) - 1;
    expect(pointsOfMember(shop.store, member, shop.nowMs)?.balance.availablePoints).toBe(10);
    shop.nowMs += 1;
    expect(pointsOfMember(shop.store, member, shop.nowMs)?.balance.availablePoints).toBe(0);
  });

  it('trap 1: earn base per programme (net or gross, points-paid part, gift cards excluded)', () => {
    const shop = aStore();
    const member = aMember(shop, { points: 20_000 });
    const coat = aProduct(shop, { priceMinor: 10_000 });
    const half = { member, products: [coat], redeem: 5000 };
    expect(earnedBy(shop, sell(shop, half))).toBe(50);
    expect(earnedBy(shop, sell(shop, { member, products: [coat], tender: 'gift-card' }))).toBe(0);

    save(shop, { earn: { pointsPaidEarns: true } });
    expect(earnedBy(shop, sell(shop, half))).toBe(100);
    expect(earnedBy(shop, sell(shop, { ...half, tender: 'gift-card' }))).toBe(50);

    save(shop, { earn: { tendersWithoutEarning: ['alipay'] } });
    expect(earnedBy(shop, sell(shop, { member, products: [coat], tender: 'gift-card' }))).toBe(100);
    expect(earnedBy(shop, sell(shop, { member, products: [coat], tender: 'alipay' }))).toBe(0);

    save(shop, {
      earn: {
        points: 3,
        perMinor: 200,
        rounding: 'half-up',
        tierPercent: { ...FIRST_PROGRAMME.earn.tierPercent, gold: 150 },
      },
    });
    expect(earnedBy(shop, sell(shop, { member, products: [aProduct(shop, { priceMinor: 1250 })] }))).toBe(19);
    const gold = aMember(shop, { tier: 'gold' });
    expect(earnedBy(shop, sell(shop, { member: gold, products: [aProduct(shop, { priceMinor: 1250 })] }))).toBe(28);
    expectLaws(shop.store.db);
  });

  it('does not touch what was sold before: a return is reckoned by the version of the sale', () => {
    const shop = aStore();
    const member = aMember(shop);
    const sale = sell(shop, { member, products: [aProduct(shop), aProduct(shop)] });
    save(shop, { earn: { points: 10 }, redeem: { stepPoints: 10, stepMinor: 500 } });
    takeBack(shop, sale, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect(memberById.get(shop.store.db, { memberId: member })?.balancePoints).toBe(10);
    expectLaws(shop.store.db);
  });

  it('is another version; the earlier ones stay as they were, and the same terms write nothing', () => {
    const shop = aStore();
    const stored = () =>
      shop.store.db.raw.prepare('SELECT version, programme FROM programme ORDER BY version').all() as {
        readonly version: number;
        readonly programme: string;
      }[];
    const [first] = stored();
    const command = changed(shop, { earn: { points: 2 } });
    expect(must(trySaving(shop, command))).toMatchObject({ version: 2, earn: { points: 2 } });
    expect(stored()[0]).toEqual(first);
    const after = traceOf(shop.store.db);
    expect(reasonOf(trySaving(shop, command))).toBe('done');
    expect(reasonOf(trySaving(shop, { ...command, earn: { ...command.earn, points: 3 } }))).toBe('programme-changed');
    expect(traceOf(shop.store.db)).toEqual(after);
    expect(stored().map(({ version }) => version)).toEqual([1, 2]);
  });

  it('gives categories and products rates of their own: more, less or nothing, the product’s before its category’s', () => {
    const shop = aStore();
    const member = aMember(shop);
    const [tea, gift, rice] = [
      aProduct(shop, { sku: 'TEA', name: '龙井茶', category: '茶' }),
      aProduct(shop, { sku: 'GIFT', name: '礼品茶', category: '茶' }),
      aProduct(shop, { sku: 'RICE', name: '大米', category: '粮油' }),
    ];
    const [category] = findRateable(shop.store, { q: '茶', limit: 5 });
    expect(category).toMatchObject({ kind: 'category', name: '茶' });
    expect(findRateable(shop.store, { q: 'lpc', limit: 5 })).toMatchObject([
      { kind: 'product', id: gift, code: 'GIFT' },
    ]);
    save(shop, { earn: { categoryPercent: { [category?.id ?? '']: 200 }, productPercent: { [gift]: 0 } } });
    expect(ratedRows(shop.store).map(({ kind, name, percent }) => [kind, name, percent])).toEqual([
      ['category', '茶', 200],
      ['product', '礼品茶', 0],
    ]);
    const sale = sell(shop, { member, products: [tea, gift, rice] });
    expect(receiptOf(shop.store, sale)?.lines.map(({ pointsEarned }) => pointsEarned)).toEqual([20, 0, 10]);

    const nobody = changed(shop, { earn: { productPercent: { [shop.ids()]: 50 } } });
    expect(reasonOf(trySaving(shop, nobody))).toBe('rate-of-unknown');
    save(shop, { earn: { categoryPercent: {}, productPercent: {} } });
    expect(earnedBy(shop, sell(shop, { member, products: [tea, gift, rice] }))).toBe(30);
    // What was sold under the rates comes back under them.
    takeBack(shop, sale, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect(memberById.get(shop.store.db, { memberId: member })?.balancePoints).toBe(40);
    expectLaws(shop.store.db);
  });
});
