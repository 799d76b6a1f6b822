import { describe, expect, it } from 'vitest';
import {
  aBuyer,
  aLine,
  anOffer,
  categoryOf,
  evaluated,
  explained,
  goodsOf,
  idNo,
} from '../../tests/fixtures/an-offer.ts';
import type { Id } from '../kernel/id.ts';
import { FIRST_PROGRAMME } from '../points/programme.ts';
import { ACTIONS, type Action } from './actions.ts';
import { ALL_GOODS } from './goods.ts';
import type { OfferLine } from './scene.ts';

const kilos = (no: number, thousandths: number, grossMinor: number): OfferLine =>
  aLine(no, 1, grossMinor, { unit: 'kg', quantityThousandths: thousandths });
const free = { kind: 'buy-x-get-y', buy: 2, get: 1, gets: null, percent: 100, mostTimes: null } as const;
const set = { kind: 'bundle', priceMinor: 1000, mostTimes: null } as const;

/** Each: what the offer says, the basket, what comes off each line. */
const MONEY: readonly [string, Action, OfferLine[], number[]][] = [
  [
    'percent, rounded once',
    { kind: 'percent', goods: ALL_GOODS, percent: 10 },
    [aLine(1, 1, 105), aLine(2, 1, 105)],
    [11, 10],
  ],
  [
    'percent of named goods only',
    { kind: 'percent', goods: goodsOf(2), percent: 50 },
    [aLine(1, 1, 100), aLine(2, 1, 99)],
    [0, 50],
  ],
  ['percent of goods by weight', { kind: 'percent', goods: ALL_GOODS, percent: 25 }, [kilos(1, 1234, 999)], [250]],
  [
    'percent of a category, but not of what is left out',
    { kind: 'percent', goods: { ...categoryOf(7), exceptProductIds: [idNo(2)] }, percent: 50 },
    [aLine(1, 1, 100, { categoryId: idNo(7) }), aLine(2, 1, 100, { categoryId: idNo(7) })],
    [50, 0],
  ],
  [
    'amount, by what the lines cost',
    { kind: 'amount', goods: ALL_GOODS, offMinor: 100 },
    [aLine(1, 1, 100), aLine(2, 1, 200)],
    [33, 67],
  ],
  [
    'amount, no more than the goods cost',
    { kind: 'amount', goods: goodsOf(1), offMinor: 500 },
    [aLine(1, 1, 100), aLine(2, 1, 200)],
    [100, 0],
  ],
  [
    'special price a piece',
    { kind: 'fixed-price', goods: goodsOf(1), priceMinor: 90, mostPieces: null },
    [aLine(1, 3, 100)],
    [30],
  ],
  [
    'special price a kilogram',
    { kind: 'fixed-price', goods: goodsOf(1), priceMinor: 1000, mostPieces: null },
    [kilos(1, 1500, 1800)],
    [300],
  ],
  [
    'special price where it is lower',
    { kind: 'fixed-price', goods: ALL_GOODS, priceMinor: 90, mostPieces: null },
    [aLine(1, 1, 100), aLine(2, 1, 80)],
    [10, 0],
  ],
  [
    'special price for the dearest two pieces',
    { kind: 'fixed-price', goods: ALL_GOODS, priceMinor: 50, mostPieces: 2 },
    [aLine(1, 1, 100), aLine(2, 3, 80)],
    [50, 30],
  ],
  ['buy 2 get 1', { ...free, goods: ALL_GOODS }, [aLine(1, 3, 100)], [100]],
  ['buy 2 get 1, twice, the rest at full price', { ...free, goods: ALL_GOODS }, [aLine(1, 8, 100)], [200]],
  [
    'buy 2 get 1: the cheapest of each three, dearest three first',
    { ...free, goods: ALL_GOODS },
    [aLine(1, 1, 900), aLine(2, 1, 1000), aLine(3, 1, 800), aLine(4, 1, 100)],
    [0, 0, 800, 0],
  ],
  ['buy 2 get 1, once in a basket', { ...free, goods: ALL_GOODS, mostTimes: 1 }, [aLine(1, 9, 100)], [100]],
  ['second at half price', { ...free, goods: ALL_GOODS, buy: 1, percent: 50 }, [aLine(1, 2, 101)], [51]],
  [
    'buy 2 of one, get 1 of another',
    { ...free, goods: goodsOf(1), gets: goodsOf(2) },
    [aLine(1, 5, 100), aLine(2, 3, 70)],
    [0, 140],
  ],
  [
    'buy 2 of one, get the cheapest of the others',
    { ...free, goods: goodsOf(1), gets: goodsOf(2, 3) },
    [aLine(1, 2, 100), aLine(2, 1, 70), aLine(3, 1, 60)],
    [0, 0, 60],
  ],
  [
    'spend 200, save 30',
    { kind: 'threshold', goods: ALL_GOODS, spendMinor: 200, offMinor: 30, repeats: 'once' },
    [aLine(1, 5, 100)],
    [30],
  ],
  [
    'each 200, save 30',
    { kind: 'threshold', goods: ALL_GOODS, spendMinor: 200, offMinor: 30, repeats: 'each' },
    [aLine(1, 5, 100)],
    [60],
  ],
  [
    'set at one price',
    {
      ...set,
      parts: [
        { goods: goodsOf(1), pieces: 1 },
        { goods: goodsOf(2), pieces: 2 },
      ],
    },
    [aLine(1, 1, 600), aLine(2, 2, 300)],
    [100, 100],
  ],
  [
    'sets, as many as are full',
    {
      ...set,
      parts: [
        { goods: goodsOf(1), pieces: 1 },
        { goods: goodsOf(2), pieces: 1 },
      ],
    },
    [aLine(1, 2, 700), aLine(2, 3, 500)],
    [233, 167],
  ],
  [
    'sets of the dearest pieces, and none that costs less by itself',
    { ...set, parts: [{ goods: ALL_GOODS, pieces: 3 }] },
    [aLine(1, 3, 500), aLine(2, 3, 300)],
    [500, 0],
  ],
  [
    'three of them for ten',
    { ...set, parts: [{ goods: goodsOf(1, 2), pieces: 3 }], mostTimes: 1 },
    [aLine(1, 2, 400), aLine(2, 4, 400)],
    [133, 67],
  ],
];

