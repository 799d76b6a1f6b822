import type { z } from 'zod';
import type { purchasesContract, Quote } from '../../../shared/contract/purchases.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { priceBasket } from '../../../shared/purchases/sale.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { couponsInQuote, couponsThatWait } from '../coupons/coupons-in-quote.ts';
import { explainOffers } from '../offers/explain-offers.ts';
import { basketSnapshot, memberSnapshot } from './sale-snapshot.ts';

type Basket = z.output<typeof purchasesContract.quote.input>;

/** What a basket costs and earns now. Nothing is written. */
export function quoteBasket(
  store: OpenStore,
  basket: Basket,
  nowMs: number,
  /** Said of every coupon while the till has to wait. */
  couponWait: Refusal<'coupon-wait'> | null = null,
): Outcome<Quote, Refusal<(typeof purchasesContract.quote.refusals)[number]>> {
  const member = basket.memberId && memberSnapshot(store, basket.memberId);
  if (basket.memberId && !member) return refuse('member-unknown');
  const snapshot = basketSnapshot(store, couponWait ? { lines: basket.lines } : basket, member, nowMs);
  const priced = priceBasket(snapshot, basket, [], nowMs);
  if (!priced.ok) return priced;
  const {
    lines,
    pointsPerLine,
    pointsPaidMinor,
    maxRedeemablePoints,
    settled: _,
    offers: _offers,
    quotedPoints,
    ...totals
  } = priced.value;
  return done({
    ...totals,
    pointsPaidMinor,
    toPayMinor: Math.max(0, totals.netMinor - pointsPaidMinor),
    pointsToEarn: quotedPoints,
    maxRedeemablePoints,
    redeemStepPoints: snapshot.programme.redeem.stepPoints,
    offers: explainOffers(store.db, priced.value),
    coupons: couponWait ? couponsThatWait(basket.coupons ?? [], couponWait) : couponsInQuote(snapshot, priced.value),
    redeemStepMinor: snapshot.programme.redeem.stepMinor,
    lines: lines.map(({ product, override, ...line }, index) => ({
      ...line,
      listPriceMinor: override?.listPriceMinor ?? null,
      productId: product.productId,
      sku: product.sku,
      name: product.name,
      barcode: product.barcode,
      unit: product.unit,
      taxRateBp: product.taxRateBp,
      pointsEarned: pointsPerLine[index] ?? 0,
    })),
  });
}
