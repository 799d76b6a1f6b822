import { purchaseByReceipt, purchasesOfMember, recentPurchases } from '../../../db/purchases/purchases.queries.ts';
import { purchasesContract, type Receipt } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { quoteReturn } from '../../../shared/purchases/return.ts';
import { AFTER_ALL_STAMPS } from '../../../shared/sync/hlc.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { watchGuesses } from '../coupons/watch-guesses.ts';
import { allowedBy, giveBack } from '../staff/approvals.ts';
import { completeSale } from './complete-sale.ts';
import { draftAtTill, heldAtStore, holdBasket, keepDraft, recallBasket } from './open-baskets.ts';
import { quoteBasket } from './quote-basket.ts';
import { receiptOf } from './receipt-of.ts';
import { recordedEntry } from './recorded-entry.ts';
import { returnableSale } from './return-snapshot.ts';
import { takeBackGoods } from './take-back-goods.ts';
import { takeBackWithoutReceipt } from './take-back-without-receipt.ts';
import { isLastSale, voidLastSale } from './void-last-sale.ts';

const receipt = (store: OpenStore, purchaseId: Id<'purchase'>): Outcome<Receipt, Refusal<'purchase-unknown'>> => {
  const found = receiptOf(store, purchaseId);
  return found ? done(found) : refuse('purchase-unknown');
};

export const purchasesRouter = router({
  quote: serveQuery(purchasesContract.quote, ({ store, staff, clock, ids }, basket) => {
    const wait = watchGuesses(store, basket.coupons, staff.staffId, clock(), ids);
    return quoteBasket(store, basket, clock(), wait);
  }),
  complete: serveMutation(purchasesContract.complete, (call, command) => {
    const { store, staff, client, clock, ids } = call;
    const wait = watchGuesses(store, command.coupons, staff.staffId, clock(), ids);
    if (wait) return wait;
    const overrideById = allowedBy(client, 'price.override', command.approvalId, clock());
    const outcome = completeSale(store, command, { staffId: staff.staffId, overrideById }, clock(), ids);
    if (!outcome.ok) return outcome;
    giveBack(client, command.approvalId);
    return recordedEntry(call.store, call.host.changes, command.purchaseId);
  }),
  receipt: serveQuery(purchasesContract.receipt, ({ store }, { purchaseId }) => receipt(store, purchaseId)),
  byReceipt: serveQuery(purchasesContract.byReceipt, ({ store, clock }, { receiptNumber }) => {
    const known = purchaseByReceipt.get(store.db, { receiptNumber });
    const found = known && receiptOf(store, known.purchaseId);
    if (!found) return refuse('receipt-unknown');
    const sale = returnableSale(store, found.purchaseId);
    if (!sale.ok) return done({ receipt: found, returnableThousandths: found.lines.map(() => 0), mayVoid: false });
    const { lines, returnedThousandths } = sale.value;
    return done({
      receipt: found,
      returnableThousandths: lines.map((line, index) =>
        Math.max(0, line.quantityThousandths - (returnedThousandths[index] ?? 0)),
      ),
      mayVoid: isLastSale(store, sale.value, clock()) && returnedThousandths.every((quantity) => quantity === 0),
    });
  }),
  recent: serveQuery(purchasesContract.recent, ({ store }, { limit }) =>
    done(recentPurchases.all(store.db, { tillId: store.facts.tillId, limit })),
  ),
  quoteReturn: serveQuery(purchasesContract.quoteReturn, ({ store }, { originalId, lines }) => {
    const sale = returnableSale(store, originalId);
    if (!sale.ok) return sale;
    const quoted = quoteReturn(sale.value, lines);
    if (!quoted.ok) return quoted;
    const { back, payOutMinor, pointsOwed, coupons } = quoted.value;
    return done({
      netMinor: back.netMinor,
      taxMinor: back.taxMinor,
      payOutMinor,
      pointsGivenBack: back.pointsRedeemed,
      pointsTakenBack: back.pointsEarned - pointsOwed,
      pointsOwed,
      coupons: {
        givenBack: coupons.uses.flatMap(({ code, uses }) => (uses < 0 ? [code] : [])),
        takenBack: coupons.recalled.flatMap(({ code, isUsed }) => (isUsed ? [] : [code])),
        alreadyUsed: coupons.recalled.flatMap(({ code, isUsed }) => (isUsed ? [code] : [])),
      },
    });
  }),
  takeBack: serveMutation(purchasesContract.takeBack, (call, command) => {
    const outcome = takeBackGoods(call.store, command, call.staff.staffId, call.clock(), call.ids);
    return outcome.ok ? recordedEntry(call.store, call.host.changes, command.returnId) : outcome;
  }),
  takeBackWithoutReceipt: serveMutation(purchasesContract.takeBackWithoutReceipt, (call, command) => {
    const { store, staff, client, clock, ids } = call;
    const approvedById = allowedBy(client, 'price.override', command.approvalId, clock());
    const outcome = takeBackWithoutReceipt(store, command, { staffId: staff.staffId, approvedById }, clock(), ids);
    if (!outcome.ok) return outcome;
    giveBack(client, command.approvalId);
    return recordedEntry(call.store, call.host.changes, command.returnId);
  }),
  voidLast: serveMutation(purchasesContract.voidLast, (call, command) => {
    const outcome = voidLastSale(call.store, command, call.staff.staffId, call.clock(), call.ids);
    return outcome.ok ? recordedEntry(call.store, call.host.changes, command.voidId) : outcome;
  }),
  draft: serveQuery(purchasesContract.draft, ({ store }) => done(draftAtTill(store))),
  keepDraft: serveMutation(purchasesContract.keepDraft, ({ store, staff, clock }, draft) => {
    keepDraft(store, draft, staff.staffId, clock());
    return done(null);
  }),
  hold: serveMutation(purchasesContract.hold, ({ store, staff, clock, host }, command) => {
    const outcome = holdBasket(store, command, staff.staffId, clock());
    if (outcome.ok) host.changes.publish(['held-baskets']);
    return outcome;
  }),
  held: serveQuery(purchasesContract.held, ({ store }) => done(heldAtStore(store))),
  recall: serveMutation(purchasesContract.recall, ({ store, host }, { purchaseId }) => {
    const outcome = recallBasket(store, purchaseId);
    if (outcome.ok) host.changes.publish(['held-baskets']);
    return outcome;
  }),
  ofMember: serveQuery(purchasesContract.ofMember, ({ store }, { memberId, before, limit }) =>
    done(purchasesOfMember.all(store.db, { memberId, before: before ?? AFTER_ALL_STAMPS, limit })),
  ),
});
