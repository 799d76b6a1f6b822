import { z } from 'zod';
import { purchaseKnown, slipByNumber } from '../../../db/purchases/purchases.queries.ts';
import { someWords } from '../../../shared/contract/fields.ts';
import { purchasesContract } from '../../../shared/contract/purchases.contract.ts';
import { type Id, idOf } from '../../../shared/kernel/id.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { posApiSetting } from '../../features/api-keys/pos-api-setting.ts';
import { watchGuesses } from '../../features/coupons/watch-guesses.ts';
import { completeSale } from '../../features/purchases/complete-sale.ts';
import { quoteBasket } from '../../features/purchases/quote-basket.ts';
import { receiptOf } from '../../features/purchases/receipt-of.ts';
import { recordedEntry } from '../../features/purchases/recorded-entry.ts';
import { takeBackGoods } from '../../features/purchases/take-back-goods.ts';
import { voidLastSale } from '../../features/purchases/void-last-sale.ts';
import { basket, linesNamed } from './basket.ts';
import { BASKET, PURCHASE_ID, QUOTE, RECEIPT } from './examples.ts';
import { noBody, nothing, type PosCall, posRoute } from './pos-route.ts';

const purchasePath = z.strictObject({ id: idOf('purchase') });
const { tenders, expectedNetMinor, expectedOffers, expectedPoints } = purchasesContract.complete.input.shape;
const locate = ({ purchaseId }: { readonly purchaseId: string }) => `/purchases/${purchaseId}`;

/** A coupon that is not taken; only `coupon-wait` passes by itself. */
const COUPON_STATUSES = {
  'coupon-mistyped': 422,
  'coupon-unknown': 422,
  'coupon-not-begun': 409,
  'coupon-expired': 409,
  'coupon-used': 409,
  'coupon-taken-back': 409,
  'coupon-stopped': 409,
  'coupon-no-member': 422,
  'coupon-of-another-member': 422,
  'coupon-member-limit': 409,
  'coupon-budget-used-up': 409,
  'coupon-held-elsewhere': 409,
  'coupon-wait': 429,
} as const;

const quote = posRoute({
  method: 'POST',
  path: '/quotes',
  operationId: 'quoteBasket',
  summary: 'Price a basket',
  description:
    'What a basket costs now, what it earns, and how many points it may be paid with. Goods that are not in the catalogue are named by `open`, where the store allows it. Nothing is written and nothing is remembered: the same key again is priced again.',
  params: nothing,
  query: nothing,
  body: basket,
  result: purchasesContract.quote.output,
  names: { body: 'Basket', result: 'Quote' },
  status: 200,
  refusals: { 'product-unknown': 422, 'member-unknown': 422, 'amount-too-large': 422 },
  problems: ['open-lines-off'],
  example: { body: BASKET, result: QUOTE },
  handle: ({ store, nowMs, apiKeyId, ids }, { body }) => {
    const lines = linesNamed(store, body.lines, null);
    if (!lines.ok) return lines;
    const wait = watchGuesses(store, body.coupons, { apiKeyId }, nowMs, ids);
    const quoted = quoteBasket(store, { ...body, lines: lines.value }, nowMs, wait);
    return quoted.ok ? done({ body: quoted.value }) : quoted;
  },
});

const isKnown = ({ store }: PosCall, purchaseId: Id<'purchase'>): boolean =>
  purchaseKnown.get(store.db, { purchaseId }) !== undefined;

