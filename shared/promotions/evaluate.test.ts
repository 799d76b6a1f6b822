import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBuyer, aLine, anOffer, evaluated, explained, goodsOf, idNo } from '../../tests/fixtures/an-offer.ts';
import { anyOffers, aPolicy, money, moneyOffers, someLines, someOffers } from '../../tests/fixtures/any-offers.ts';
import { naiveBest, naiveOff } from '../../tests/fixtures/naive-offers.ts';
import type { Action } from './actions.ts';
import { MOST_SETS } from './choose.ts';
import type { Evaluation } from './evaluate.ts';
import { ALL_GOODS, type Goods } from './goods.ts';
import { NO_STACKING_CAP, type Offer } from './offer.ts';
import type { OfferLine } from './scene.ts';

const off = (offMinor: number, goods: Goods = ALL_GOODS): Action => ({ kind: 'amount', goods, offMinor });
const percent = (share: number, goods: Goods = ALL_GOODS): Action => ({ kind: 'percent', goods, percent: share });
const appliedIn = ({ explanations }: Evaluation) =>
  explanations.flatMap((one) => (one.applied ? [Number.parseInt(one.offerId.slice(-12), 16)] : []));

describe('offers together', () => {
  const LINES = [aLine(1, 1, 10_000), aLine(2, 1, 5000)];

  it('have their turn by priority: each sees what the ones before it left', () => {
    const offers = [
      anOffer({ no: 1, priority: 1, action: percent(50) }),
      anOffer({ no: 2, priority: 2, action: off(1000) }),
    ];
    expect(evaluated(LINES, offers).discountMinor).toBe(1000 + 7000);
    const otherWay = [
      anOffer({ no: 1, priority: 2, action: percent(50) }),
      anOffer({ no: 2, priority: 1, action: off(1000) }),
    ];
    expect(evaluated(LINES, otherWay).discountMinor).toBe(7500 + 1000);
  });

  it('of a group only the best for the customer applies, whatever its priority', () => {
    const result = evaluated(LINES, [
      anOffer({ no: 1, group: 'spring', priority: 9, action: off(1000) }),
      anOffer({ no: 2, group: 'spring', priority: 1, name: 'Spring', action: off(2000) }),
      anOffer({ no: 3, group: 'other', action: off(500) }),
      anOffer({ no: 4, action: off(1) }),
    ]);
    expect(appliedIn(result)).toEqual([2, 3, 4]);
    expect(explained(result, 1)).toMatchObject({ reason: 'better-in-group', details: { offer: 'Spring' } });
  });

  it('of a group that are worth the same, the one of higher priority applies', () => {
    const same = [1, 2, 3].map((no) => anOffer({ no, group: 'g', priority: no === 2 ? 5 : 0, action: off(100) }));
    expect(appliedIn(evaluated(LINES, same))).toEqual([2]);
  });

  it('leave one out that would cost the customer more than it gives', () => {
    const result = evaluated(LINES, [
      anOffer({ no: 1, priority: 9, action: off(100) }),
      anOffer({
        no: 2,
        action: { kind: 'threshold', goods: ALL_GOODS, spendMinor: 15_000, offMinor: 3000, repeats: 'once' },
      }),
    ]);
    expect(appliedIn(result)).toEqual([2]);
    expect(explained(result, 1)).toMatchObject({ reason: 'better-without' });
  });

  it('say what is short after the others', () => {
    const result = evaluated(LINES, [
      anOffer({ no: 1, priority: 9, action: off(100) }),
      anOffer({
        no: 2,
        action: { kind: 'threshold', goods: ALL_GOODS, spendMinor: 15_000, offMinor: 50, repeats: 'once' },
      }),
    ]);
    expect(appliedIn(result)).toEqual([1]);
    expect(explained(result, 2)).toMatchObject({ reason: 'spend-short', details: { missingMinor: 100 } });
  });

  it('neither touch nor count a line that takes no offers', () => {
    const byHand = [aLine(1, 1, 10_000, { takesOffers: false }), aLine(2, 1, 5000)];
    const spend = { kind: 'threshold', goods: ALL_GOODS, spendMinor: 6000, offMinor: 3000, repeats: 'once' } as const;
    const result = evaluated(byHand, [anOffer({ no: 1, action: percent(100) }), anOffer({ no: 2, action: spend })]);
    expect(result.perLine).toEqual([
      { discountMinor: 0, netMinor: 10_000 },
      { discountMinor: 5000, netMinor: 0 },
    ]);
    expect(explained(result, 2)).toMatchObject({ reason: 'spend-short', details: { missingMinor: 1000 } });
  });

  it('are all explained, in the order of their turns', () => {
    const offers = [
      anOffer({ no: 4, action: { kind: 'bonus-points', points: 1 }, priority: 99 }),
      anOffer({ no: 3, conditions: [{ kind: 'tier', tiers: ['gold'] }] }),
      anOffer({ no: 2, priority: 5, version: 7 }),
      anOffer({ no: 1 }),
    ];
    const result = evaluated(LINES, offers);
    expect(result.explanations.map(({ offerId }) => offerId)).toEqual([2, 1, 3, 4].map((no) => idNo(no)));
    expect(explained(result, 2)).toMatchObject({ version: 7, name: 'offer 2', applied: true });
  });
});

