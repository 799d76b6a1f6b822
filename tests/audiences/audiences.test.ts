import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIn, makeIsIn, membersOf } from '../../db/audiences/members-of-audience.ts';
import { countAudience, firstOf, onDay } from '../../electron/features/audiences/count-audience.ts';
import { restoreAudience } from '../../electron/features/audiences/remove-audience.ts';
import { listMembers } from '../../electron/features/members/list-members.ts';
import { membersContract } from '../../shared/contract/members.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aCrowd, holds, isMeant, type Known } from '../fixtures/a-crowd.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { anyConditionIn } from '../fixtures/any-condition.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { merge, part } from '../fixtures/merge.ts';
import { must } from '../fixtures/outcome.ts';
import {
  putAudience,
  segmentOf,
  tryPutting,
  tryRemovingAudience,
  trySavingAudience,
} from '../fixtures/put-audience.ts';
import { offerTerms, putOffer, trySavingOffer, trySettingState } from '../fixtures/put-offer.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import type { Shop } from '../fixtures/shop.ts';
import { takeBack } from '../fixtures/take-back.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const membersIn = (shop: Shop, who: Parameters<typeof membersOf>[1]) =>
  [...membersOf(shop.store.db, who, onDay(shop.store, shop.nowMs))].flat();
const idsIn = (shop: Shop, who: Parameters<typeof membersOf>[1]) =>
  membersIn(shop, who).map(({ memberId }) => memberId);
const countIn = (shop: Shop, who: Parameters<typeof membersOf>[1]) => countAudience(shop.store, who, shop.nowMs);