const sell = posRoute({
  method: 'POST',
  path: '/purchases',
  operationId: 'completePurchase',
  summary: 'Complete a sale',
  description:
    'Records the sale, takes the points that pay and gives the points that are earned, all at once or not at all. `expectedNetMinor` is the `netMinor` of the quote: at another price nothing is sold. Your own `receiptNumber`, if you send one, is good for one sale at this till for ever: the same sale again under it, also with another Idempotency-Key, is answered with the first one.',
  params: nothing,
  query: nothing,
  body: basket.extend({
    tenders,
    expectedNetMinor,
    expectedOffers,
    expectedPoints,
    receiptNumber: someWords(40).optional().describe('The number on the receipt that your software prints.'),
  }),
  result: purchasesContract.complete.output,
  names: { body: 'Sale', result: 'Receipt' },
  status: 201,
  refusals: {
    'product-unknown': 422,
    'member-unknown': 422,
    'member-blocked': 409,
    'price-changed': 409,
    'offers-changed': 409,
    'points-changed': 409,
    'insufficient-points': 409,
    'redemption-frozen': 409,
    'redeem-step': 422,
    'redeem-exceeds-basket': 422,
    'no-member-to-redeem': 422,
    'tender-short': 422,
    'tender-over': 422,
    'amount-too-large': 422,
    'receipt-number-in-use': 409,
    'receipt-number-reserved': 422,
    'purchase-unknown': 404,
    ...COUPON_STATUSES,
  },
  problems: ['open-lines-off'],
  example: {
    body: {
      ...BASKET,
      tenders: [{ kind: 'wechat-pay', amountMinor: 2000, reference: '4200001234' }],
      expectedNetMinor: 2500,
      receiptNumber: 'POS-20260315-0042',
    },
    result: RECEIPT,
  },
  locate,
  handle: (call, { body: { receiptNumber: posReceiptNumber, ...body } }) => {
    const { store, apiKeyId, changes, nowMs, ids, idFromKey } = call;
    const purchaseId = idFromKey('purchase');
    const { tillId } = store.facts;
    const underNumber =
      posReceiptNumber === undefined
        ? undefined
        : slipByNumber.get(store.db, { tillId, receiptNumber: posReceiptNumber })?.purchaseId;
    const earlierId = isKnown(call, purchaseId) ? purchaseId : (underNumber ?? null);
    const lines = linesNamed(store, body.lines, earlierId);
    if (!lines.ok) return lines;
    const { openLinesById: overrideById } = posApiSetting(store);
    const command = { ...body, purchaseId, lines: lines.value, posReceiptNumber };
    const wait = earlierId === null ? watchGuesses(store, body.coupons, { apiKeyId }, nowMs, ids) : null;
    if (wait) return wait;
    // The software is the seller: no colleague is signed in there, so its key is named.
    const sold = completeSale(store, command, { staffId: null, apiKeyId, overrideById }, nowMs, ids);
    if (!sold.ok) return sold;
    const receipt = recordedEntry(store, changes, sold.value.purchaseId);
    return receipt.ok ? done({ body: receipt.value, isReplay: earlierId !== null }) : receipt;
  },
});

const read = posRoute({
  method: 'GET',
  path: '/purchases/{id}',
  operationId: 'readPurchase',
  summary: 'Read a purchase',
  description:
    'The receipt of a sale, a return or a void, as it was made; `state` says whether a sale was voided since.',
  params: purchasePath,
  query: nothing,
  body: noBody,
  result: purchasesContract.receipt.output,
  names: { result: 'Receipt' },
  status: 200,
  refusals: { 'purchase-unknown': 404 },
  example: { params: { id: PURCHASE_ID }, result: RECEIPT },
  handle: ({ store }, { params: { id } }) => {
    const receipt = receiptOf(store, id);
    return receipt ? done({ body: receipt }) : refuse('purchase-unknown');
  },
});

/** The example of an entry that takes the example sale back. */
const takenBack = (entryKind: 'return' | 'void', receiptNumber: string) => ({
  ...RECEIPT,
  purchaseId: '7c1d8e2f-4b2d-8f1a-8e63-7a1d8e2f3b4c',
  entryKind,
  receiptNumber,
  originalReceiptNumber: RECEIPT.receiptNumber,
  lines: RECEIPT.lines.map((line) => ({
    ...line,
    quantityThousandths: -2000,
    grossMinor: -2500,
    netMinor: -2500,
    taxMinor: -288,
    pointsEarned: -20,
  })),
  grossMinor: -2500,
  netMinor: -2500,
  taxMinor: -288,
  tenders: RECEIPT.tenders.map((tender) => ({
    ...tender,
    amountMinor: -tender.amountMinor,
    points: tender.points === null ? null : -tender.points,
  })),
  pointsEarned: -20,
  pointsRedeemed: -500,
  balanceAfter: 1200,
});