describe('caps', () => {
  const LINES = [aLine(1, 1, 10_000), aLine(2, 1, 5000)];

  it('of an offer hold for the basket and for each line, and say so', () => {
    const basket = evaluated(LINES, [anOffer({ action: percent(50), caps: { basketMinor: 1000, lineMinor: null } })]);
    expect(explained(basket, 1)).toMatchObject({ amountMinor: 1000, perLine: [667, 333], cutBy: 'offer-cap' });
    const line = evaluated(LINES, [anOffer({ action: percent(50), caps: { basketMinor: null, lineMinor: 2600 } })]);
    expect(explained(line, 1)).toMatchObject({ amountMinor: 5100, perLine: [2600, 2500], cutBy: 'offer-cap' });
  });

  it('of the chain on a line hold for all offers together', () => {
    const result = evaluated(
      LINES,
      [
        anOffer({ no: 1, priority: 2, action: percent(20) }),
        anOffer({ no: 2, priority: 1, action: percent(50, goodsOf(1)) }),
        anOffer({ no: 3, priority: 0, action: off(5, goodsOf(1)) }),
      ],
      { policy: { mostPercentOfLine: 30, mostPercentOfBasket: 100 } },
    );
    expect(result.perLine.map(({ discountMinor }) => discountMinor)).toEqual([3000, 1000]);
    expect(explained(result, 2)).toMatchObject({ amountMinor: 1000, cutBy: 'line-cap' });
    expect(explained(result, 3)).toMatchObject({ reason: 'line-cap-reached' });
  });

  it('of the chain on a basket cut the offers whose turn is last', () => {
    const offers = [3, 2, 1].map((priority) => anOffer({ no: 9 - priority, priority, action: off(1500) }));
    const result = evaluated(LINES, offers, { policy: { mostPercentOfLine: 100, mostPercentOfBasket: 15 } });
    expect(result.discountMinor).toBe(2250);
    expect(explained(result, 6)).toMatchObject({ amountMinor: 1500, cutBy: null });
    expect(explained(result, 7)).toMatchObject({ amountMinor: 750, cutBy: 'basket-cap' });
    expect(explained(result, 8)).toMatchObject({ applied: false, reason: 'basket-cap-reached' });
    expect(result.actions.map((action) => action.offerId)).toEqual([idNo(6), idNo(7)]);
  });
});

