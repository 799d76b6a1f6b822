import type { z } from 'zod';
import { type Act, ActTooLargeError, perform } from '../../../db/changes/act.ts';
import { dropBasket } from '../../../db/purchases/open-baskets.queries.ts';
import { purchaseById, purchaseKnown, slipByNumber } from '../../../db/purchases/purchases.queries.ts';
import type { purchasesContract, Receipt } from '../../../shared/contract/purchases.contract.ts';
import { asCouponCode } from '../../../shared/coupons/coupon-code.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { isOwnReceiptNumber } from '../../../shared/purchases/receipt-number.ts';
import { decideSale, isPricedByHand } from '../../../shared/purchases/sale.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { tellOfPurchase } from '../messages/tell-of-purchase.ts';
import { audit } from '../staff/audit.ts';
import { liftBySale } from '../tiers/follow-purchase.ts';
import { receiptOf } from './receipt-of.ts';
import { basketSnapshot, memberSnapshot, tillSnapshot } from './sale-snapshot.ts';

export type SaleCommand = z.output<typeof purchasesContract.complete.input> & {
  /** The number under which the till's own software prints the receipt. One number is one sale at this till. */
  readonly posReceiptNumber?: string | undefined;
};
/** Who sells, and who allows prices that are set by hand (null: nobody). */
export interface Seller {
  readonly staffId: Id<'staff'> | null;
  /** The till's own software, where it sells and no colleague does. */
  readonly apiKeyId?: Id<'api-key'> | null;
  readonly overrideById: Id<'staff'> | null;
}
type SaleOutcome = Outcome<
  { readonly purchaseId: Id<'purchase'> },
  Refusal<(typeof purchasesContract.complete.refusals)[number]>
>;

/**
 * Completes a sale: gathers, decides and records in one transaction, and answers once it is on the disk. The same
 * id, or the same receipt number of the till's own software, with the same basket answers as it did the first time;
 * with another basket it is refused.
 */
export function completeSale(
  store: OpenStore,
  command: SaleCommand,
  seller: Seller,
  nowMs: number,
  ids: IdSource,
): SaleOutcome {
  const sell = (act: Act): SaleOutcome => {
    if (purchaseKnown.get(act.db, { purchaseId: command.purchaseId }))
      return isRepeated(store, command.purchaseId, command)
        ? done({ purchaseId: command.purchaseId })
        : refuse('purchase-id-reused');
    const { posReceiptNumber } = command;
    const underNumber =
      posReceiptNumber !== undefined &&
      slipByNumber.get(act.db, { tillId: store.facts.tillId, receiptNumber: posReceiptNumber });
    if (underNumber)
      return underNumber.entryKind === 'sale' && isRepeated(store, underNumber.purchaseId, command)
        ? done({ purchaseId: underNumber.purchaseId })
        : refuse('receipt-number-in-use');
    const member =
      command.memberId && memberSnapshot(store, command.memberId, { maySpend: command.pointsToRedeem > 0 });
    if (command.memberId && !member) return refuse('member-unknown');
    const basket = basketSnapshot(store, command, member, nowMs);
    const decided = decideSale({ ...basket, ...seller, ...tillSnapshot(store) }, command, nowMs, ids);
    if (!decided.ok) return decided;
    act.record('purchase', decided.value.purchase);
    for (const entry of decided.value.entries) act.record('points-entry', entry);
    for (const issue of decided.value.coupons) act.record('coupon-issue', issue);
    tellOfPurchase(act, store, decided.value.purchase, ids);
    if (member) liftBySale(act, store, member, decided.value.purchase, ids);
    auditHandPrices(act, store, seller, command, ids);
    dropBasket.run(act.db, command);
    return done({ purchaseId: command.purchaseId });
  };
  try {
    return perform<SaleOutcome>(store.db, nowMs, sell);
  } catch (error) {
    if (error instanceof ActTooLargeError) return refuse('amount-too-large');
    throw error;
  }
}

/** A lost answer is asked for again with the same content; anything else is another sale under a used id or number. */
function isRepeated(store: OpenStore, purchaseId: Id<'purchase'>, command: SaleCommand): boolean {
  const receipt = receiptOf(store, purchaseId);
  const recorded = purchaseById.get(store.db, { purchaseId });
  if (!receipt || !recorded) return false;
  const { storeCode, tillCode } = store.facts;
  const isOwnNumber = isOwnReceiptNumber(storeCode, tillCode, receipt.receiptNumber);
  const presented = new Set((command.coupons ?? []).map(asCouponCode));
  const given = receipt.tenders.filter(({ kind }) => kind !== 'points');
  return (
    (isOwnNumber ? undefined : receipt.receiptNumber) === command.posReceiptNumber &&
    // As it was recorded: the receipt names the member that this id stands for by now.
    recorded.memberId === command.memberId &&
    receipt.netMinor === command.expectedNetMinor &&
    receipt.pointsRedeemed === command.pointsToRedeem &&
    receipt.coupons.used.every(({ code }) => presented.has(code)) &&
    receipt.lines.length === command.lines.length &&
    receipt.lines.every((line, index) => isSoldAs(line, command.lines[index])) &&
    given.length === command.tenders.length &&
    given.every(({ kind, amountMinor, changeMinor, reference }, index) => {
      const asked = command.tenders[index];
      return kind === asked?.kind && amountMinor + changeMinor === asked.amountMinor && reference === asked.reference;
    })
  );
}

function isSoldAs(line: Receipt['lines'][number], asked: SaleCommand['lines'][number] | undefined): boolean {
  if (line.quantityThousandths !== asked?.quantityThousandths) return false;
  if ('open' in asked) {
    const { barcode, name, unitPriceMinor, taxRateBp } = asked.open;
    return (
      line.productId === null &&
      line.barcode === barcode &&
      line.name === name &&
      line.unitPriceMinor === unitPriceMinor &&
      line.taxRateBp === taxRateBp
    );
  }
  const { productId, override } = asked;
  return (
    line.productId === productId &&
    (line.listPriceMinor === null ? null : line.unitPriceMinor) === (override?.unitPriceMinor ?? null)
  );
}

/** Who set a price by hand, and who allowed it, is looked for where fraud is. */
function auditHandPrices(act: Act, store: OpenStore, seller: Seller, command: SaleCommand, ids: IdSource): void {
  // The till's own software sets prices by a leave that was given beforehand: it is the one who did it.
  const by = { store, staffId: seller.apiKeyId ? { apiKeyId: seller.apiKeyId } : seller.overrideById, ids };
  const byHand = command.lines.filter(isPricedByHand);
  for (const action of new Set(byHand.map((line) => ('open' in line ? 'open-line' : 'price-override'))))
    audit(act, by, {
      action,
      subjectKind: 'purchase',
      subjectId: command.purchaseId,
      fields: ['unitPriceMinor'],
    });
}
