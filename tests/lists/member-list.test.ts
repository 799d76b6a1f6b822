import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listMembers } from '../../electron/features/members/list-members.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { MEMBER_SORTS, membersContract } from '../../shared/contract/members.contract.ts';
import { calendarDate } from '../../shared/kernel/instant.ts';
import { customName } from '../../shared/members/profile-values.ts';
import { aCrowd, holds } from '../fixtures/a-crowd.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { anyConditionIn } from '../fixtures/any-condition.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { must } from '../fixtures/outcome.ts';
import { sell } from '../fixtures/sell.ts';
import type { Shop } from '../fixtures/shop.ts';
import { expectLaws } from '../laws/expect-laws.ts';

const ask = (shop: Shop, input: unknown) =>
  listMembers(shop.store, membersContract.list.input.parse(input), shop.nowMs);
const idsOf = async (shop: Shop, input: unknown) => (await ask(shop, input)).rows.map(({ memberId }) => memberId);

const { shop, known, ownFields } = aCrowd();
const today = calendarDate(shop.nowMs, shop.store.day.zone);

const anyCondition = anyConditionIn(shop, []);

const SORTED_BY: Record<(typeof MEMBER_SORTS)[number], string> = {
  name: 'name',
  lastVisitDate: 'lastVisit',
  enrolledAtMs: 'enrolled',
  netMinor: 'netSales',
  balancePoints: 'balance',
  purchases: 'purchases',
};

describe('the member list', () => {
  it('shows exactly those for whom every condition holds, in order, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCondition, { maxLength: 3 }),
        fc.constantFrom(...MEMBER_SORTS),
        fc.boolean(),
        async (where, sort, descending) => {
          const { total, rows } = await ask(shop, { where, sort, descending, limit: 200 });
          const expected = known.filter((member) => where.every((condition) => holds(condition, member, today)));
          const found = new Map(known.map((member) => [member.memberId, member]));
          expect(new Set(rows.map(({ memberId }) => memberId))).toEqual(
            new Set(expected.map(({ memberId }) => memberId)),
          );
          expect([total, rows.length]).toEqual([expected.length, expected.length]);

          const keys = rows.map(({ memberId }) => {
            const member = found.get(memberId);
            return sort === 'name' ? (member?.name ?? null) : (member?.values[SORTED_BY[sort]] ?? null);
          });
          const having = keys.filter((key) => key !== null);
          // Whoever has nothing to be sorted by comes last, whichever way.
          expect(keys).toEqual([...having, ...Array(keys.length - having.length).fill(null)]);
          const inOrder = having.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
          expect(having).toEqual(descending ? inOrder.toReversed() : inOrder);
        },
      ),
      { numRuns: 300 },
    );
    expectLaws(shop.store.db);
  });

  it('shows what members have in the store’s own fields, and takes no condition that is none', async () => {
    const { rows } = await ask(shop, { limit: 200 });
    const shoes = rows.map(({ memberId, custom }) => [memberId, custom[ownFields.whole] ?? null]);
    expect(new Map(shoes as [string, string | null][])).toEqual(
      new Map(known.map(({ memberId, values }) => [memberId, values[customName(ownFields.whole)]])),
    );
    const asked = (condition: object) =>
      membersContract.list.input.safeParse({ where: [{ field: customName(ownFields.text), ...condition }] }).success;
    expect(asked({ is: 'contains', text: 'x' })).toBe(true);
    expect(asked({ is: 'contains', text: ' ' })).toBe(false);
    expect(asked({ is: 'from-to', from: 2, to: 1 })).toBe(false);
    expect(asked({ field: 'custom.name', is: 'not-given' })).toBe(false);
    expect(asked({ field: `custom.${ownFields.text}' OR 1`, is: 'not-given' })).toBe(false);
  });

  it('shows its windows as slices of one order, also past the end', async () => {
    const whole = await idsOf(shop, { sort: 'purchases', limit: 200 });
    const parts = await Promise.all(
      [0, 7, 14, 21, 28, 35].map((offset) => idsOf(shop, { sort: 'purchases', offset, limit: 7 })),
    );
    expect(parts.flat()).toEqual(whole);
    expect(await ask(shop, { offset: 1_000_000 })).toMatchObject({ total: 40, rows: [] });
  });

  it('combines a search with a filter, and keeps the order', async () => {
    const someone = known[1];
    const q = someone?.name ?? '';
    const named = known.filter(({ name }) => name === q);
    expect(new Set(await idsOf(shop, { q }))).toEqual(new Set(named.map(({ memberId }) => memberId)));
    const bought = named.filter((member) => holds({ field: 'lastVisit', is: 'never' }, member, today));
    const where = [{ field: 'lastVisit', is: 'never' }];
    expect(new Set(await idsOf(shop, { q, where }))).toEqual(new Set(bought.map(({ memberId }) => memberId)));
  });

  it('is true again at once after a sale, a consent, a new name, and an erasure', async () => {
    const own = aStore();
    const product = aProduct(own);
    const [first, second] = [aMember(own, { name: '甲' }), aMember(own, { name: '乙' })];
    expect(await idsOf(own, { sort: 'purchases' })).toEqual([second, first]);
    sell(own, { member: first, products: [product] });
    expect(await idsOf(own, { sort: 'purchases' })).toEqual([first, second]);
    const agreed = [{ field: 'consent', is: 'given', purpose: 'marketing-sms' }];
    expect(await idsOf(own, { where: agreed })).toEqual([]);
    const consent = { memberId: second, purpose: 'marketing-sms' as const, given: true, noticeVersion: '1' };
    must(setConsent(own.store, { ...consent, eventId: own.ids() }, null, own.nowMs, own.ids));
    expect(await idsOf(own, { where: agreed })).toEqual([second]);
    const third = aMember(own, { name: '丙' });
    expect(await idsOf(own, { sort: 'name', descending: false })).toEqual([third, second, first]);
    eraseMember(own, third);
    aMember(own, { name: '丁' });
    expect(await idsOf(own, {})).not.toContain(third);
  });
});

const parse = (where: unknown) => membersContract.list.input.safeParse({ where }).success;

describe('a filter at the door', () => {
  it.each([
    ['a field that there is none of', [{ field: 'shoeSize', is: 'at-least', value: 40 }]],
    ['a relation that the field does not have', [{ field: 'tier', is: 'at-least', value: 40 }]],
    ['a choice that there is none of', [{ field: 'tier', is: 'any-of', values: ['diamond'] }]],
    ['a choice of nothing', [{ field: 'tier', is: 'any-of', values: [] }]],
    ['a span that runs backwards', [{ field: 'balance', is: 'from-to', from: 2, to: 1 }]],
    ['a day that is on no calendar', [{ field: 'enrolled', is: 'between', from: '2026-02-30', to: '2026-03-01' }]],
    ['never, of a day that everybody has', [{ field: 'enrolled', is: 'never' }]],
    ['half a unit', [{ field: 'balance', is: 'at-least', value: 1.5 }]],
    ['more conditions than anybody reads', Array.from({ length: 13 }, () => ({ field: 'hasPhone', is: 'yes' }))],
  ])('refuses %s', (_, where) => expect(parse(where)).toBe(false));

  it('takes the same field twice', () =>
    expect(
      parse([
        { field: 'consent', is: 'given', purpose: 'marketing-sms' },
        { field: 'consent', is: 'not-asked', purpose: 'profiling' },
      ]),
    ).toBe(true));
});
