import type { CouponRecallFact, CouponUse } from '../coupons/coupon.facts.ts';
import type { Id, IdSource } from '../kernel/id.ts';
import { businessDate, type DayRule } from '../kernel/instant.ts';
import { minus } from '../kernel/minus.ts';
import { done, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts';
import type { PointsEntryFact } from '../points/points-entry.fact.ts';
import type { LotTake } from '../points/redeem.ts';
import type { FrozenOffers } from '../promotions/frozen.ts';
import type { OfferUse } from '../promotions/offer-use.ts';
import type { OfferMoment } from '../promotions/scene.ts';
import { type Doer, doerIds } from '../staff/doer.ts';
import type { EntryKind, PurchaseFact, PurchaseLineFact } from './purchase.fact.ts';
import { isOwnReceiptNumber, receiptTaken } from './receipt-number.ts';
import type { TillSnapshot } from './sale.ts';
import { lotsGivenBack, type TakenBack, takeBack } from './take-back.ts';
import { type AlreadyBack, takeBackUnderOffers } from './take-back-under-offers.ts';
import type { TenderKind } from './tender.ts';

export interface ReturnLine {
  /** 1-based, of the original receipt. */
  readonly lineNo: number;
  readonly quantityThousandths: number;
}

export interface Refund {
  readonly kind: Exclude<TenderKind, 'points'>;
  readonly amountMinor: number;
  readonly reference: string | null;
}

/** The sale that goods come back from, with what has come back already. */
export interface SaleToReturn {
  readonly purchaseId: Id<'purchase'>;
  readonly receiptNumber: string;
  readonly memberId: Id<'member'> | null;
  readonly businessDate: string;
  readonly netMinor: number;
  readonly pointsPaidMinor: number;
  readonly pointsRedeemed: number;
  readonly programmeVersion: number | null;
  readonly lines: readonly PurchaseLineFact[];
  readonly tenders: readonly {
    readonly kind: TenderKind;
    readonly amountMinor: number;
    readonly reference: string | null;
  }[];
  /** Thousandths of each line that came back before. */
  readonly returnedThousandths: readonly number[];
  /** Points that went back to their lots before. */
  readonly pointsGivenBack: number;
  /** The lots that the sale took points from, in the order of taking. */
  readonly taken: readonly LotTake[];
  /** The lot that the sale opened, and what this store still holds of it; null where it earned nothing. */
  readonly earned: { readonly lotId: Id<'lot'>; readonly heldPoints: number } | null;
  /** The rules of the offers that applied, and what has gone back under them; null where none did. */
  readonly under: SaleUnderOffers | null;
}

interface SaleUnderOffers {
  readonly frozen: FrozenOffers;
  readonly at: OfferMoment;
  readonly had: readonly OfferUse[];
  readonly taxMinor: number;
  readonly pointsEarned: number;
  readonly back: AlreadyBack;
  /** The coupons that the sale was made with and that were not given back yet. */
  readonly coupons: readonly CouponUse[];
  /** The coupons that it gave and that were not taken back yet, and whether they have been used. */
  readonly given: readonly { readonly code: string; readonly offerId: Id<'offer'>; readonly isUsed: boolean }[];
}

export interface ReturnSnapshot {
  readonly sale: SaleToReturn;
  readonly till: TillSnapshot;
  readonly day: DayRule;
  readonly by: Doer;
  readonly shiftId: Id<'shift'> | null;
}

export interface DecidedReturn {
  readonly purchase: PurchaseFact;
  readonly entries: readonly PointsEntryFact[];
  /** Takes back the coupons that the sale gave; null where there are none to take. */
  readonly recall: CouponRecallFact | null;
}

export interface QuotedReturn {
  readonly back: TakenBack;
  readonly payOutMinor: number;
  readonly pointsOwed: number;
  readonly coupons: CouponsBack;
}

/** What becomes of the coupons of a sale of which goods come back. */
interface CouponsBack {
  /** The coupons that it was made with: with the last piece they can be used again, before that they stay used. */
  readonly uses: readonly CouponUse[];
  /** The coupons that it gave for goods which are kept no longer, in part used already. */
  readonly recalled: readonly { readonly code: string; readonly isUsed: boolean }[];
}

function couponsBack({ under }: SaleToReturn, { standing }: TakenBack, isAllBack: boolean): CouponsBack {
  if (!under) return { uses: [], recalled: [] };
  return {
    uses: under.coupons.map((use) => ({ ...use, uses: isAllBack ? -1 : 0 })),
    recalled: under.given.filter(({ offerId }) => isAllBack || !standing?.has(offerId)),
  };
}

const keptOf = (sale: SaleToReturn): number[] =>
  sale.lines.map((line, index) => line.quantityThousandths - (sale.returnedThousandths[index] ?? 0));

/** What a return of these lines gives back, or why it cannot be. */
export function quoteReturn(
  sale: SaleToReturn,
  lines: readonly ReturnLine[],
): Outcome<QuotedReturn, Refusal<'line-unknown' | 'more-than-sold'>> {
  const before = keptOf(sale);
  const after = [...before];
  for (const { lineNo, quantityThousandths } of lines) {
    const kept = after[lineNo - 1];
    if (kept === undefined) return refuse('line-unknown', { lineNo });
    if (quantityThousandths > kept) return refuse('more-than-sold', { lineNo, leftThousandths: kept });
    after[lineNo - 1] = kept - quantityThousandths;
  }
  const { under } = sale;
  const back = under
    ? takeBackUnderOffers({ ...sale, ...under }, under.back, before, after)
    : takeBack(sale, before, after);
  return done({
    back,
    payOutMinor: back.netMinor - back.pointsPaidMinor,
    pointsOwed: Math.max(0, back.pointsEarned - (sale.earned?.heldPoints ?? 0)),
    coupons: couponsBack(
      sale,
      back,
      after.every((thousandths) => thousandths === 0),
    ),
  });
}

function refundTenders(back: TakenBack, refunds: readonly Refund[]): PurchaseFact['tenders'] {
  const paidOut = refunds.map((refund) => ({
    ...refund,
    amountMinor: minus(refund.amountMinor),
    changeMinor: 0,
    points: null,
  }));
  // One point may pay much, so a piece can be worth a part of one: the money's share then goes without a point.
  return back.pointsRedeemed === 0 && back.pointsPaidMinor === 0
    ? paidOut
    : [
        {
          kind: 'points' as const,
          amountMinor: minus(back.pointsPaidMinor),
          changeMinor: 0,
          points: minus(back.pointsRedeemed),
          reference: null,
        },
        ...paidOut,
      ];
}

const givenBack = (use: OfferUse): OfferUse => ({
  ...use,
  uses: minus(use.uses),
  discountMinor: minus(use.discountMinor),
  points: minus(use.points),
});

const returnedLine = (
  line: PurchaseLineFact,
  lineNo: number,
  quantityThousandths: number,
  back: TakenBack['lines'][number],
): PurchaseLineFact => ({
  ...line,
  quantityThousandths: minus(quantityThousandths),
  grossMinor: minus(back.grossMinor),
  discountMinor: minus(back.discountMinor),
  netMinor: minus(back.netMinor),
  taxMinor: minus(back.taxMinor),
  pointsEarned: minus(back.pointsEarned),
  override: null,
  originalLineNo: lineNo,
});

function entryOf(snapshot: ReturnSnapshot, purchaseId: Id<'purchase'>, nowMs: number) {
  return {
    holderId: snapshot.till.storeId,
    actId: purchaseId as Id as Id<'act'>,
    purchaseId,
    atMs: nowMs,
    businessDate: businessDate(nowMs, snapshot.day),
    programmeVersion: snapshot.sale.programmeVersion,
    reason: null,
    staffId: doerIds(snapshot.by).staffId,
    approvedById: null,
    lot: null,
  };
}

/**
 * The points entries of a return: what was redeemed goes back to its lots; what was earned is taken from the lot it
 * lies in, and what is no longer there becomes a debt, repaid by the next earning.
 */
function pointsBack(
  snapshot: ReturnSnapshot,
  back: TakenBack,
  purchaseId: Id<'purchase'>,
  nowMs: number,
  ids: IdSource,
): PointsEntryFact[] {
  const { sale } = snapshot;
  const { memberId, earned } = sale;
  if (!memberId) return [];
  const entry = { ...entryOf(snapshot, purchaseId, nowMs), memberId };
  const entries: PointsEntryFact[] = lotsGivenBack(sale.taken, sale.pointsGivenBack, back.pointsRedeemed).map(
    (given) => ({
      ...entry,
      id: ids<'points-entry'>(),
      memberId: given.ownerId,
      kind: 'unredeem',
      lotId: given.lotId,
      points: given.points,
      debtPoints: 0,
    }),
  );
  if (!earned || back.pointsEarned === 0) return entries;
  const taken = Math.min(back.pointsEarned, earned.heldPoints);
  const owed = back.pointsEarned - taken;
  if (taken > 0)
    entries.push({
      ...entry,
      id: ids<'points-entry'>(),
      kind: 'clawback',
      lotId: earned.lotId,
      points: -taken,
      debtPoints: 0,
    });
  if (owed > 0)
    entries.push({
      ...entry,
      id: ids<'points-entry'>(),
      kind: 'debt',
      lotId: earned.lotId,
      points: 0,
      debtPoints: owed,
    });
  return entries;
}

interface GoodsBack {
  readonly purchaseId: Id<'purchase'>;
  readonly entryKind: Exclude<EntryKind, 'sale'>;
  readonly receipt: Pick<PurchaseFact, 'receiptNumber' | 'receiptCounter'>;
  readonly quantities: readonly number[];
  readonly refunds: readonly Refund[];
  readonly coupons: CouponsBack;
}

function recordOf(
  snapshot: ReturnSnapshot,
  back: TakenBack,
  goods: GoodsBack,
  nowMs: number,
  ids: IdSource,
): DecidedReturn {
  const { sale, till } = snapshot;
  const lines = sale.lines.flatMap((line, index) => {
    const quantity = goods.quantities[index] ?? 0;
    const figures = back.lines[index];
    return quantity > 0 && figures ? [returnedLine(line, index + 1, quantity, figures)] : [];
  });
  const purchase: PurchaseFact = {
    id: goods.purchaseId,
    entryKind: goods.entryKind,
    storeId: till.storeId,
    tillId: till.tillId,
    ...goods.receipt,
    memberId: sale.memberId,
    ...doerIds(snapshot.by),
    channel: 'till',
    currency: till.currency,
    zone: snapshot.day.zone,
    cutoverMinutes: snapshot.day.cutoverMinutes,
    businessDate: businessDate(nowMs, snapshot.day),
    occurredAtMs: nowMs,
    grossMinor: minus(back.grossMinor),
    discountMinor: minus(back.discountMinor),
    netMinor: minus(back.netMinor),
    taxMinor: minus(back.taxMinor),
    pointsPaidMinor: minus(back.pointsPaidMinor),
    pointsEarned: minus(back.pointsEarned),
    pointsRedeemed: minus(back.pointsRedeemed),
    programmeVersion: sale.programmeVersion,
    originalId: sale.purchaseId,
    shiftId: snapshot.shiftId,
    importId: null,
    lines,
    tenders: refundTenders(back, goods.refunds),
    ...(back.offers?.length ? { offerUses: back.offers.map(givenBack) } : {}),
    ...(goods.coupons.uses.length > 0 ? { coupons: [...goods.coupons.uses] } : {}),
  };
  return {
    purchase,
    entries: pointsBack(snapshot, back, goods.purchaseId, nowMs, ids),
    recall: recallOf(goods.coupons, purchase, ids),
  };
}

function recallOf(
  { recalled }: CouponsBack,
  { id: purchaseId, staffId, occurredAtMs: atMs }: PurchaseFact,
  ids: IdSource,
): CouponRecallFact | null {
  if (recalled.length === 0) return null;
  const codes = recalled.map(({ code }) => code);
  const to = 'taken-back' as const;
  return { id: ids<'coupon-recall'>(), codes, to, why: 'return', reason: null, purchaseId, atMs, staffId };
}

/** Decides a return by receipt and line. The refunds must add up to exactly what is paid out. */
export function decideReturn(
  snapshot: ReturnSnapshot,
  command: {
    readonly returnId: Id<'purchase'>;
    readonly lines: readonly ReturnLine[];
    readonly refunds: readonly Refund[];
    /** The number under which the till's own software books it; else the till counts on its own. */
    readonly posReceiptNumber?: string | undefined;
  },
  nowMs: number,
  ids: IdSource,
): Outcome<DecidedReturn, Refusal<'line-unknown' | 'more-than-sold' | 'refund-differs' | 'receipt-number-reserved'>> {
  const { till } = snapshot;
  const { posReceiptNumber } = command;
  if (posReceiptNumber !== undefined && isOwnReceiptNumber(till.storeCode, till.tillCode, posReceiptNumber))
    return refuse('receipt-number-reserved');
  const quoted = quoteReturn(snapshot.sale, command.lines);
  if (!quoted.ok) return quoted;
  const { back, payOutMinor } = quoted.value;
  const refundedMinor = command.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
  if (refundedMinor !== payOutMinor) return refuse('refund-differs', { payOutMinor });
  const quantities = snapshot.sale.lines.map((_, index) =>
    command.lines.reduce((sum, line) => sum + (line.lineNo === index + 1 ? line.quantityThousandths : 0), 0),
  );
  return done(
    recordOf(
      snapshot,
      back,
      {
        purchaseId: command.returnId,
        entryKind: 'return',
        receipt: receiptTaken(till, posReceiptNumber),
        quantities,
        refunds: command.refunds,
        coupons: quoted.value.coupons,
      },
      nowMs,
      ids,
    ),
  );
}

/** Decides the void of a whole sale: everything goes back the way it came, under the sale's own receipt number. */
export function decideVoid(
  snapshot: ReturnSnapshot,
  voidId: Id<'purchase'>,
  nowMs: number,
  ids: IdSource,
): Outcome<DecidedReturn, Refusal<'has-returns'>> {
  const { sale } = snapshot;
  if (sale.returnedThousandths.some((quantity) => quantity > 0)) return refuse('has-returns');
  const quantities = sale.lines.map((line) => line.quantityThousandths);
  const back = takeBack(
    sale,
    quantities,
    quantities.map(() => 0),
  );
  const refunds = sale.tenders.flatMap(({ kind, amountMinor, reference }) =>
    kind === 'points' || amountMinor === 0 ? [] : [{ kind, amountMinor, reference }],
  );
  return done(
    recordOf(
      snapshot,
      // A sale of nothing redeemed nothing by share; a void gives back whatever was taken.
      {
        ...back,
        pointsPaidMinor: sale.pointsPaidMinor,
        pointsRedeemed: sale.pointsRedeemed,
        ...(sale.under ? { offers: sale.under.had } : {}),
      },
      {
        purchaseId: voidId,
        entryKind: 'void',
        receipt: { receiptNumber: sale.receiptNumber, receiptCounter: 0 },
        quantities,
        refunds,
        coupons: couponsBack(sale, back, true),
      },
      nowMs,
      ids,
    ),
  );
}