describe('limits', () => {
  const LINES = [aLine(1, 1, 10_000)];
  const counted = (offer: Offer, byMember: number, byAll: number, givenMinor = 0, member = aBuyer()) =>
    explained(evaluated(LINES, [offer], { member, counts: new Map([[offer.id, { byMember, byAll, givenMinor }]]) }), 1);

  it('trap 15: of a member and of everybody are told apart', () => {
    const offer = anOffer({ limits: { perMember: 2, total: 100, budgetMinor: null } });
    expect(counted(offer, 1, 99)).toMatchObject({ applied: true });
    expect(counted(offer, 2, 99)).toMatchObject({ reason: 'member-limit-reached', details: { limit: 2 } });
    expect(counted(offer, 0, 100)).toMatchObject({ reason: 'total-limit-reached', details: { limit: 100 } });
  });

  it('of a member keep out a customer who is not known', () => {
    const offer = anOffer({ limits: { perMember: 2, total: null, budgetMinor: null } });
    expect(explained(evaluated(LINES, [offer]), 1)).toMatchObject({ reason: 'no-member' });
  });

  it('of the budget cut the last one that has it, and keep out the next', () => {
    const offer = anOffer({ limits: { perMember: null, total: null, budgetMinor: 1500 } });
    expect(counted(offer, 0, 0, 500)).toMatchObject({ amountMinor: 1000, cutBy: null });
    expect(counted(offer, 0, 0, 900)).toMatchObject({ amountMinor: 600, cutBy: 'budget' });
    expect(counted(offer, 0, 0, 1500)).toMatchObject({ reason: 'budget-used-up' });
  });
});

/** As the engine orders them, so that both break ties alike. */
const inOrder = (lines: readonly OfferLine[]): OfferLine[] =>
  lines.toSorted(
    (a, b) =>
      a.grossMinor - b.grossMinor ||
      a.quantityThousandths - b.quantityThousandths ||
      (`${a.productId}||${a.unit}|${a.takesOffers}` < `${b.productId}||${b.unit}|${b.takesOffers}` ? -1 : 1),
  );

const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);

const withoutLines = ({ explanations, ...rest }: Evaluation) => ({
  explanations: explanations.map((each) => (each.applied ? { ...each, perLine: null } : each)),
  totals: [rest.discountMinor, rest.netMinor, rest.bonusPoints, rest.exact],
});

const byLine = (result: Evaluation, given: readonly OfferLine[]) =>
  given.map((line, index) => JSON.stringify([line, result.perLine[index], result.pointsPercent[index]])).toSorted();

