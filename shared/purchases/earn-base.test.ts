import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { FIRST_PROGRAMME } from '../points/programme.ts';
import type { ProductSnapshot } from './price.ts';
import { paidWithoutEarning, priceBasket } from './sale.ts';
import { TENDER_KINDS, type TenderGiven } from './tender.ts';

const product = (priceMinor: number, index: number): ProductSnapshot & { readonly productId: Id<'product'> } => ({
  productId: `product-${index}` as Id<'product'>,
  categoryId: null,
  sku: `SKU-${index}`,
  name: 'tea',
  barcode: null,
  unit: 'piece',
  priceMinor,
  costMinor: null,
  taxRateBp: 0,
});
const KINDS = TENDER_KINDS.filter((kind) => kind !== 'points');

/** Tenders that settle `dueMinor`: others than cash for a part of it, cash for the rest and more. */
const settling = (dueMinor: number) =>
  fc
    .record({
      parts: fc.array(
        fc.record({ kind: fc.constantFrom(...KINDS.filter((kind) => kind !== 'cash')), share: fc.nat(100) }),
        {
          maxLength: 4,
        },
      ),
      cash: fc.array(fc.nat(20_000), { maxLength: 3 }),
      over: fc.nat(50_000),
    })
    .map(({ parts, cash, over }) => {
      let left = dueMinor;
      const given: TenderGiven[] = [];
      for (const { kind, share } of parts) {
        const amountMinor = Math.floor((left * share) / 100);
        if (amountMinor > 0) given.push({ kind, amountMinor, reference: null });
        left -= amountMinor;
      }
      for (const amountMinor of cash) if (amountMinor > 0) given.push({ kind: 'cash', amountMinor, reference: null });
      given.push({ kind: 'cash', amountMinor: left + over + 1, reference: null });
      return given;
    });

const basketAndTenders = fc
  .record({ prices: fc.array(fc.nat(30_000), { minLength: 1, maxLength: 6 }), steps: fc.nat(40) })
  .chain(({ prices, steps }) => {
    const netMinor = prices.reduce((sum, price) => sum + price, 0);
    const pointsToRedeem = Math.min(steps, Math.floor(netMinor / 100)) * 100;
    return settling(netMinor - pointsToRedeem).map((tenders) => ({ prices, pointsToRedeem, netMinor, tenders }));
  });

describe('what a sale earns points for', () => {
  it('trap 1: is the net less what tenders that earn nothing pay, change taken off, for every mix of tenders', () => {
    fc.assert(
      fc.property(
        basketAndTenders,
        fc.subarray([...KINDS]),
        fc.boolean(),
        ({ prices, pointsToRedeem, netMinor, tenders }, without, pointsPaidEarns) => {
          const products = prices.map(product);
          const earn = {
            ...FIRST_PROGRAMME.earn,
            points: 1,
            perMinor: 1,
            tendersWithoutEarning: without,
            pointsPaidEarns,
          };
          const lots = [
            {
              lotId: 'lot' as Id<'lot'>,
              ownerId: 'm' as Id<'member'>,
              heldPoints: 1e9,
              earnedAtMs: 0,
              availableAtMs: 0,
              expiresAtMs: null,
            },
          ];
          const priced = priceBasket(
            {
              products: new Map(products.map((each) => [each.productId, each])),
              member: {
                memberId: 'm' as Id<'member'>,
                status: 'active',
                tier: 'member',
                debtPoints: 0,
                debts: [],
                lots,
              },
              programme: { ...FIRST_PROGRAMME, earn },
              day: { zone: 'Asia/Shanghai', cutoverMinutes: 0 },
              offers: null,
              presented: [],
            },
            { lines: products.map(({ productId }) => ({ productId, quantityThousandths: 1000 })), pointsToRedeem },
            tenders,
            1,
          );
          if (!priced.ok || !priced.value.settled.ok) throw new Error('these tenders settle this basket');
          const { settled, pointsPerLine } = priced.value;
          const net = settled.value.filter(({ kind }) => without.includes(kind as (typeof without)[number]));
          const excluded = net.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
          expect(paidWithoutEarning(settled.value, without)).toBe(excluded);
          const base = netMinor - excluded - (pointsPaidEarns ? 0 : pointsToRedeem);
          expect(base).toBeGreaterThanOrEqual(0);
          expect(pointsPerLine.reduce((sum, points) => sum + points, 0)).toBe(base);
          expect(Math.min(0, ...pointsPerLine)).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('trap 1: change out of cash that earns nothing takes nothing from what earns', () => {
    const [tea] = [product(10_000, 0)];
    const priced = priceBasket(
      {
        products: new Map([[tea.productId, tea]]),
        member: { memberId: 'm' as Id<'member'>, status: 'active', tier: 'member', debtPoints: 0, debts: [], lots: [] },
        programme: { ...FIRST_PROGRAMME, earn: { ...FIRST_PROGRAMME.earn, tendersWithoutEarning: ['cash'] } },
        day: { zone: 'Asia/Shanghai', cutoverMinutes: 0 },
        offers: null,
        presented: [],
      },
      { lines: [{ productId: tea.productId, quantityThousandths: 1000 }], pointsToRedeem: 0 },
      [
        { kind: 'wechat-pay', amountMinor: 6000, reference: null },
        { kind: 'cash', amountMinor: 10_000, reference: null },
      ],
      1,
    );
    expect(priced).toMatchObject({ ok: true, value: { pointsPerLine: [60] } });
  });
});
