import type { CouponIssueFact, CouponUse } from '../coupons/coupon.facts.ts';
import { type CouponInForce, validityOn } from '../coupons/coupon-kind.ts';
import type { CouponRefusal, PresentedCoupon } from '../coupons/present.ts';
import type { Id, IdSource } from '../kernel/id.ts';
import { businessDate, type DayRule } from '../kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts';
import { sumOf } from '../kernel/sum.ts';
import type { Tier } from '../members/profile.ts';
import { earnedPoints } from '../points/earn.ts';
import { isWorthEarning, lotTerms } from '../points/expiry.ts';
import type { PointsEntryFact } from '../points/points-entry.fact.ts';
import type { Programme } from '../points/programme.ts';
import { decideRedemption, maxRedeemable, type PointsAccount, spendableAtOnce, takenFrom } from '../points/redeem.ts';
import { type Debt, type EntryOfAct, repayEntries } from '../points/repay.ts';
import type { OfferUse } from '../promotions/offer-use.ts';
import { couponAskedBy } from '../promotions/turn.ts';
import { type OpenItem, openProduct } from './open-item.ts';
import { MAX_BASKET_MINOR, type PricedLine, type ProductSnapshot, priceLine, type Totals, totalsOf } from './price.ts';
import type { PurchaseFact } from './purchase.fact.ts';
import { isOwnReceiptNumber, receiptTaken } from './receipt-number.ts';
import { settle, type TenderGiven, type TenderTaken } from './tender.ts';
import {
  type OffersAtHand,
  type PointsUnderOffers,
  pointsUnderOffers,
  type UnderOffers,
  underOffers,
} from './under-offers.ts';

interface ProductLine {
  readonly productId: Id<'product'>;
  readonly quantityThousandths: number;
  readonly override?: { readonly unitPriceMinor: number; readonly reason: string } | undefined;
}
interface OpenLine {
  readonly open: OpenItem;
  readonly quantityThousandths: number;
}
export type BasketLine = ProductLine | OpenLine;

/** Whether somebody set the price of a line by hand: another one than the catalogue's, or one where it has none. */
export const isPricedByHand = (line: BasketLine): boolean => 'open' in line || line.override !== undefined;

/** What the decision sees of a member. `lots` are those this store holds, of all ids that stand for the person. */
export interface MemberSnapshot extends PointsAccount {
  /** The id that was asked for: facts are written with it. */
  readonly memberId: Id<'member'>;
  readonly tier: Tier;
  /** What each of the ids owes; together `debtPoints`. */
  readonly debts: readonly Debt[];
}

export interface TillSnapshot {
  readonly storeId: Id<'store'>;
  readonly storeCode: string;
  readonly tillId: Id<'till'>;
  readonly tillCode: string;
  readonly lastReceiptCounter: number;
  readonly currency: string;
}

export interface BasketSnapshot {
  readonly products: ReadonlyMap<Id<'product'>, ProductSnapshot>;
  readonly member: MemberSnapshot | null;
  readonly programme: Programme;
  readonly day: DayRule;
  /** Null where no offer is live. */
  readonly offers: OffersAtHand | null;
  /** The coupons that the customer presents, each once, with what is to be said of it. */
  readonly presented: readonly PresentedCoupon[];
}

export interface PricedBasket extends Totals {
  readonly lines: readonly PricedLine[];
  readonly pointsPerLine: readonly number[];
  /** What offers came to, with the points that each gives; null where none is live. */
  readonly offers: (UnderOffers & { readonly points: ReadonlyMap<Id<'offer'>, number> }) | null;
  /** What the basket earns before it is known how it is paid. */
  readonly quotedPoints: number;
  readonly pointsPaidMinor: number;
  readonly maxRedeemablePoints: number;
  /** How the tenders settle what points leave to pay. */
  readonly settled: ReturnType<typeof settle>;
}

type PriceRefusal = Refusal<'product-unknown'> | Refusal<'amount-too-large'>;

/**
 * Prices a basket and says what it earns. `tenders` are none while they are not known yet, as in a quote. A suspended
 * or closed member earns nothing, nor does anybody what would end before it can be spent.
 */
