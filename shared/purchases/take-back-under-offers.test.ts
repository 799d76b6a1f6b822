import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A_MOMENT, aBuyer, aLine, anOffer, goodsOf } from '../../tests/fixtures/an-offer.ts';
import { anyOffers, aPolicy, someLines } from '../../tests/fixtures/any-offers.ts';
import { FIRST_PROGRAMME } from '../points/programme.ts';
import type { Action } from '../promotions/actions.ts';
import { NO_COUPONS } from '../promotions/coupons-at-hand.ts';
import { type EvaluationTerms, evaluate } from '../promotions/evaluate.ts';
import { type FrozenOffers, freeze, frozenOffersSchema, netUnder } from '../promotions/frozen.ts';
import { ALL_GOODS } from '../promotions/goods.ts';
import { NO_STACKING_CAP, type Offer, type StackingPolicy } from '../promotions/offer.ts';
import type { OfferUse } from '../promotions/offer-use.ts';
import type { OfferLine } from '../promotions/scene.ts';
import { taxWithin } from './price.ts';
import { type TakenBack, takeBack } from './take-back.ts';
import { type AlreadyBack, type SoldUnderOffers, takeBackUnderOffers } from './take-back-under-offers.ts';

const TAX_BP = 1300;
const NOTHING: FrozenOffers = { offers: [], lines: [], policy: NO_STACKING_CAP };

/** A sale of these lines under these offers, one point for each ten fen of the net. */
function sold(
  lines: readonly OfferLine[],
  offers: readonly Offer[],
  policy: StackingPolicy = NO_STACKING_CAP,
  paidShare = 0,
): SoldUnderOffers {
  const terms: EvaluationTerms = {
    lines,
    offers,
    member: aBuyer(),
    coupons: NO_COUPONS,
    at: A_MOMENT,
    counts: new Map(),
    policy,
    programme: FIRST_PROGRAMME,
  };
  const evaluation = evaluate(terms);
  const frozen = freeze(terms, evaluation) ?? {
    ...NOTHING,
    lines: lines.map(({ categoryId, takesOffers }) => ({ categoryId, takesOffers })),
  };
  const soldLines = lines.map((line, index) => {
    const { netMinor, discountMinor } = evaluation.perLine[index]!;
    return {
      productId: line.productId,
      unit: line.unit,
      quantityThousandths: line.quantityThousandths,
      grossMinor: line.grossMinor,
      discountMinor,
      netMinor,
      taxRateBp: TAX_BP,
      taxMinor: taxWithin(netMinor, TAX_BP),
      pointsEarned: Math.floor(netMinor / 10),
    };
  });
  const pointsPaidMinor = Math.floor((evaluation.netMinor * paidShare) / 100);
  return {
    lines: soldLines,
    netMinor: evaluation.netMinor,
    taxMinor: soldLines.reduce((sum, { taxMinor }) => sum + taxMinor, 0),
    pointsEarned: soldLines.reduce((sum, { pointsEarned }) => sum + pointsEarned, 0),
    pointsPaidMinor,
    pointsRedeemed: pointsPaidMinor,
    // As it comes back from where it is kept.
    frozen: frozenOffersSchema.parse(JSON.parse(JSON.stringify(frozen))),
    at: A_MOMENT,
    had: evaluation.explanations.flatMap((one) =>
      one.applied ? [{ offerId: one.offerId, version: 1, uses: 1, discountMinor: one.amountMinor, points: 7 }] : [],
    ),
  };
}

const NOTHING_BACK: AlreadyBack = { netMinor: 0, taxMinor: 0, pointsEarned: 0, offers: [] };

const addedUp = (had: OfferUse, all: readonly OfferUse[]): OfferUse => {
  const of = all.filter(({ offerId }) => offerId === had.offerId);
  const sum = (key: 'uses' | 'discountMinor' | 'points') => of.reduce((total, use) => total + use[key], 0);
  return { ...had, uses: sum('uses'), discountMinor: sum('discountMinor'), points: sum('points') };
};

/** Takes back step by step until these are kept (in thousandths of each line, one row for each step). */
function inSteps(sale: SoldUnderOffers, steps: readonly (readonly number[])[]): TakenBack[] {
  let kept: readonly number[] = sale.lines.map(({ quantityThousandths }) => quantityThousandths);
  let back: AlreadyBack = NOTHING_BACK;
  return steps.map((after) => {
    const taken = takeBackUnderOffers(sale, back, kept, after);
    kept = after;
    back = {
      netMinor: back.netMinor + taken.netMinor,
      taxMinor: back.taxMinor + taken.taxMinor,
      pointsEarned: back.pointsEarned + taken.pointsEarned,
      offers: sale.had.map((had) => addedUp(had, [...back.offers, ...(taken.offers ?? [])])),
    };
    return taken;
  });
}