/** Each: what the offer says, the basket, and the reason that is given. */
const NOTHING: readonly [Action, OfferLine[], string, object][] = [
  [{ kind: 'percent', goods: goodsOf(9), percent: 10 }, [aLine(1, 1, 100)], 'goods-missing', {}],
  [{ kind: 'percent', goods: ALL_GOODS, percent: 10 }, [aLine(1, 1, 0)], 'nothing-left', {}],
  [{ kind: 'amount', goods: goodsOf(9), offMinor: 10 }, [aLine(1, 1, 100)], 'goods-missing', {}],
  [{ kind: 'amount', goods: ALL_GOODS, offMinor: 10 }, [aLine(1, 1, 0)], 'nothing-left', {}],
  [
    { kind: 'fixed-price', goods: goodsOf(9), priceMinor: 10, mostPieces: null },
    [aLine(1, 1, 100)],
    'goods-missing',
    {},
  ],
  [
    { kind: 'fixed-price', goods: ALL_GOODS, priceMinor: 100, mostPieces: null },
    [aLine(1, 1, 100)],
    'already-cheaper',
    {},
  ],
  [{ ...free, goods: ALL_GOODS }, [aLine(1, 2, 100)], 'too-few', { missingPieces: 1 }],
  [{ ...free, goods: ALL_GOODS }, [kilos(1, 9000, 100)], 'too-few', { missingPieces: 3 }],
  [{ ...free, goods: goodsOf(1), gets: goodsOf(2) }, [aLine(1, 2, 100)], 'nothing-to-get', {}],
  [{ ...free, goods: ALL_GOODS }, [aLine(1, 3, 0)], 'nothing-left', {}],
  [
    { kind: 'threshold', goods: ALL_GOODS, spendMinor: 200, offMinor: 30, repeats: 'each' },
    [aLine(1, 1, 150)],
    'spend-short',
    { missingMinor: 50 },
  ],
  [
    { kind: 'threshold', goods: goodsOf(9), spendMinor: 200, offMinor: 30, repeats: 'each' },
    [aLine(1, 1, 150)],
    'goods-missing',
    {},
  ],
  [
    {
      ...set,
      parts: [
        { goods: goodsOf(1), pieces: 2 },
        { goods: goodsOf(2), pieces: 2 },
      ],
    },
    [aLine(1, 1, 600), aLine(3, 9, 300)],
    'too-few',
    { missingPieces: 3 },
  ],
  [{ ...set, parts: [{ goods: goodsOf(1), pieces: 2 }] }, [aLine(1, 2, 500)], 'already-cheaper', {}],
  [{ kind: 'points-multiplier', goods: ALL_GOODS, percent: 200 }, [aLine(1, 1, 100)], 'no-member', {}],
  [{ kind: 'bonus-points', points: 50 }, [aLine(1, 1, 100)], 'no-member', {}],
  [{ kind: 'coupon', couponKindId: idNo(7), count: 1, worthMinor: 0 }, [aLine(1, 1, 100)], 'no-member', {}],
  [{ kind: 'coupon', couponKindId: idNo(5), count: 3, worthMinor: 0 }, [aLine(1, 1, 100)], 'coupons-gone', {}],
  [{ kind: 'coupon', couponKindId: idNo(8), count: 1, worthMinor: 0 }, [aLine(1, 1, 100)], 'coupons-gone', {}],
];