describe('who is in an audience', () => {
  const { shop, known } = aCrowd();
  const { today } = onDay(shop.store, shop.nowMs);
  const listId = putAudience(shop);
  const listed = new Set(known.filter((_, n) => n % 3 === 1).map(({ memberId }) => memberId));
  for (const memberId of listed) must(tryPutting(shop, listId, memberId));
  const regulars = segmentOf([{ field: 'purchases', is: 'at-least', value: 2 }]);
  const regularsId = putAudience(shop, regulars);
  const inAudience = (audienceId: string, member: Known): boolean =>
    audienceId === listId
      ? listed.has(member.memberId)
      : audienceId === regularsId && isMeant(regulars, member, today, () => false);
  const condition = anyConditionIn(shop, [listId, regularsId]);
  const pkOf = new Map(membersIn(shop, segmentOf([])).map(({ memberId, memberPk }) => [memberId, memberPk] as const));

  it('is whoever a person with the files in hand would name, counted, listed, and asked one by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(condition, { maxLength: 3 }),
        fc.array(fc.array(condition, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
        async (where, either) => {
          const segment = segmentOf(where, either);
          const expected = known.filter((member) => isMeant(segment, member, today, inAudience));
          const ids = idsIn(shop, segment);
          expect(new Set(ids)).toEqual(new Set(expected.map(({ memberId }) => memberId)));
          const reachable = (flag: string, purpose: string) =>
            expected.filter(({ values, consents }) => values[flag] === true && consents[purpose] === true).length;
          expect(await countIn(shop, segment)).toEqual({
            members: expected.length,
            ofMembers: known.length,
            bySms: reachable('hasPhone', 'marketing-sms'),
            byEmail: reachable('hasEmail', 'marketing-email'),
          });
          const found = new Set(ids);
          const isOne = makeIsIn(shop.store.db, segment, onDay(shop.store, shop.nowMs));
          for (const [memberId, memberPk] of pkOf) expect(isOne(memberPk)).toBe(found.has(memberId));
          expect([...(await firstOf(shop.store, segment, 3, shop.nowMs))]).toEqual(
            ids.slice(0, 3).map((memberId) => pkOf.get(memberId)),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is found by the member list as well, which knows audiences as a condition', async () => {
    const list = async (is: 'any-of' | 'none-of') => {
      const where = [{ field: 'audience', is, values: [listId, regularsId] }];
      const input = membersContract.list.input.parse({ where, limit: 200 });
      return new Set((await listMembers(shop.store, input, shop.nowMs)).rows.map(({ memberId }) => memberId));
    };
    const either = new Set(
      known.filter((one) => [listId, regularsId].some((id) => inAudience(id, one))).map((m) => m.memberId),
    );
    expect(await list('any-of')).toEqual(either);
    const neither = known.map(({ memberId }) => memberId).filter((memberId) => !either.has(memberId));
    expect(await list('none-of')).toEqual(new Set(neither));
    for (const [memberId, memberPk] of pkOf)
      expect(isIn(shop.store.db, listId, memberPk, onDay(shop.store, shop.nowMs))).toBe(listed.has(memberId));
    expect(holds({ field: 'audience', is: 'any-of', values: [listId] }, known[1] as Known, today, inAudience)).toBe(
      true,
    );
  });

  it('leaves the laws standing, and comes back by a replay', () => {
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });
});

describe('a list', () => {
  it('takes a member in once, and the same act again changes nothing', () => {
    const shop = aStore();
    const [first, second] = [aMember(shop), aMember(shop)];
    const listId = putAudience(shop);
    const entryId = shop.ids<'audience-entry'>();
    expect(tryPutting(shop, listId, first, true, entryId)).toEqual({ ok: true, value: null });
    expect(tryPutting(shop, listId, first, true, entryId)).toEqual({ ok: true, value: null });
    expect(tryPutting(shop, listId, second, true, entryId)).toMatchObject({ ok: false, reason: 'entry-id-reused' });
    expect(tryPutting(shop, listId, first, false, entryId)).toMatchObject({ ok: false, reason: 'entry-id-reused' });
    expect(idsIn(shop, listId)).toEqual([first]);
    must(tryPutting(shop, listId, first, false));
    expect(idsIn(shop, listId)).toEqual([]);
  });

  it('follows the member that stands for a person, there and back, and lets the person go under every id', () => {
    const shop = aStore();
    const [kept, joined, other] = [aMember(shop), aMember(shop), aMember(shop)];
    const listId = putAudience(shop);
    must(tryPutting(shop, listId, joined));
    const mergeId = merge(shop, kept, joined);
    expect(idsIn(shop, listId)).toEqual([kept]);
    part(shop, mergeId);
    expect(idsIn(shop, listId)).toEqual([joined]);
    merge(shop, kept, joined);
    must(tryPutting(shop, listId, kept));
    must(tryPutting(shop, listId, kept, false));
    must(tryPutting(shop, listId, other));
    expect(idsIn(shop, listId)).toEqual([other]);
    expectReplay(shop.store.db);
  });

  it('counts nobody who was erased', async () => {
    const shop = aStore();
    const [stays, goes] = [aMember(shop), aMember(shop)];
    const listId = putAudience(shop);
    for (const memberId of [stays, goes]) must(tryPutting(shop, listId, memberId));
    eraseMember(shop, goes);
    expect(await countIn(shop, listId)).toMatchObject({ members: 1, ofMembers: 1 });
    expect(idsIn(shop, listId)).toEqual([stays]);
    expect(tryPutting(shop, listId, goes)).toMatchObject({ ok: false, reason: 'member-unknown' });
  });

  it('is put into by hand only if it is one', () => {
    const shop = aStore();
    const segmentId = putAudience(shop, segmentOf([{ field: 'hasPhone', is: 'yes' }]));
    expect(tryPutting(shop, segmentId, aMember(shop))).toMatchObject({ ok: false, reason: 'audience-no-list' });
    expect(tryPutting(shop, shop.ids(), aMember(shop))).toMatchObject({ ok: false, reason: 'audience-unknown' });
  });
});

const inAudience = (audienceId: Id<'audience'>) =>
  segmentOf([{ field: 'audience', is: 'any-of', values: [audienceId] }]);

describe('writing an audience', () => {
  it('counts versions, refuses to overwrite what somebody else wrote, and writes the same only once', () => {
    const shop = aStore();
    const audienceId = shop.ids<'audience'>();
    const command = { audienceId, basedOn: 0, name: '会员日', terms: segmentOf([{ field: 'hasPhone', is: 'yes' }]) };
    must(trySavingAudience(shop, command));
    must(trySavingAudience(shop, command));
    expect(trySavingAudience(shop, { ...command, name: '别的' })).toMatchObject({
      ok: false,
      reason: 'audience-changed',
    });
    must(trySavingAudience(shop, { ...command, basedOn: 1, name: '别的' }));
    expect(trySavingAudience(shop, { ...command, basedOn: 2, terms: { kind: 'list' } })).toMatchObject({
      reason: 'audience-kind-fixed',
    });
    expect(trySavingAudience(shop, { ...command, audienceId: shop.ids(), terms: segmentOf([]) })).toMatchObject({
      reason: 'audience-says-nothing',
    });
  });

  it('refuses conditions that lead back to the audience itself, or to none', () => {
    const shop = aStore();
    const first = putAudience(shop, segmentOf([{ field: 'hasPhone', is: 'yes' }]));
    const second = putAudience(shop, inAudience(first));
    const third = putAudience(shop, inAudience(second));
    const leadingTo = (other: Id<'audience'>) =>
      trySavingAudience(shop, { audienceId: first, basedOn: 1, name: '圈', terms: inAudience(other) });
    expect(leadingTo(third)).toMatchObject({ ok: false, reason: 'audience-names-itself' });
    expect(leadingTo(first)).toMatchObject({ ok: false, reason: 'audience-names-itself' });
    expect(leadingTo(shop.ids())).toMatchObject({ ok: false, reason: 'audience-names-unknown' });
  });

  it('removes one that nothing uses, names what does, and brings it back with everybody in it', () => {
    const shop = aStore();
    const memberId = aMember(shop);
    const listId = putAudience(shop);
    must(tryPutting(shop, listId, memberId));
    const segmentId = putAudience(shop, inAudience(listId), '老客');
    const offerId = putOffer(shop, { name: '老客九折', conditions: [{ kind: 'audience', audienceIds: [listId] }] });
    expect(tryRemovingAudience(shop, listId)).toMatchObject({
      reason: 'audience-in-use',
      details: { names: '老客九折 · 老客' },
    });
    must(trySettingState(shop, offerId, 2, 'ended'));
    must(tryRemovingAudience(shop, segmentId));
    must(tryRemovingAudience(shop, listId));
    expect(idsIn(shop, listId)).toEqual([]);
    const doing = { staffId: shop.managerId, nowMs: shop.nowMs, ids: shop.ids };
    expect(restoreAudience(shop.store, segmentId, doing)).toMatchObject({ reason: 'audience-names-unknown' });
    must(restoreAudience(shop.store, listId, doing));
    must(restoreAudience(shop.store, segmentId, doing));
    expect(idsIn(shop, segmentId)).toEqual([memberId]);
    expectReplay(shop.store.db);
  });
});

describe('an offer for an audience', () => {
  it('is given to whoever is in it at that moment, and to nobody else', () => {
    const shop = aStore();
    const product = aProduct(shop);
    const [inside, outside] = [aMember(shop), aMember(shop)];
    const listId = putAudience(shop);
    putOffer(shop, { conditions: [{ kind: 'audience', audienceIds: [listId] }] });
    const discount = (member: Id<'member'> | null) =>
      saleCommand(shop, { member, products: [product] }).expectedNetMinor;
    const full = discount(outside);
    expect(discount(inside)).toBe(full);
    must(tryPutting(shop, listId, inside));
    expect([discount(inside), discount(outside), discount(null)]).toEqual([full * 0.9, full, full]);
    must(tryPutting(shop, listId, inside, false));
    expect(discount(inside)).toBe(full);
  });

  it('counts for a segment what the member bought just before', () => {
    const shop = aStore();
    const product = aProduct(shop);
    const member = aMember(shop);
    const bought = putAudience(shop, segmentOf([{ field: 'purchases', is: 'at-least', value: 1 }]));
    putOffer(shop, { conditions: [{ kind: 'audience', audienceIds: [bought] }] });
    const full = saleCommand(shop, { member, products: [product] });
    must(tryCommand(shop, full));
    expect(saleCommand(shop, { member, products: [product] }).expectedNetMinor).toBe(full.expectedNetMinor * 0.9);
  });

  it('gives back what was paid, whoever is in the audience by then', () => {
    const shop = aStore();
    const product = aProduct(shop);
    const member = aMember(shop);
    const listId = putAudience(shop);
    must(tryPutting(shop, listId, member));
    putOffer(shop, { conditions: [{ kind: 'audience', audienceIds: [listId] }] });
    const saleId = sell(shop, { member, products: [product], quantityThousandths: 2000 });
    must(tryPutting(shop, listId, member, false));
    const purchase = (id: string) =>
      shop.store.db.raw
        .prepare('SELECT net_minor FROM purchase WHERE id = unhex(?)')
        .pluck()
        .get(id.replaceAll('-', '')) as number;
    const back = takeBack(shop, saleId, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect(purchase(back)).toBe(-purchase(saleId) / 2);
    expectLaws(shop.store.db);
  });

  it('names only audiences that are there', () => {
    const shop = aStore();
    const naming = (audienceId: Id<'audience'>) =>
      trySavingOffer(shop, {
        offerId: shop.ids(),
        basedOn: 0,
        terms: offerTerms({ conditions: [{ kind: 'audience', audienceIds: [audienceId] }] }),
      });
    const listId = putAudience(shop);
    expect(naming(listId).ok).toBe(true);
    expect(naming(shop.ids())).toMatchObject({ ok: false, reason: 'offer-names-unknown' });
  });
});