const takeBack = posRoute({
  method: 'POST',
  path: '/purchases/{id}/returns',
  operationId: 'returnGoods',
  summary: 'Take goods back',
  description:
    'Takes goods of a sale back, by line of its receipt (1 is the first) and quantity. The refunds must add up to what is paid out; at another sum nothing is done and `refund-differs` names it in `details.payOutMinor`. Points that were redeemed go back to their lots; points that were earned are taken, and what is spent already is owed. Your own `receiptNumber` of the return, if you send one, is good for one slip at this till for ever: the same return again under it, also with another Idempotency-Key, is answered with the first one.',
  params: purchasePath,
  query: nothing,
  body: purchasesContract.takeBack.input
    .pick({ lines: true, refunds: true })
    .extend({
      receiptNumber: someWords(40).optional().describe('The number of the return in your software: its slip.'),
    })
    .strict(),
  result: purchasesContract.takeBack.output,
  names: { body: 'Return', result: 'Receipt' },
  status: 201,
  refusals: {
    'purchase-unknown': 404,
    'not-returnable': 409,
    'line-unknown': 422,
    'more-than-sold': 409,
    'refund-differs': 422,
    'receipt-number-in-use': 409,
    'receipt-number-reserved': 422,
  },
  example: {
    params: { id: PURCHASE_ID },
    body: {
      lines: [{ lineNo: 1, quantityThousandths: 2000 }],
      refunds: [{ kind: 'wechat-pay', amountMinor: 2000, reference: '4200001234' }],
      receiptNumber: 'POS-20260315-R007',
    },
    result: takenBack('return', 'POS-20260315-R007'),
  },
  locate,
  handle: (call, { params: { id }, body: { receiptNumber: posReceiptNumber, ...body } }) => {
    const { store, apiKeyId, changes, nowMs, ids, idFromKey } = call;
    const returnId = idFromKey('purchase');
    const wasKnown = isKnown(call, returnId);
    const command = { ...body, returnId, originalId: id, posReceiptNumber };
    const taken = takeBackGoods(store, command, { apiKeyId }, nowMs, ids);
    if (!taken.ok) return taken;
    const { purchaseId } = taken.value;
    const receipt = recordedEntry(store, changes, purchaseId);
    return receipt.ok ? done({ body: receipt.value, isReplay: wasKnown || purchaseId !== returnId }) : receipt;
  },
});

const voidSale = posRoute({
  method: 'POST',
  path: '/purchases/{id}/void',
  operationId: 'voidPurchase',
  summary: 'Void the last sale',
  description:
    'Voids the newest sale of this till and of this business day, as if it had not been. Older ones are taken back as returns.',
  params: purchasePath,
  query: nothing,
  body: noBody,
  result: purchasesContract.voidLast.output,
  names: { result: 'Receipt' },
  status: 201,
  refusals: { 'purchase-unknown': 404, 'not-the-last-sale': 409, 'already-voided': 409, 'has-returns': 409 },
  example: { params: { id: PURCHASE_ID }, result: takenBack('void', RECEIPT.receiptNumber) },
  locate,
  handle: (call, { params: { id } }) => {
    const { store, apiKeyId, changes, nowMs, ids, idFromKey } = call;
    const voidId = idFromKey('purchase');
    const isReplay = isKnown(call, voidId);
    const voided = voidLastSale(store, { voidId, purchaseId: id }, { apiKeyId }, nowMs, ids);
    if (!voided.ok) return voided;
    const receipt = recordedEntry(store, changes, voidId);
    return receipt.ok ? done({ body: receipt.value, isReplay }) : receipt;
  },
});

export const purchaseRoutes = [quote, sell, read, takeBack, voidSale];
