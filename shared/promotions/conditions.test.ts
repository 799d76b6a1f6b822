import { describe, expect, it } from 'vitest';
import {
  A_MOMENT,
  aBuyer,
  aLine,
  anOffer,
  evaluated,
  explained,
  goodsOf,
  idNo,
} from '../../tests/fixtures/an-offer.ts';
import type { CampaignStanding } from '../campaigns/standing.ts';
import type { Birthday } from '../members/profile.ts';
import { CONDITIONS, type Condition } from './conditions.ts';
import { ALL_GOODS } from './goods.ts';
import type { OfferMember, OfferMoment } from './scene.ts';

const LINES = [aLine(1, 2, 100), aLine(2, 1, 50)];

/** The reason that is given, or 'applied'. */
function outcome(
  condition: Condition,
  terms: { readonly member?: OfferMember | null; readonly at?: Partial<OfferMoment> } = {},
): string {
  const at = { ...A_MOMENT, ...terms.at };
  const result = evaluated(LINES, [anOffer({ conditions: [condition] })], {
    member: terms.member ?? null,
    at,
    coupons: { presented: new Map([[idNo(5), { budgetLeftMinor: null }]]), toGive: new Map() },
  });
  const explanation = explained(result, 1);
  expect(result.discountMinor).toBe(explanation.applied ? 25 : 0);
  return explanation.applied ? 'applied' : explanation.reason;
}

const shanghai = (local: string) => ({
  instantMs: Date.parse(`${local}:00+08:00`),
  businessDate: local.slice(0, 10),
});
const born = (month: number, day: number, terms: Partial<Birthday> = {}) =>
  aBuyer({ birthday: { calendar: 'solar', month, day, year: null, leapMonth: false, ...terms } });
const window = (from: string | null, until: string | null): Condition => ({ kind: 'window', from, until });
const hours = (weekdays: number[], fromMinute = 0, untilMinute = 1440): Condition => ({
  kind: 'hours',
  weekdays,
  fromMinute,
  untilMinute,
});
const birthday = (span: 'day' | 'week' | 'month'): Condition => ({ kind: 'birthday', span });
const list: Condition = { kind: 'audience', audienceIds: [idNo(3), idNo(4)] };
const spring: Condition = { kind: 'campaign', campaignId: idNo(5) };
const standing = (to: CampaignStanding) => ({ member: aBuyer({ campaigns: new Map([[idNo(5), to]]) }) });

const CASES: readonly [string, Condition, Parameters<typeof outcome>[1], string][] = [
  ['a customer nobody knows', list, {}, 'no-member'],
  ['nobody known', spring, {}, 'no-member'],
  ['a member of another campaign', spring, { member: aBuyer() }, 'not-in-campaign'],
  ['a member who is in no arm of it', spring, standing('outside'), 'not-in-campaign'],
  ['a member who is kept out', spring, standing('control'), 'campaign-control'],
  ['a member of a campaign that is paused', spring, standing('stopped'), 'campaign-not-running'],
  ['a member of a campaign that is used up', spring, standing('used-up'), 'budget-used-up'],
  ['a member who is treated', spring, standing('treated'), 'applied'],
  ['a member outside the lists', list, { member: aBuyer() }, 'not-in-audience'],
  ['a member of one list', list, { member: aBuyer({ audienceIds: new Set([idNo(4)]) }) }, 'applied'],
  ['a customer nobody knows', { kind: 'tier', tiers: ['gold'] }, {}, 'no-member'],
  ['a silver member', { kind: 'tier', tiers: ['gold'] }, { member: aBuyer({ tier: 'silver' }) }, 'other-tier'],
  ['a gold member', { kind: 'tier', tiers: ['gold', 'platinum'] }, { member: aBuyer({ tier: 'gold' }) }, 'applied'],
  ['a basket with the goods', { kind: 'goods', goods: goodsOf(2) }, {}, 'applied'],
  ['a basket without the goods', { kind: 'goods', goods: goodsOf(3) }, {}, 'goods-missing'],
  ['one of the stores', { kind: 'store', storeIds: [idNo(1), idNo(2)] }, {}, 'applied'],
  ['another store', { kind: 'store', storeIds: [idNo(2)] }, {}, 'other-store'],
  ['the minute before', window('2026-03-15T12:01', null), {}, 'not-yet'],
  ['the first minute', window('2026-03-15T12:00', null), {}, 'applied'],
  ['the last minute', window(null, '2026-03-15T12:01'), {}, 'applied'],
  ['the end', window(null, '2026-03-15T12:00'), {}, 'over'],
  ['the store’s own clock', window('2026-03-15T04:30', null), { at: { zone: 'Europe/London' } }, 'not-yet'],
  ['the weekday', hours([7]), {}, 'applied'],
  ['another weekday', hours([1, 2, 3, 4, 5, 6]), {}, 'other-weekday'],
  ['before the hours', hours([7], 13 * 60, 14 * 60), {}, 'other-hours'],
  ['the end of the hours', hours([7], 11 * 60, 12 * 60), {}, 'other-hours'],
  ['hours past midnight, before it', hours([7], 22 * 60, 120), { at: shanghai('2026-03-15T23:00') }, 'applied'],
  [
    'hours past midnight, after it, on the same business day',
    hours([7], 22 * 60, 120),
    { at: { ...shanghai('2026-03-16T01:59'), businessDate: '2026-03-15' } },
    'applied',
  ],
  ['hours past midnight, too late', hours([7], 22 * 60, 120), { at: shanghai('2026-03-15T02:00') }, 'other-hours'],
  ['a customer nobody knows', { kind: 'first-purchase' }, {}, 'no-member'],
  ['a first purchase', { kind: 'first-purchase' }, { member: aBuyer({ purchasesBefore: 0 }) }, 'applied'],
  ['a second purchase', { kind: 'first-purchase' }, { member: aBuyer({ purchasesBefore: 1 }) }, 'not-first-purchase'],
  ['a customer nobody knows', birthday('day'), {}, 'no-member'],
  ['a birthday nobody knows', birthday('day'), { member: aBuyer() }, 'birthday-unknown'],
  ['the birthday', birthday('day'), { member: born(3, 15) }, 'applied'],
  ['the day after the birthday', birthday('day'), { member: born(3, 14) }, 'not-birthday'],
  ['three days before', birthday('week'), { member: born(3, 18) }, 'applied'],
  ['four days after', birthday('week'), { member: born(3, 11) }, 'not-birthday'],
  ['the month', birthday('month'), { member: born(3, 31) }, 'applied'],
  ['another month', birthday('month'), { member: born(4, 1) }, 'not-birthday'],
  ['the week over new year', birthday('week'), { member: born(1, 1), at: shanghai('2025-12-30T10:00') }, 'applied'],
  ['a coupon of the kind', { kind: 'coupon', couponKindId: idNo(5) }, {}, 'applied'],
  ['a coupon of another kind', { kind: 'coupon', couponKindId: idNo(6) }, {}, 'coupon-needed'],
  ['as much as is asked', { kind: 'quantity', goods: goodsOf(1), atLeastThousandths: 2000 }, {}, 'applied'],
  ['less than is asked', { kind: 'quantity', goods: goodsOf(1), atLeastThousandths: 2001 }, {}, 'too-little'],
  ['as much spent as is asked', { kind: 'spend', goods: goodsOf(1), atLeastMinor: 200 }, {}, 'applied'],
  ['less spent than is asked', { kind: 'spend', goods: goodsOf(1), atLeastMinor: 201 }, {}, 'spend-short'],
];

