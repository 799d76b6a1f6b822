import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberById } from '../../db/members/members.queries.ts';
import { purchasesOfMember } from '../../db/purchases/purchases.queries.ts';
import { previewMerge } from '../../electron/features/duplicates/preview-merge.ts';
import { undoMerge } from '../../electron/features/duplicates/undo-merge.ts';
import { editMember } from '../../electron/features/members/edit-member.ts';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { listMembers } from '../../electron/features/members/list-members.ts';
import { memberProfile } from '../../electron/features/members/member-profile.ts';
import { replaceCard } from '../../electron/features/members/replace-card.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { pointsLedgerPage } from '../../electron/features/points/ledger-page.ts';
import { pointsOfMember } from '../../electron/features/points/points-of-member.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { membersContract } from '../../shared/contract/members.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { MERGED_FIELDS } from '../../shared/members/member.facts.ts';
import { AFTER_ALL_STAMPS } from '../../shared/sync/hlc.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { LIVES } from '../fixtures/lives.ts';
import { merge, part, tryMerging } from '../fixtures/merge.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { rowsOf, traceOf } from '../fixtures/rows.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack } from '../fixtures/take-back.ts';
import { theNight } from '../fixtures/the-night.ts';
import type { Day } from './acts/act.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay, replayed } from './expect-replay.ts';
import { aDay } from './live-a-day.ts';
import { anyAct } from './random-acts.ts';

const balance = (shop: Shop, memberId: Id<'member'>) => memberById.get(shop.store.db, { memberId })?.balancePoints;
const lotsOf = (shop: Shop, memberId: Id<'member'>) =>
  (pointsOfMember(shop.store, memberId, shop.nowMs)?.lots ?? []).map((lot) => lot.heldHerePoints).toSorted();
const found = (shop: Shop, q: string) =>
  findMembers(shop.store, { q, limit: 10 }, shop.nowMs).matches.map(({ memberId }) => memberId);
const redeem = (shop: Shop, memberId: Id<'member'>, points: number) =>
  redeemPoints(
    shop.store,
    { redemptionId: shop.ids(), memberId, points, reward: 'a mug' },
    shop.clerkId,
    shop.nowMs,
    shop.ids,
  );
const consent = (shop: Shop, memberId: Id<'member'>, given: boolean) =>
  must(
    setConsent(
      shop.store,
      { eventId: shop.ids(), memberId, purpose: 'marketing-sms', given, noticeVersion: '1' },
      shop.clerkId,
      shop.nowMs,
      shop.ids,
    ),
  );
const maySend = (shop: Shop, memberId: Id<'member'>) =>
  memberProfile(shop.store, memberId, shop.nowMs)?.consents.find(({ purpose }) => purpose === 'marketing-sms')?.given;

/** 王小明 enrolled twice: with a phone and points that end soon, and by card with points that last. */
function enrolledTwice() {
  const shop = aStore();
  const product = aProduct(shop, { priceMinor: 10_000 });
  const first = aMember(shop, {
    name: '王小明',
    phone: '13812345678',
    lots: [{ points: 300, expiresAtMs: shop.nowMs + 10 * DAY_MS }],
  });
  const second = aMember(shop, {
    name: '王晓明',
    phone: '13987654321',
    cardNumber: 'VIP-2',
    lots: [{ points: 500, expiresAtMs: shop.nowMs + 90 * DAY_MS }],
  });
  return { shop, product, first, second };
}