describe('whatever the basket and the offers', () => {
  it('trap 12: allocations sum exactly, by line and by offer, and nothing goes below zero', () => {
    fc.assert(
      fc.property(someLines, anyOffers, aPolicy, (lines, offers, policy) => {
        const result = evaluated(lines, offers, { policy, member: aBuyer() });
        const applied = result.explanations.flatMap((one) => (one.applied ? [one] : []));
        expect(result.explanations).toHaveLength(offers.length);
        for (const [index, line] of lines.entries()) {
          const { discountMinor, netMinor } = result.perLine[index]!;
          expect(discountMinor).toBeGreaterThanOrEqual(0);
          expect(netMinor).toBeGreaterThanOrEqual(0);
          expect(discountMinor + netMinor).toBe(line.grossMinor);
          expect(sum(applied.map(({ perLine }) => perLine[index] ?? 0))).toBe(discountMinor);
          expect(discountMinor * 100).toBeLessThanOrEqual(line.grossMinor * policy.mostPercentOfLine);
          expect(line.takesOffers ? 0 : discountMinor).toBe(0);
        }
        for (const one of applied) expect(sum(one.perLine)).toBe(one.amountMinor);
        expect(sum(applied.map(({ amountMinor }) => amountMinor))).toBe(result.discountMinor);
        expect(sum(lines.map(({ grossMinor }) => grossMinor)) - result.discountMinor).toBe(result.netMinor);
        expect(result.discountMinor * 100).toBeLessThanOrEqual(
          sum(lines.map(({ grossMinor }) => grossMinor)) * policy.mostPercentOfBasket,
        );
        const groups = applied.flatMap(({ offerId }) => offers.find(({ id }) => id === offerId)?.group ?? []);
        expect(new Set(groups).size).toBe(groups.length);
      }),
      { numRuns: 400 },
    );
  });

  it('trap 13: 100 % off leaves 0.00 on every line', () => {
    fc.assert(
      fc.property(someLines, anyOffers, (lines, offers) => {
        const all = anOffer({ no: 99, action: percent(100) });
        const mine = lines.filter(({ takesOffers }) => takesOffers);
        const result = evaluated(mine, [...offers.map((offer) => ({ ...offer, conditions: [] })), all]);
        expect(result.netMinor).toBe(0);
        expect(result.perLine.every(({ netMinor }) => Object.is(netMinor, 0))).toBe(true);
      }),
    );
  });

  it('the order of lines and offers plays no part', () => {
    const shuffled = fc.tuple(someLines, anyOffers).chain(([lines, offers]) =>
      fc.record({
        lines: fc.constant(lines),
        offers: fc.constant(offers),
        order: fc.shuffledSubarray(
          lines.map((_, index) => index),
          { minLength: lines.length },
        ),
        otherOffers: fc.shuffledSubarray(offers, { minLength: offers.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, aPolicy, ({ lines, offers, order, otherOffers }, policy) => {
        const terms = { policy, member: aBuyer() };
        const one = evaluated(lines, offers, terms);
        const other = evaluated(
          order.map((index) => lines[index]!),
          otherOffers,
          terms,
        );
        expect(withoutLines(other)).toEqual(withoutLines(one));
        expect(
          byLine(
            other,
            order.map((index) => lines[index]!),
          ),
        ).toEqual(byLine(one, lines));
      }),
      { numRuns: 300 },
    );
  });

  it('an offer that does not apply changes nothing', () => {
    fc.assert(
      fc.property(someLines, anyOffers, aPolicy, fc.nat(20), (lines, offers, policy, at) => {
        const extraOffer = anOffer({
          no: 50,
          priority: at,
          group: at % 2 ? 'a' : null,
          action: percent(90),
          conditions: [{ kind: 'tier', tiers: ['platinum'] }],
        });
        const terms = { policy, member: aBuyer() };
        const { explanations, ...plain } = evaluated(lines, offers, terms);
        const { explanations: more, ...withIt } = evaluated(lines, offers.toSpliced(at, 0, extraOffer), terms);
        expect(withIt).toEqual(plain);
        expect(more.filter(({ offerId }) => offerId !== extraOffer.id)).toEqual(explanations);
      }),
    );
  });

  it('the customer never fares worse than with any single offer, also beyond the bound of the search', () => {
    fc.assert(
      fc.property(someLines, someOffers(money, 14), aPolicy, (lines, offers, policy) => {
        const { discountMinor } = evaluated(lines, offers, { policy });
        for (const offer of offers)
          expect(discountMinor).toBeGreaterThanOrEqual(evaluated(lines, [offer], { policy }).discountMinor);
      }),
      { numRuns: 200 },
    );
  });

  it('on small cases the best of all allowed sets is found, as a search by brute force finds it', () => {
    const percents = fc.constantFrom(100, 100, 50, 30);
    fc.assert(
      fc.property(someLines, moneyOffers, percents, (unordered, offers, mostPercentOfLine) => {
        const lines = inOrder(unordered);
        const policy = { ...NO_STACKING_CAP, mostPercentOfLine };
        const result = evaluated(lines, offers, { policy });
        expect(result.exact).toBe(true);
        expect(result.discountMinor).toBe(naiveBest(lines, offers, mostPercentOfLine));
        const chosen = offers.filter(({ id }) => result.explanations.some((one) => one.applied && one.offerId === id));
        expect(result.perLine.map(({ discountMinor }) => discountMinor)).toEqual(
          naiveOff(lines, chosen, mostPercentOfLine),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('says that the search was not exhaustive where too many offers have to do with each other', () => {
    const offers = Array.from({ length: 9 }, (_, index) => anOffer({ no: index + 1, action: percent(5) }));
    expect(2 ** 9).toBeGreaterThan(MOST_SETS);
    expect(evaluated([aLine(1, 1, 9999)], offers).exact).toBe(false);
    const apart = offers.map((offer, index) => ({ ...offer, action: percent(5, goodsOf(index + 1)) }));
    const lines = apart.map((_, index) => aLine(index + 1, 1, 100));
    expect(evaluated(lines, apart)).toMatchObject({ exact: true, discountMinor: 45 });
  });
});