export function priceBasket(
  snapshot: BasketSnapshot,
  basket: { readonly lines: readonly BasketLine[]; readonly pointsToRedeem: number },
  tenders: readonly TenderGiven[],
  nowMs: number,
): Outcome<PricedBasket, PriceRefusal> {
  const rungUp: PricedLine[] = [];
  for (const line of basket.lines) {
    if ('open' in line) rungUp.push(priceLine(openProduct(line.open), line.quantityThousandths));
    else {
      const product = snapshot.products.get(line.productId);
      if (!product) return refuse('product-unknown', { productId: line.productId });
      rungUp.push(priceLine(product, line.quantityThousandths, line.override));
    }
  }
  if (Math.abs(totalsOf(rungUp).grossMinor) > MAX_BASKET_MINOR) return refuse('amount-too-large');
  const applied =
    snapshot.offers &&
    underOffers(
      rungUp,
      basket.lines.map((line) => !isPricedByHand(line)),
      snapshot.offers,
      snapshot.programme,
    );
  const lines = applied?.lines ?? rungUp;
  const totals = totalsOf(lines);

  const { earn, redeem } = snapshot.programme;
  const pointsPaidMinor = Math.floor(basket.pointsToRedeem / redeem.stepPoints) * redeem.stepMinor;
  const settled = settle(Math.max(0, totals.netMinor - pointsPaidMinor), tenders);
  const pointsPaidWithout = earn.pointsPaidEarns ? 0 : pointsPaidMinor;
  const tenderedWithout = settled.ok ? paidWithoutEarning(settled.value, earn.tendersWithoutEarning) : 0;
  const earned = (excludedMinor: number) => pointsOf(snapshot, lines, applied, excludedMinor, nowMs);
  const points = earned(pointsPaidWithout + tenderedWithout);
  const quoted = tenderedWithout === 0 ? points : earned(pointsPaidWithout);
  const { member } = snapshot;
  const available = member ? spendableAtOnce(member, nowMs) : 0;
  return done({
    ...totals,
    lines,
    pointsPerLine: points.perLine,
    offers: applied && { ...applied, points: points.byOffer },
    quotedPoints: sumOf(quoted.perLine),
    pointsPaidMinor,
    maxRedeemablePoints: maxRedeemable(redeem, totals.netMinor, available),
    settled,
  });
}

/** What lines earn of which `excludedMinor` is paid by what earns nothing. */
function pointsOf(
  { programme, member, day }: BasketSnapshot,
  lines: readonly PricedLine[],
  applied: UnderOffers | null,
  excludedMinor: number,
  nowMs: number,
): PointsUnderOffers {
  if (member?.status !== 'active' || !isWorthEarning(programme, nowMs, day.zone))
    return { perLine: lines.map(() => 0), byOffer: new Map() };
  const ordinary = earnedPoints(
    programme.earn,
    lines.map((line) => ({ ...line, productId: line.product.productId, categoryId: line.product.categoryId })),
    excludedMinor,
    member.tier,
  );
  return applied
    ? pointsUnderOffers(ordinary, applied, programme.earn.rounding)
    : { perLine: ordinary, byOffer: new Map() };
}

/** What settles a purchase by tenders that earn nothing: what was given less the change of it. */
export const paidWithoutEarning = (tenders: readonly TenderTaken[], kinds: readonly string[]): number =>
  tenders.reduce((sum, { kind, amountMinor }) => sum + (kinds.includes(kind) ? amountMinor : 0), 0);

export interface SaleCommand {
  readonly purchaseId: Id<'purchase'>;
  readonly lines: readonly BasketLine[];
  readonly pointsToRedeem: number;
  readonly tenders: readonly TenderGiven[];
  readonly expectedNetMinor: number;
  /** The offers that the quote applied, and the points that it promised; not held against the sale where they are not given. */
  readonly expectedOffers?: readonly Pick<OfferUse, 'offerId' | 'version'>[] | undefined;
  readonly expectedPoints?: number | undefined;
  /** The number under which the till's own software prints the receipt; else the till counts on its own. */
  readonly posReceiptNumber?: string | undefined;
}

export interface SaleSnapshot extends BasketSnapshot {
  readonly till: TillSnapshot;
  readonly staffId: Id<'staff'> | null;
  /** The till's own software, where it sells and no colleague does. */
  readonly apiKeyId?: Id<'api-key'> | null;
  /** Who allows prices that are set by hand: the seller, or whoever approved. Null: nobody does. */
  readonly overrideById: Id<'staff'> | null;
  readonly shiftId: Id<'shift'> | null;
  /** The kinds of coupons that offers may give, and where codes come from. */
  readonly couponKinds: ReadonlyMap<Id<'coupon-kind'>, CouponInForce>;
  readonly newCouponCode: () => string;
}

export interface DecidedSale {
  readonly purchase: PurchaseFact;
  readonly entries: readonly PointsEntryFact[];
  /** The coupons that the sale gives for the next visit. */
  readonly coupons: readonly CouponIssueFact[];
}