const refunds = (sale: SoldUnderOffers, steps: readonly (readonly number[])[]) =>
  inSteps(sale, steps).map(({ netMinor }) => netMinor);
const buy2get1: Action = {
  kind: 'buy-x-get-y',
  goods: ALL_GOODS,
  buy: 2,
  get: 1,
  gets: null,
  percent: 100,
  mostTimes: null,
};

const aSale = fc
  .tuple(someLines, anyOffers, aPolicy, fc.integer({ min: 0, max: 100 }))
  .map(([lines, offers, policy, paidShare]) => sold(lines, offers, policy, paidShare));

/** A sale and a way from all of it kept to nothing. */
const aSaleAndSteps = aSale.chain((sale) =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: sale.lines.length, maxLength: sale.lines.length }), {
      maxLength: 6,
    })
    .map((shares) => {
      let kept = sale.lines.map(({ quantityThousandths }) => quantityThousandths);
      const steps = shares.map((row) => {
        kept = kept.map((thousandths, index) => Math.floor((thousandths * (row[index] ?? 0)) / 100));
        return kept;
      });
      return { sale, steps: [...steps, sale.lines.map(() => 0)] };
    }),
);

describe('goods of a sale under offers that come back', () => {
  it('trap 14: break “buy 2 get 1”, so that what was free is paid for by what comes back', () => {
    const sale = sold([aLine(1, 3, 100)], [anOffer({ action: buy2get1 })]);
    expect(sale.netMinor).toBe(200);
    expect(refunds(sale, [[2000], [1000], [0]])).toEqual([0, 100, 100]);
    expect(refunds(sale, [[1000], [0]])).toEqual([100, 100]);
    expect(refunds(sale, [[0]])).toEqual([200]);
  });

  it('trap 14: leave “buy 2 get 1” whole where enough is kept, at the price of what is kept', () => {
    const sale = sold([aLine(1, 1, 900), aLine(2, 3, 300)], [anOffer({ action: buy2get1 })]);
    expect(sale.netMinor).toBe(1500);
    // The dear one goes: of three at 300 one is still free.
    expect(
      refunds(sale, [
        [0, 3000],
        [0, 0],
      ]),
    ).toEqual([900, 600]);
  });

  it('trap 14: refund the allocated net where the offer still holds', () => {
    const tenth = anOffer({ action: { kind: 'percent', goods: ALL_GOODS, percent: 10 } });
    const sale = sold([aLine(1, 1, 1000), aLine(2, 1, 500)], [tenth]);
    expect(
      refunds(sale, [
        [1000, 0],
        [0, 0],
      ]),
    ).toEqual([450, 900]);
  });

  it('trap 14: take a threshold’s discount back where what is kept falls below it, and ask for no more than was paid', () => {
    const action: Action = { kind: 'threshold', goods: ALL_GOODS, spendMinor: 1000, offMinor: 300, repeats: 'once' };
    const sale = sold([aLine(1, 1, 900), aLine(2, 1, 200)], [anOffer({ action })]);
    expect(sale.netMinor).toBe(800);
    // 900 are kept, 800 were paid: nothing is refunded, and nothing is asked for.
    expect(
      refunds(sale, [
        [1000, 0],
        [0, 0],
      ]),
    ).toEqual([0, 800]);
  });

  it('are reckoned by the offers of the sale only, whatever is live by now', () => {
    const action: Action = { kind: 'amount', goods: goodsOf(1), offMinor: 100 };
    const limits = { perMember: 1, total: 1, budgetMinor: 60 };
    const ended = anOffer({
      action,
      limits,
      group: 'once',
      conditions: [
        { kind: 'window', from: null, until: '2026-03-15T12:01' },
        { kind: 'tier', tiers: ['member'] },
      ],
    });
    const sale = sold([aLine(1, 2, 500), aLine(2, 1, 500)], [ended]);
    expect(sale.netMinor).toBe(1440);
    expect(sale.frozen.offers).toMatchObject([
      {
        amountMinor: 60,
        offer: { conditions: [], group: null, caps: { basketMinor: 60 }, limits: { budgetMinor: null } },
      },
    ]);
    expect(
      refunds(sale, [
        [2000, 0],
        [1000, 0],
        [0, 0],
      ]),
    ).toEqual([500, 500, 440]);
  });

  it('lose an offer that asked for more of them than are kept', () => {
    const offer = anOffer({
      action: { kind: 'percent', goods: ALL_GOODS, percent: 50 },
      conditions: [{ kind: 'quantity', goods: ALL_GOODS, atLeastThousandths: 3000 }],
    });
    const sale = sold([aLine(1, 4, 100)], [offer]);
    expect(sale.netMinor).toBe(200);
    expect(refunds(sale, [[3000], [2000], [0]])).toEqual([50, 0, 150]);
  });

  it('leave no points that were never earned on a line that costs more now', () => {
    const together: Action = {
      kind: 'bundle',
      parts: [
        { goods: goodsOf(1), pieces: 1 },
        { goods: goodsOf(2), pieces: 1 },
      ],
      priceMinor: 1000,
      mostTimes: null,
    };
    const sale = sold([aLine(1, 1, 1000), aLine(2, 1, 1000)], [anOffer({ action: together })]);
    expect(sale.pointsEarned).toBe(100);
    // The set is broken: the other costs all that was paid, and keeps the points of its own line.
    const [first] = inSteps(sale, [[1000, 0]]);
    expect(first).toMatchObject({ netMinor: 0, pointsEarned: 50 });
  });

  it('keep of a long list of goods only what was in the basket', () => {
    const action: Action = { kind: 'percent', goods: goodsOf(1, 3, 4, 5), percent: 50 };
    const sale = sold([aLine(1, 1, 500), aLine(2, 1, 500)], [anOffer({ action })]);
    expect(sale.frozen.offers[0]?.offer.action).toMatchObject({ goods: goodsOf(1) });
    expect(
      refunds(sale, [
        [0, 1000],
        [0, 0],
      ]),
    ).toEqual([250, 500]);
  });

  it('trap 14: give back all that was paid, tax and points with it, whatever the steps', () => {
    fc.assert(
      fc.property(aSaleAndSteps, ({ sale, steps }) => {
        const sums = {
          netMinor: 0,
          taxMinor: 0,
          pointsEarned: 0,
          grossMinor: 0,
          pointsPaidMinor: 0,
          pointsRedeemed: 0,
        };
        for (const [step, taken] of inSteps(sale, steps).entries()) {
          for (const key of Object.keys(sums) as (keyof typeof sums)[]) {
            expect(taken[key]).toBeGreaterThanOrEqual(0);
            sums[key] += taken[key];
          }
          // What the customer has paid and not got back is at least what the kept goods cost.
          const kept = steps[step] as readonly number[];
          const places = kept.flatMap((thousandths, index) => (thousandths > 0 ? [index] : []));
          const stillThere = takeBackUnderOffers(sale, { ...sums, offers: sale.had }, kept, kept);
          expect(stillThere).toMatchObject({ netMinor: 0, pointsEarned: 0 });
          expect(places.length > 0 || sums.netMinor === sale.netMinor).toBe(true);
          for (const key of ['grossMinor', 'netMinor', 'discountMinor', 'taxMinor', 'pointsEarned'] as const)
            expect(taken.lines.reduce((sum, line) => sum + line[key], 0)).toBe(taken[key]);
          for (const line of taken.lines) expect(line.grossMinor - line.discountMinor).toBe(line.netMinor);
        }
        // Of every offer its use, its money and its points are given back, each once.
        const given = inSteps(sale, steps).flatMap(({ offers }) => offers ?? []);
        expect(sale.had.map((had) => addedUp(had, given))).toEqual(sale.had);
        const { netMinor, taxMinor, pointsEarned, pointsPaidMinor, pointsRedeemed } = sale;
        expect(sums).toMatchObject({ netMinor, taxMinor, pointsEarned });
        expect(sums.grossMinor).toBe(sale.lines.reduce((sum, { grossMinor }) => sum + grossMinor, 0));
        expect(netMinor === 0 || sums.pointsPaidMinor === pointsPaidMinor).toBe(true);
        expect(netMinor === 0 || sums.pointsRedeemed === pointsRedeemed).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('cost what they cost while all of them are kept', () => {
    fc.assert(
      fc.property(aSale, (sale) => {
        const all = sale.lines.map((line, index): OfferLine => ({ ...line, ...sale.frozen.lines[index]! }));
        const { net, byOffer } = netUnder(sale.frozen, all, sale.at);
        expect(net).toEqual(sale.lines.map(({ netMinor }) => netMinor));
        for (const { offerId, discountMinor } of sale.had) expect(byOffer.get(offerId) ?? 0).toBe(discountMinor);
      }),
      { numRuns: 300 },
    );
  });

  it('come back as from any sale where no offer applied', () => {
    fc.assert(
      fc.property(someLines, fc.integer({ min: 0, max: 100 }), (lines, share) => {
        const sale = sold(lines, []);
        const all = sale.lines.map(({ quantityThousandths }) => quantityThousandths);
        const kept = all.map((thousandths) => Math.floor((thousandths * share) / 100));
        const { netMinor, grossMinor } = takeBackUnderOffers(sale, NOTHING_BACK, all, kept);
        expect({ netMinor, grossMinor }).toMatchObject({ netMinor: takeBack(sale, all, kept).netMinor, grossMinor });
      }),
    );
  });
});