const missing = (condition: Condition) => explained(evaluated(LINES, [anOffer({ conditions: [condition] })]), 1);

const onDay = (member: OfferMember, local: string) =>
  outcome(birthday('day'), { member, at: shanghai(`${local}T12:00`) });

describe('a condition', () => {
  it.each(CASES)('on %s (%j) with %j says: %s', (_name, condition, terms, expected) =>
    expect(outcome(condition, terms)).toBe(expected),
  );

  it('has a row above for each of its reasons, and for when it holds', () => {
    const seen = new Set(CASES.map(([, { kind }, , expected]) => `${kind}: ${expected}`));
    for (const [kind, { reasons }] of Object.entries(CONDITIONS))
      for (const reason of [...reasons, 'applied']) expect(seen).toContain(`${kind}: ${reason}`);
  });

  it('says what is missing', () => {
    expect(missing({ kind: 'spend', goods: ALL_GOODS, atLeastMinor: 300 })).toMatchObject({
      details: { missingMinor: 50 },
    });
    expect(missing({ kind: 'quantity', goods: ALL_GOODS, atLeastThousandths: 3500 })).toMatchObject({
      details: { missingThousandths: 500 },
    });
    expect(missing(hours([7], 0, 90))).toMatchObject({ details: { from: '00:00', until: '01:30' } });
    expect(missing(window('2026-04-01T00:00', null))).toMatchObject({ details: { from: '2026-04-01 00:00' } });
  });

  it('holds only together with all others', () => {
    const conditions: Condition[] = [
      { kind: 'goods', goods: goodsOf(1) },
      { kind: 'goods', goods: goodsOf(3) },
    ];
    expect(explained(evaluated(LINES, [anOffer({ conditions })]), 1)).toMatchObject({ reason: 'goods-missing' });
  });

  it('trap 16: a birthday offer counts 29 February on 28 February in common years, and on 29 February in leap years', () => {
    const member = born(2, 29);
    const on = (local: string) => onDay(member, local);
    expect(on('2027-02-28')).toBe('applied');
    expect(on('2027-03-01')).toBe('not-birthday');
    expect(on('2028-02-28')).toBe('not-birthday');
    expect(on('2028-02-29')).toBe('applied');
  });

  it('trap 16: a birthday offer counts a leap lunar month where the year has it, else the ordinary month', () => {
    const member = born(6, 1, { calendar: 'lunar', leapMonth: true });
    const on = (local: string) => onDay(member, local);
    // 2025 has a leap sixth month, from 25 July; in 2026 the sixth month begins on 14 July.
    expect(on('2025-06-25')).toBe('not-birthday');
    expect(on('2025-07-25')).toBe('applied');
    expect(on('2026-07-14')).toBe('applied');
  });
});
