import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../electron/features/member-fields/fields-of.ts';
import { listMembers } from '../../electron/features/members/list-members.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { MEMBER_SORTS, membersContract } from '../../shared/contract/members.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { addDays, calendarDate } from '../../shared/kernel/instant.ts';
import type { Condition, FieldTerms } from '../../shared/lists/conditions.ts';
import { birthdayIn } from '../../shared/members/birthday.ts';
import { MEMBER_FIELDS, ownFieldTerms } from '../../shared/members/member-fields.ts';
import { type Birthday, CONSENT_PURPOSES, GENDERS, SOURCES, TIERS } from '../../shared/members/profile.ts';
import { customName } from '../../shared/members/profile-values.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { must } from '../fixtures/outcome.ts';
import { ownField } from '../fixtures/own-field.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { expectLaws } from '../laws/expect-laws.ts';

/** What a person with the file in hand knows of a member, reckoned from the facts and not from any summary. */
interface Known {
  readonly memberId: Id<'member'>;
  readonly name: string | null;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  readonly birthday: Birthday | null;
  readonly consents: Readonly<Record<string, boolean>>;
}

const ask = (shop: Shop, input: unknown) =>
  listMembers(shop.store, membersContract.list.input.parse(input), shop.nowMs);
const idsOf = async (shop: Shop, input: unknown) => (await ask(shop, input)).rows.map(({ memberId }) => memberId);

/** What the ledger says of a member: somebody suspended earns nothing. */
const ledgerSum = ({ store }: Shop, memberId: Id<'member'>): number =>
  store.db.raw
    .prepare(
      `SELECT ifnull(sum(points - debt_points), 0) FROM points_entry JOIN member USING (member_pk) WHERE hex(member.id) = ?`,
    )
    .pluck()
    .get(memberId.replaceAll('-', '').toUpperCase()) as number;

/** Forty people, as different as their numbers make them. */
function aCrowd() {
  const shop = aStore();
  const product = aProduct(shop);
  const fields = {
    text: ownField(shop, '车牌'),
    whole: ownField(shop, '鞋码', 'whole'),
    date: ownField(shop, '纪念日', 'date'),
    choice: ownField(shop, '品牌', 'choice', ['回力', '飞跃', '李宁']),
  };
  const known = Array.from({ length: 40 }, (_, n): Known => {
    shop.nowMs += ((n * 37) % 200) * DAY_MS;
    const birthday: Birthday | null =
      n % 3 === 0
        ? null
        : {
            calendar: n % 5 === 0 ? 'lunar' : 'solar',
            month: 1 + ((n * 5) % 12),
            day: 1 + ((n * 7) % 28),
            year: null,
            leapMonth: false,
          };
    const facts = {
      name: n % 4 === 0 ? '' : `人${String.fromCodePoint(0x4e00 + ((n * 31) % 40))}`,
      phone: n % 6 === 0 ? undefined : `138${String(10_000_000 + n)}`,
      email: n % 7 === 0 ? `a${n}@example.com` : undefined,
      cardNumber: n % 2 === 0 ? `CARD-${n}` : undefined,
      gender: GENDERS[n % 4],
      birthday: birthday ?? undefined,
      source: SOURCES[n % SOURCES.length] ?? 'till',
      tier: TIERS[n % 3] ?? 'member',
      status: n % 10 === 9 ? ('suspended' as const) : ('active' as const),
      points: n % 5 === 0 ? 0 : n * 20,
    };
    const custom = {
      ...(n % 3 === 0 ? {} : { [fields.text]: `浙A${(n * 7919) % 1000}x` }),
      ...(n % 4 === 0 ? {} : { [fields.whole]: String(((n * 53) % 90) - 20) }),
      ...(n % 5 === 0
        ? {}
        : { [fields.date]: addDays(calendarDate(shop.nowMs, shop.store.day.zone), -((n * 13) % 90)) }),
      ...(n % 2 === 0 ? {} : { [fields.choice]: String(1 + (n % 3)) }),
    };
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    const memberId = aMember(shop, {
      ...given,
      custom,
      ...(n % 4 === 0 && n % 6 === 0 ? { cardNumber: `ONLY-${n}` } : {}),
    });
    const consents: Record<string, boolean> = {};
    for (const [at, purpose] of CONSENT_PURPOSES.entries())
      if ((n + at) % 3 > 0) {
        consents[purpose] = (n + at) % 3 === 1;
        const eventId = shop.ids<'consent-event'>();
        const event = { eventId, memberId, purpose, given: consents[purpose], noticeVersion: '1' };
        must(setConsent(shop.store, event, shop.clerkId, shop.nowMs, shop.ids));
      }
    const enrolled = calendarDate(shop.nowMs, shop.store.day.zone);
    const visits = n % 4;
    for (let visit = 0; visit < visits; visit += 1) {
      shop.nowMs += DAY_MS;
      sell(shop, { member: memberId, products: [product] });
    }
    return {
      memberId,
      name: facts.name || null,
      birthday,
      consents,
      values: {
        ...Object.fromEntries(Object.values(fields).map((fieldId) => [customName(fieldId), custom[fieldId] ?? null])),
        tier: facts.tier,
        status: facts.status,
        source: facts.source,
        gender: facts.gender ?? null,
        homeStore: shop.store.facts.storeId,
        balance: ledgerSum(shop, memberId),
        debt: 0,
        purchases: visits,
        netSales: visits * 1000,
        enrolled,
        lastVisit: visits > 0 ? calendarDate(shop.nowMs, shop.store.day.zone) : null,
        hasName: facts.name !== '',
        hasPhone: facts.phone !== undefined,
        hasEmail: facts.email !== undefined,
        hasCard: facts.cardNumber !== undefined || (n % 4 === 0 && n % 6 === 0),
      },
    };
  });
  return { shop, known, ownFields: fields };
}