/** Two coupons are left of one kind, another is for members only. */
const COUPONS = {
  presented: new Map(),
  toGive: new Map<Id<'coupon-kind'>, number | 'no-member'>([
    [idNo(5), 2],
    [idNo(7), 'no-member'],
  ]),
};

/** The same, for a member. */
const NOTHING_FOR_A_MEMBER: typeof NOTHING = [
  [{ kind: 'points-multiplier', goods: goodsOf(9), percent: 200 }, [aLine(1, 1, 100)], 'goods-missing', {}],
];

const times = (action: Action, lines: OfferLine[]) => explained(evaluated(lines, [anOffer({ action })]), 1);

describe('an offer', () => {
  it.each(MONEY)('gives %s', (_name, action, lines, expected) => {
    const result = evaluated(lines, [anOffer({ action })]);
    expect(result.perLine.map(({ discountMinor }) => discountMinor)).toEqual(expected);
    const total = expected.reduce((sum, each) => sum + each, 0);
    expect(result.discountMinor).toBe(total);
    expect(result.actions).toEqual([
      { kind: 'discount', offerId: idNo(1), version: 1, amountMinor: total, perLine: expected },
    ]);
    expect(explained(result, 1)).toMatchObject({ applied: true, amountMinor: total, perLine: expected });
  });

  it.each([
    ...NOTHING.map((row) => [...row, null] as const),
    ...NOTHING_FOR_A_MEMBER.map((row) => [...row, aBuyer()] as const),
  ])('that says %j of %j gives nothing: %s', (action, lines, reason, details, member) => {
    const result = evaluated(lines, [anOffer({ action })], { member, coupons: COUPONS });
    expect(explained(result, 1)).toMatchObject({ applied: false, reason, details });
    expect(result).toMatchObject({ discountMinor: 0, actions: [], bonusPoints: 0 });
  });

  it('has a row above for every kind of action that takes money off, and every reason it may give', () => {
    const tried = new Set(MONEY.map(([, { kind }]) => kind));
    const reasons = new Set([...NOTHING, ...NOTHING_FOR_A_MEMBER].map(([{ kind }, , reason]) => `${kind}: ${reason}`));
    const kinds = Object.entries(ACTIONS);
    expect(tried).toEqual(new Set(kinds.flatMap(([kind, { gives }]) => (gives === 'money' ? [kind] : []))));
    for (const [kind, terms] of kinds)
      for (const reason of terms.reasons) expect(reasons).toContain(`${kind}: ${reason}`);
  });

  it('counts how often it came about', () => {
    expect(times({ ...free, goods: ALL_GOODS }, [aLine(1, 7, 100)])).toMatchObject({ times: 2 });
    expect(times({ ...free, goods: goodsOf(1), gets: goodsOf(2) }, [aLine(1, 9, 100), aLine(2, 3, 50)])).toMatchObject({
      times: 3,
    });
  });
});