export type SaleRefusal =
  | PriceRefusal
  | Refusal<
      | 'receipt-number-reserved'
      | 'price-changed'
      | 'offers-changed'
      | 'points-changed'
      | 'approval-needed'
      | 'member-blocked'
      | 'no-member-to-redeem'
      | 'redeem-step'
      | 'redeem-exceeds-basket'
      | 'insufficient-points'
      | 'redemption-frozen'
      | 'tender-short'
      | 'tender-over'
      | CouponRefusal
    >;

/** Decides a sale: the purchase as it will be recorded, and every points entry that belongs to it. Writes nothing. */
export function decideSale(
  snapshot: SaleSnapshot,
  command: SaleCommand,
  nowMs: number,
  ids: IdSource,
): Outcome<DecidedSale, SaleRefusal> {
  const { programme, member, till } = snapshot;
  const { posReceiptNumber } = command;
  if (posReceiptNumber !== undefined && isOwnReceiptNumber(till.storeCode, till.tillCode, posReceiptNumber))
    return refuse('receipt-number-reserved');
  const priced = priceBasket(snapshot, command, command.tenders, nowMs);
  if (!priced.ok) return priced;
  const basket = priced.value;
  const refused = snapshot.presented.find(({ refusal }) => refusal)?.refusal;
  if (refused) return refused;
  if (command.lines.some(isPricedByHand) && !snapshot.overrideById) return refuse('approval-needed');
  if (basket.netMinor !== command.expectedNetMinor) return refuse('price-changed', { netMinor: basket.netMinor });

  const redemption = decidePointsPayment(snapshot, command, basket, nowMs);
  if (!redemption.ok) return redemption;
  const { settled } = basket;
  if (!settled.ok) return settled;
  const offerUses = offerUsesOf(basket);
  const couponUses = couponUsesOf(snapshot, basket);
  if (command.expectedOffers && !sameOffers(command.expectedOffers, offerUses)) return refuse('offers-changed');
  if (command.expectedPoints !== undefined && command.expectedPoints !== basket.quotedPoints)
    return refuse('points-changed', { points: basket.quotedPoints });

  const businessDay = businessDate(nowMs, snapshot.day);
  const pointsEarned = basket.pointsPerLine.reduce((sum, points) => sum + points, 0);
  const pointsTender: TenderTaken[] =
    command.pointsToRedeem > 0
      ? [
          {
            kind: 'points',
            amountMinor: basket.pointsPaidMinor,
            changeMinor: 0,
            points: command.pointsToRedeem,
            reference: null,
          },
        ]
      : [];
  const purchase: PurchaseFact = {
    id: command.purchaseId,
    entryKind: 'sale',
    storeId: till.storeId,
    tillId: till.tillId,
    ...receiptTaken(till, command.posReceiptNumber),
    memberId: member?.memberId ?? null,
    staffId: snapshot.staffId,
    apiKeyId: snapshot.apiKeyId ?? null,
    channel: 'till',
    currency: till.currency,
    zone: snapshot.day.zone,
    cutoverMinutes: snapshot.day.cutoverMinutes,
    businessDate: businessDay,
    occurredAtMs: nowMs,
    grossMinor: basket.grossMinor,
    discountMinor: basket.discountMinor,
    netMinor: basket.netMinor,
    taxMinor: basket.taxMinor,
    pointsPaidMinor: basket.pointsPaidMinor,
    pointsEarned,
    pointsRedeemed: command.pointsToRedeem,
    programmeVersion: member ? programme.version : null,
    originalId: null,
    shiftId: snapshot.shiftId,
    importId: null,
    lines: basket.lines.map((line, index) => ({
      productId: line.product.productId,
      sku: line.product.sku,
      name: line.product.name,
      barcode: line.product.barcode,
      unit: line.product.unit,
      quantityThousandths: line.quantityThousandths,
      unitPriceMinor: line.unitPriceMinor,
      override: line.override && snapshot.overrideById && { ...line.override, byId: snapshot.overrideById },
      grossMinor: line.grossMinor,
      discountMinor: line.discountMinor,
      netMinor: line.netMinor,
      taxRateBp: line.product.taxRateBp,
      taxMinor: line.taxMinor,
      costMinor: line.product.costMinor,
      pointsEarned: basket.pointsPerLine[index] ?? 0,
      originalLineNo: null,
    })),
    tenders: [...pointsTender, ...settled.value],
    ...(basket.offers?.frozen ? { promotion: basket.offers.frozen, offerUses } : {}),
    ...(couponUses.length > 0 ? { coupons: couponUses } : {}),
  };
  const coupons = couponsGiven(snapshot, basket, purchase, ids);
  if (!member) return done({ purchase, entries: [], coupons });

  const entry = {
    memberId: member.memberId,
    holderId: till.storeId,
    actId: purchase.id as string as Id<'act'>,
    purchaseId: purchase.id,
    atMs: nowMs,
    businessDate: businessDay,
    programmeVersion: programme.version,
    reason: null,
    staffId: snapshot.staffId,
    approvedById: null,
  };
  const redeemed = redemption.value.map(
    (take): PointsEntryFact => ({
      ...entry,
      ...takenFrom(take.ownerId, member.memberId),
      id: ids(),
      kind: 'redeem',
      lotId: take.lotId,
      points: -take.points,
      debtPoints: 0,
      lot: null,
    }),
  );
  return done({
    purchase,
    coupons,
    entries: [...redeemed, ...earnEntries(entry, pointsEarned, member.debts, programme, snapshot.day.zone, ids)],
  });
}