/** Whether a condition holds, as one would say it aloud. */
function holds(condition: Condition, member: Known, today: string): boolean {
  const value = member.values[condition.field];
  const bornBetween = (from: string, to: string) => {
    const { birthday } = member;
    const year = Number(from.slice(0, 4));
    return (
      birthday !== null &&
      [year - 1, year, year + 1].some((each) => {
        const day = birthdayIn(birthday, each);
        return from <= day && day <= to;
      })
    );
  };
  const month = (first: string) =>
    bornBetween(
      first,
      `${first.slice(0, 8)}${new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).getUTCDate()}`,
    );
  switch (condition.is) {
    case 'any-of':
      return condition.values.includes(String(value));
    case 'none-of':
      return !condition.values.includes(String(value));
    case 'contains':
      return value !== null && String(value).toLowerCase().includes(condition.text.toLowerCase());
    case 'not-given':
      return value === null;
    case 'at-least':
      return value !== null && Number(value) >= condition.value;
    case 'at-most':
      return value !== null && Number(value) <= condition.value;
    case 'from-to':
      return value !== null && Number(value) >= condition.from && Number(value) <= condition.to;
    case 'more-than-days-ago':
      return typeof value === 'string' && value < addDays(today, -condition.days);
    case 'within-days':
      return typeof value === 'string' && value >= addDays(today, -condition.days);
    case 'between':
      return typeof value === 'string' && value >= condition.from && value <= condition.to;
    case 'never':
      return value === null;
    case 'yes':
      return value === true;
    case 'no':
      return value === false;
    case 'today':
      return bornBetween(today, today);
    case 'next-7-days':
      return bornBetween(today, addDays(today, 6));
    case 'this-month':
      return month(`${today.slice(0, 7)}-01`);
    case 'next-month':
      return month(`${addDays(`${today.slice(0, 7)}-28`, 7).slice(0, 7)}-01`);
    case 'in-month':
      return month(`${today.slice(0, 4)}-${String(condition.month).padStart(2, '0')}-01`);
    case 'given':
      return member.consents[condition.purpose] === true;
    case 'withdrawn':
      return member.consents[condition.purpose] === false;
    case 'not-asked':
      return member.consents[condition.purpose] === undefined;
  }
}

const { shop, known, ownFields } = aCrowd();
const today = calendarDate(shop.nowMs, shop.store.day.zone);

const OWN_TERMS: [string, FieldTerms][] = fieldsOf(shop.store.db).map((field) => [
  customName(field.fieldId),
  ownFieldTerms(field),
]);

const day = fc.integer({ min: -900, max: 10 }).map((days) => addDays(today, days));
const amount = fc.integer({ min: -10, max: 900 });
const anyCondition: fc.Arbitrary<Condition> = fc
  .constantFrom<[string, FieldTerms]>(...Object.entries(MEMBER_FIELDS), ...OWN_TERMS)
  .chain(([field, terms]): fc.Arbitrary<Condition> => {
    switch (terms.kind) {
      case 'choice': {
        const among: readonly string[] =
          typeof terms.among === 'string' ? [shop.store.facts.storeId, shop.ids()] : terms.among;
        return fc.record({
          field: fc.constant(field),
          is: fc.constantFrom('any-of' as const, 'none-of' as const),
          values: fc.subarray([...among], { minLength: 1 }),
        });
      }
      case 'amount':
        return fc.oneof(
          fc.record({
            field: fc.constant(field),
            is: fc.constantFrom('at-least' as const, 'at-most' as const),
            value: amount,
          }),
          fc
            .tuple(amount, fc.nat(500))
            .map(([from, span]) => ({ field, is: 'from-to' as const, from, to: from + span })),
        );
      case 'day':
        return fc.oneof(
          fc.record({
            field: fc.constant(field),
            is: fc.constantFrom('more-than-days-ago' as const, 'within-days' as const),
            days: fc.nat(900),
          }),
          fc
            .tuple(day, fc.nat(200))
            .map(([from, span]) => ({ field, is: 'between' as const, from, to: addDays(from, span) })),
          fc.constant(terms.blank ? { field, is: 'not-given' as const } : { field: 'lastVisit', is: 'never' as const }),
        );
      case 'text':
        return fc.oneof(
          fc.constantFrom('浙', 'a1', '9X', '%').map((text) => ({ field, is: 'contains' as const, text })),
          fc.constant({ field, is: 'not-given' as const }),
        );
      case 'flag':
        return fc.record({ field: fc.constant(field), is: fc.constantFrom('yes' as const, 'no' as const) });
      case 'birthday':
        return fc.oneof(
          fc.record({
            field: fc.constant(field),
            is: fc.constantFrom('today' as const, 'next-7-days' as const, 'this-month' as const, 'next-month' as const),
          }),
          fc.record({
            field: fc.constant(field),
            is: fc.constant('in-month' as const),
            month: fc.integer({ min: 1, max: 12 }),
          }),
        );
      case 'consent':
        return fc.record({
          field: fc.constant(field),
          is: fc.constantFrom('given' as const, 'withdrawn' as const, 'not-asked' as const),
          purpose: fc.constantFrom(...CONSENT_PURPOSES),
        });
    }
  });

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