describe('two ids that were merged', () => {
  it('are found as one by either phone, card and id, and listed once', async () => {
    const { shop, first, second } = enrolledTwice();
    merge(shop, first, second);
    for (const q of ['13812345678', '13987654321', '4321', 'VIP-2', '王晓明', '王小明', 'wangxiaoming', 'wxm'])
      expect(found(shop, q), q).toEqual([first]);
    expect(memberProfile(shop.store, second, shop.nowMs)?.card).toMatchObject({ memberId: first, cardNumber: 'VIP-2' });
    const list = (q: string) => listMembers(shop.store, membersContract.list.input.parse({ q }), shop.nowMs);
    expect(await list('')).toMatchObject({ total: 1, rows: [{ memberId: first, balancePoints: 800 }] });
    expect(await list('VIP-2')).toMatchObject({ total: 1, rows: [{ memberId: first }] });
  });

  it('have one history, one summary and one ledger', () => {
    const { shop, product, first, second } = enrolledTwice();
    const sales = [
      sell(shop, { member: first, products: [product] }),
      sell(shop, { member: second, products: [product] }),
    ];
    merge(shop, first, second);
    const all = { before: AFTER_ALL_STAMPS, limit: 10 };
    for (const memberId of [first, second]) {
      expect(
        purchasesOfMember
          .all(shop.store.db, { memberId, ...all })
          .map(({ purchaseId }) => purchaseId)
          .toSorted(),
      ).toEqual(sales.toSorted());
      expect(memberProfile(shop.store, memberId, shop.nowMs)).toMatchObject({
        summary: { purchases: 2, netMinor: 20_000 },
        months: [{ month: '2026-03', netMinor: 20_000, pointsEarned: 200 }],
      });
      expect(pointsOfMember(shop.store, memberId, shop.nowMs)).toMatchObject({ balance: { availablePoints: 1000 } });
      const ledger = pointsLedgerPage(shop.store, { memberId, before: null, limit: 10 });
      expect(ledger?.acts.map(({ afterPoints }) => afterPoints)).toEqual([1000, 900, 800, 300]);
    }
  });

  it('spend the lots of both, those that end first before the others, and each keeps its own when they part', () => {
    const { shop, first, second } = enrolledTwice();
    const mergeId = merge(shop, second, first);
    must(redeem(shop, second, 400));
    expect(lotsOf(shop, second)).toEqual([0, 400]);
    expectLaws(shop.store.db);
    part(shop, mergeId);
    expect([balance(shop, first), balance(shop, second)]).toEqual([0, 400]);
    expect(lotsOf(shop, first)).toEqual([0]);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('answer a repeated request after they parted as they did before', () => {
    const { shop, product, first, second } = enrolledTwice();
    const mergeId = merge(shop, first, second);
    const sale = saleCommand(shop, { member: second, products: [product], redeem: 400 });
    const redemption = { redemptionId: shop.ids<'redemption'>(), memberId: first, points: 300, reward: 'a mug' };
    const ask = () => [
      tryCommand(shop, sale),
      reasonOf(redeemPoints(shop.store, redemption, shop.clerkId, shop.nowMs, shop.ids)),
    ];
    const answers = ask();
    part(shop, mergeId);
    const trace = traceOf(shop.store.db);
    expect(ask()).toEqual(answers);
    expect(reasonOf(tryCommand(shop, { ...sale, memberId: first }))).toBe('purchase-id-reused');
    expect(traceOf(shop.store.db)).toEqual(trace);
  });

  it('give back a receipt of before, between and after', () => {
    const { shop, product, first, second } = enrolledTwice();
    const before = sell(shop, { member: second, products: [product] });
    const mergeId = merge(shop, first, second);
    const between = sell(shop, { member: first, products: [product], redeem: 700 });
    takeBack(shop, before, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect(balance(shop, first)).toBe(800 - 700 + 93);
    part(shop, mergeId);
    takeBack(shop, between, [{ lineNo: 1, quantityThousandths: 1000 }]);
    // What the merged member had paid with goes back to the lots it came from.
    expect([balance(shop, first), balance(shop, second)]).toEqual([300, 500]);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('leave a debt where points that were spent together are taken back from one', () => {
    const { shop, product, first } = enrolledTwice();
    const third = aMember(shop, { name: '王小明', phone: '13700000000' });
    const sale = sell(shop, { member: third, products: [product] });
    const mergeId = merge(shop, first, third);
    must(redeem(shop, first, 400));
    part(shop, mergeId);
    expect([balance(shop, first), balance(shop, third)]).toEqual([0, 0]);
    takeBack(shop, sale, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect(memberById.get(shop.store.db, { memberId: third })).toMatchObject({ balancePoints: -100, debtPoints: 100 });
    expectLaws(shop.store.db);
  });

  it('repay what either owes from what both earn', () => {
    const { shop, product, first, second } = enrolledTwice();
    const third = aMember(shop, { phone: '13700000000' });
    const spent = sell(shop, { member: third, products: [product] });
    must(redeem(shop, third, 100));
    takeBack(shop, spent, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect(balance(shop, third)).toBe(-100);
    const mergeId = merge(shop, first, [second, third]);
    expect(memberById.get(shop.store.db, { memberId: first })).toMatchObject({ balancePoints: 700, debtPoints: 100 });
    sell(shop, { member: first, products: [product], quantityThousandths: 2000 });
    expect(memberById.get(shop.store.db, { memberId: first })).toMatchObject({ balancePoints: 900, debtPoints: 0 });
    expectLaws(shop.store.db);
    part(shop, mergeId);
    expect([first, second, third].map((one) => balance(shop, one))).toEqual([400, 500, 0]);
    expectLaws(shop.store.db);
  });

  it('let the points of each expire when their own time is over', () => {
    const { shop, first, second } = enrolledTwice();
    merge(shop, second, first);
    shop.nowMs += 11 * DAY_MS;
    expect(pointsOfMember(shop.store, first, shop.nowMs)?.balance.availablePoints).toBe(500);
    theNight(shop);
    expect(balance(shop, first)).toBe(500);
    expectLaws(shop.store.db);
  });

  it('give up every card for a new one', () => {
    const { shop, first, second } = enrolledTwice();
    merge(shop, first, second);
    must(
      replaceCard(
        shop.store,
        { memberId: second, cardNumber: 'VIP-9', why: 'lost' },
        shop.clerkId,
        shop.nowMs,
        shop.ids,
      ),
    );
    expect([found(shop, 'VIP-2'), found(shop, 'VIP-9')]).toEqual([[], [first]]);
    expect(
      reasonOf(
        replaceCard(
          shop.store,
          { memberId: first, cardNumber: 'VIP-9', why: 'lost' },
          shop.clerkId,
          shop.nowMs,
          shop.ids,
        ),
      ),
    ).toBe('done');
  });
});

describe('a merge', () => {
  it('takes over the values that were chosen, and an undo puts them back unless they were changed since', () => {
    const { shop, first, second } = enrolledTwice();
    const mergeId = merge(shop, first, second, { phone: second, name: second });
    expect(memberProfile(shop.store, first, shop.nowMs)?.card).toMatchObject({
      name: '王晓明',
      phoneMasked: '139****4321',
    });
    must(editMember(shop.store, { memberId: second, fields: { name: '王大明' } }, shop.clerkId, shop.nowMs, shop.ids));
    expect(memberProfile(shop.store, first, shop.nowMs)?.card.name).toBe('王大明');
    part(shop, mergeId);
    expect(memberProfile(shop.store, first, shop.nowMs)?.card).toMatchObject({
      name: '王大明',
      phoneMasked: '138****5678',
    });
    expect(memberProfile(shop.store, second, shop.nowMs)?.card).toMatchObject({
      name: '王晓明',
      phoneMasked: '139****4321',
    });
  });

  it('keeps the strictest consent, whichever was said last, and an undo gives back what only it had withdrawn', () => {
    const { shop, first, second } = enrolledTwice();
    consent(shop, second, true);
    consent(shop, second, false);
    consent(shop, first, true);
    const mergeId = merge(shop, first, second);
    expect([maySend(shop, first), maySend(shop, second)]).toEqual([false, false]);
    part(shop, mergeId);
    expect([maySend(shop, first), maySend(shop, second)]).toEqual([true, false]);
    const again = merge(shop, first, second);
    consent(shop, first, true);
    expect(maySend(shop, second)).toBe(true);
    part(shop, again);
    expect([maySend(shop, first), maySend(shop, second)]).toEqual([true, false]);
  });

  it('keeps a consent withdrawn when only one of two joined ids parts and the other had withdrawn it', () => {
    const { shop, first, second } = enrolledTwice();
    const third = aMember(shop, { phone: '13700000000' });
    consent(shop, second, false);
    consent(shop, first, true);
    merge(shop, first, second);
    part(shop, merge(shop, first, third));
    expect(maySend(shop, first)).toBe(false);
  });

  it('joins three ids at once, and chains of merges lead to the last', () => {
    const { shop, first, second } = enrolledTwice();
    const third = aMember(shop, { phone: '13700000000', points: 7 });
    const fourth = aMember(shop, { phone: '13600000000', points: 1 });
    merge(shop, second, [first, third]);
    const last = merge(shop, fourth, second);
    for (const one of [first, second, third, fourth]) expect(balance(shop, one)).toBe(808);
    expect(found(shop, '13812345678')).toEqual([fourth]);
    expectLaws(shop.store.db);
    part(shop, last);
    expect([first, second, third, fourth].map((one) => balance(shop, one))).toEqual([807, 807, 807, 1]);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('may part in the middle of a chain', () => {
    const { shop, first, second } = enrolledTwice();
    const third = aMember(shop, { phone: '13700000000', points: 7 });
    const inner = merge(shop, second, first);
    merge(shop, third, second);
    part(shop, inner);
    expect([first, second, third].map((one) => balance(shop, one))).toEqual([300, 507, 507]);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('refuses a circle, somebody twice, who is merged already, who is suspended, and who was erased', () => {
    const { shop, first, second } = enrolledTwice();
    const third = aMember(shop, { phone: '13700000000' });
    const asleep = aMember(shop, { phone: '13600000000', status: 'suspended' });
    merge(shop, first, second);
    const attempt = (canonicalId: Id<'member'>, ...aliasIds: Id<'member'>[]) =>
      reasonOf(tryMerging(shop, { mergeId: shop.ids(), canonicalId, aliasIds, keep: {} }));
    const trace = traceOf(shop.store.db);
    expect(attempt(second, first)).toBe('merge-circle');
    expect(attempt(third, third)).toBe('merge-needs-two');
    expect(attempt(third, second)).toBe('already-merged');
    expect(attempt(second, third)).toBe('already-merged');
    expect(attempt(first, asleep)).toBe('merge-blocked');
    expect(attempt(first, shop.ids())).toBe('member-unknown');
    expect(traceOf(shop.store.db)).toEqual(trace);
    eraseMember(shop, third);
    expect(attempt(first, third)).toBe('member-erased');
  });

  it('answers the same again, and is refused with other content', () => {
    const { shop, first, second } = enrolledTwice();
    const command = { mergeId: shop.ids<'merge'>(), canonicalId: first, aliasIds: [second], keep: { phone: second } };
    must(tryMerging(shop, command));
    const trace = traceOf(shop.store.db);
    expect(must(tryMerging(shop, command))).toEqual({ canonicalId: first });
    expect(reasonOf(tryMerging(shop, { ...command, canonicalId: second, aliasIds: [first] }))).toBe('merge-id-reused');
    expect(reasonOf(tryMerging(shop, { ...command, keep: {} }))).toBe('merge-id-reused');
    expect(traceOf(shop.store.db)).toEqual(trace);
    part(shop, command.mergeId);
    const parted = traceOf(shop.store.db);
    expect(must(tryMerging(shop, command))).toEqual({ canonicalId: first });
    part(shop, command.mergeId);
    expect(traceOf(shop.store.db)).toEqual(parted);
    expect(reasonOf(undoMerge(shop.store, shop.ids(), null, shop.nowMs, shop.ids))).toBe('merge-unknown');
  });

  it('shows beforehand what it comes to', () => {
    const { shop, product, first, second } = enrolledTwice();
    sell(shop, { member: second, products: [product] });
    const preview = must(previewMerge(shop.store, [first, second], shop.nowMs));
    expect(preview).toMatchObject({
      canonicalId: second,
      joint: { balancePoints: 900, availablePoints: 900, lots: 3, purchases: 1, cards: ['VIP-2'] },
      proposals: { name: { from: second, why: 'newest' }, tier: { why: 'same' } },
    });
    merge(shop, second, first);
    expect(balance(shop, second)).toBe(preview.joint.balancePoints);
  });

  it('lets an erasure forget a person under every id, and what an undo would have put back', () => {
    const { shop, first, second } = enrolledTwice();
    merge(shop, first, second, { phone: second, name: second });
    eraseMember(shop, second);
    expect(rowsOf(shop.store.db, 'member_identity')).toEqual([]);
    expect(rowsOf(shop.store.db, 'member_card')).toEqual([]);
    const everything = ['change_log', 'member', 'member_alias', 'audit_entry']
      .flatMap((table) => rowsOf(shop.store.db, table))
      .flatMap(Object.values)
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)))
      .join('\n');
    for (const name of ['王小明', '王晓明', '13812345678', '13987654321', 'VIP-2'])
      expect(everything).not.toContain(name);
    expect(balance(shop, first)).toBe(800);
    expectLaws(shop.store.db);
    const again = replayed(shop.store.db);
    expect(rowsOf(again, 'member_alias')).toEqual(rowsOf(shop.store.db, 'member_alias'));
  });
});

const TABLES = ['member_identity', 'lot_holding', 'member_summary', 'member_card', 'points_entry', 'purchase'];

/** What a merge and its undo must leave as it was: all but the log, the stamps, and that it happened. */
function state({ shop, members }: Day) {
  const { db } = shop.store;
  return {
    tables: TABLES.map((table) => rowsOf(db, table)),
    members: db.raw.prepare('SELECT id, canonical_pk, status, tier FROM member ORDER BY member_pk').all(),
    consents: members.map((memberId) =>
      memberProfile(shop.store, memberId, shop.nowMs)
        ?.consents.map(({ purpose, given }) => [purpose, given])
        .toSorted(),
    ),
    found: db.raw
      .prepare('SELECT phone FROM member_identity WHERE phone IS NOT NULL UNION SELECT number FROM member_card')
      .pluck()
      .all()
      .map((key) => found(shop, key as string)),
  };
}

describe('after any day', () => {
  it('a merge changes no sum of balances, and its undo leaves everything as it was', () => {
    const days = fc.array(anyAct, { minLength: 2, maxLength: 15, size: 'max' });
    fc.assert(
      fc.property(days, fc.subarray([...MERGED_FIELDS]), (acts, keep) => {
        const day = aDay();
        const { shop, members } = day;
        const canonicalId = aMember(shop, { name: '王小明', phone: '13812345678', points: 100 });
        const aliasId = aMember(shop, { name: '王晓明', phone: '13987654321', cardNumber: 'CARD-1', points: 1000 });
        members.push(canonicalId, aliasId);
        for (const { run } of acts) run(day);
        const before = state(day);
        const sum = () => shop.store.db.raw.prepare('SELECT sum(balance_points) FROM member_summary').pluck().get();
        const total = sum();
        const mergeId = shop.ids<'merge'>();
        const merged = tryMerging(shop, {
          mergeId,
          canonicalId,
          aliasIds: [aliasId],
          keep: Object.fromEntries(keep.map((field) => [field, aliasId])),
        });
        expect(['done', 'merge-blocked', 'already-merged', 'merge-circle']).toContain(reasonOf(merged));
        expect(sum()).toBe(total);
        if (merged.ok) part(shop, mergeId);
        expect(state(day)).toEqual(before);
        expectLaws(shop.store.db);
        shop.store.db.close();
      }),
      { numRuns: LIVES },
    );
  });
});