/** What the sale has of each offer that applied, in the order of their turns. */
const offerUsesOf = ({ offers }: PricedBasket): OfferUse[] =>
  (offers?.evaluation.explanations ?? []).flatMap((one): OfferUse[] => {
    if (!one.applied) return [];
    const { offerId, version, amountMinor: discountMinor } = one;
    return [{ offerId, version, uses: 1, discountMinor, points: offers?.points.get(offerId) ?? 0 }];
  });

/** The coupon that each offer uses up: the first that was presented of the kind it asks for. */
export const couponUsesOf = ({ presented, offers: atHand }: BasketSnapshot, { offers }: PricedBasket): CouponUse[] =>
  (offers?.evaluation.actions ?? []).flatMap(({ offerId }): CouponUse[] => {
    const offer = atHand?.offers.find(({ id }) => id === offerId);
    const kindId = offer && couponAskedBy(offer);
    const coupon = kindId && presented.find(({ kind, refusal }) => !refusal && kind?.kindId === kindId);
    return coupon ? [{ code: coupon.code, offerId, uses: 1 }] : [];
  });

/** The coupons that offers give with this sale: the member's, or whoever's shows the receipt. */
function couponsGiven(
  { couponKinds, newCouponCode }: SaleSnapshot,
  { offers }: PricedBasket,
  { id: purchaseId, storeId: holderId, memberId, staffId, businessDate: today, occurredAtMs: atMs }: PurchaseFact,
  ids: IdSource,
): CouponIssueFact[] {
  return (offers?.evaluation.coupons ?? []).map(({ offerId, couponKindId: kindId, count }) => {
    const kind = couponKinds.get(kindId);
    if (!kind) throw new Error('an offer gives a coupon of a kind that was not gathered');
    return {
      id: ids<'coupon-issue'>(),
      kindId,
      kindVersion: kind.version,
      codes: Array.from({ length: count }, newCouponCode),
      memberId,
      holderId,
      origin: 'offer',
      batchId: null,
      purchaseId,
      offerId,
      ...validityOn(kind.terms, today),
      atMs,
      staffId,
    };
  });
}

const sameOffers = (expected: NonNullable<SaleCommand['expectedOffers']>, had: readonly OfferUse[]): boolean =>
  expected.length === had.length &&
  had.every(({ offerId, version }) => expected.some((one) => one.offerId === offerId && one.version === version));

function decidePointsPayment(snapshot: SaleSnapshot, command: SaleCommand, basket: PricedBasket, nowMs: number) {
  const { redeem } = snapshot.programme;
  if (command.pointsToRedeem === 0) return done([]);
  if (!snapshot.member) return refuse('no-member-to-redeem');
  if (command.pointsToRedeem % redeem.stepPoints !== 0) return refuse('redeem-step', { stepPoints: redeem.stepPoints });
  const basketAllows = maxRedeemable(redeem, basket.netMinor, Number.MAX_SAFE_INTEGER);
  if (command.pointsToRedeem > basketAllows) return refuse('redeem-exceeds-basket', { maxPoints: basketAllows });
  return decideRedemption(snapshot.member, command.pointsToRedeem, nowMs);
}

/** The lot that is earned and, where the member owes points, what of it repays the debt first. */
export function earnEntries(
  entry: EntryOfAct,
  points: number,
  debts: readonly Debt[],
  programme: Programme,
  zone: string,
  ids: IdSource,
): PointsEntryFact[] {
  if (points === 0) return [];
  const id = ids<'points-entry'>();
  const lotId = id as string as Id<'lot'>;
  const earn: PointsEntryFact = {
    ...entry,
    id,
    kind: 'earn',
    lotId,
    points,
    debtPoints: 0,
    lot: { source: 'purchase', ...lotTerms(programme, entry.atMs, zone) },
  };
  return [earn, ...repayEntries(entry, lotId, points, debts, ids)];
}