const offOfOne = (offMinor: number) =>
  anOffer({ no: 2, group: 'one', action: { kind: 'amount', goods: ALL_GOODS, offMinor } });

describe('an offer that gives something else than money', () => {
  const lines = [aLine(1, 1, 10_000), aLine(2, 1, 5000)];
  const doubled = anOffer({ no: 1, action: { kind: 'points-multiplier', goods: goodsOf(1), percent: 200 } });
  const tripled = anOffer({ no: 2, action: { kind: 'points-multiplier', goods: ALL_GOODS, percent: 300 } });

  it('multiplies the points of its lines; two add up what is above the ordinary', () => {
    const result = evaluated(lines, [doubled, tripled], { member: aBuyer() });
    expect(result.pointsPercent).toEqual([400, 300]);
    expect(result.discountMinor).toBe(0);
  });

  it('gives points, coupons and gifts', () => {
    const result = evaluated(
      lines,
      [
        anOffer({ no: 1, action: { kind: 'bonus-points', points: 50 } }),
        anOffer({ no: 2, action: { kind: 'coupon', couponKindId: idNo(5), count: 2, worthMinor: 0 } }),
        anOffer({ no: 3, action: { kind: 'gift', productId: idNo(6), quantityThousandths: 1000, worthMinor: 100 } }),
      ],
      { member: aBuyer(), coupons: COUPONS },
    );
    expect(result).toMatchObject({
      bonusPoints: 50,
      coupons: [{ offerId: idNo(2), couponKindId: idNo(5), count: 2 }],
      gifts: [{ productId: idNo(6), quantityThousandths: 1000 }],
      netMinor: 15_000,
    });
    expect(result.actions.map(({ kind }) => kind)).toEqual(['bonus-points', 'coupon', 'gift']);
  });

  it('counts against money for what it is worth', () => {
    // By the first programme 15 000 fen earn 150 points, and so many are worth 150 fen: double is 150 fen more.
    const points = anOffer({
      no: 1,
      group: 'one',
      action: { kind: 'points-multiplier', goods: ALL_GOODS, percent: 200 },
    });
    const chosen = (offMinor: number) =>
      evaluated(lines, [points, offOfOne(offMinor)], { member: aBuyer(), programme: FIRST_PROGRAMME }).actions[0]?.kind;
    expect(chosen(149)).toBe('points-multiplier');
    expect(chosen(151)).toBe('discount');
  });

  it('has its turn after the money: what is spent is what is left', () => {
    const result = evaluated(lines, [
      anOffer({ no: 1, priority: 0, action: { kind: 'amount', goods: ALL_GOODS, offMinor: 6000 } }),
      anOffer({
        no: 2,
        priority: 9,
        action: { kind: 'gift', productId: idNo(6), quantityThousandths: 1000, worthMinor: 100 },
        conditions: [{ kind: 'spend', goods: ALL_GOODS, atLeastMinor: 10_000 }],
      }),
    ]);
    expect(explained(result, 2)).toMatchObject({ reason: 'spend-short', details: { missingMinor: 1000 } });
  });
});
