import type { Id } from '../kernel/id.ts';
import { businessDate, type DayRule, instantOfLocal } from '../kernel/instant.ts';
import type { PurchaseFact, PurchaseLineFact } from '../purchases/purchase.fact.ts';
import type { BodyOf } from '../sync/kinds.ts';
import { amountMinor } from './decimal.ts';
import type { RetailInvoice, RetailLine, RetailSource } from './retail-source.ts';

type FactOf<K extends 'till' | 'product' | 'member' | 'member-card' | 'purchase'> = {
  [One in K]: { readonly kind: One; readonly body: BodyOf<One> };
}[K];
export type RetailFact = FactOf<'till' | 'product' | 'member' | 'member-card' | 'purchase'>;

/** Facts that are written together or not at all. The last one names the unit: it is here when they all are. */
export interface RetailUnit {
  readonly facts: readonly RetailFact[];
  readonly last: FactOf<'product' | 'purchase'>;
}

/** Where the past is written to. `idOf` gives a row of the source the same id every time. */
export interface RetailTarget {
  readonly storeId: Id<'store'>;
  readonly importId: Id<'import'>;
  readonly currency: string;
  readonly day: DayRule;
  readonly idOf: <const Noun extends string>(noun: Noun, key: string) => Id<Noun>;
}

const isReturn = ({ invoiceNo }: RetailInvoice): boolean => invoiceNo.startsWith('C');
/** Letters before the number mark what is no sale over the counter: `C` cancellations, `A` adjustments of bad debt. */
const isOrdinary = ({ invoiceNo }: RetailInvoice): boolean => /^\d/.test(invoiceNo);

/** In the order of time; invoices of the same minute stay in the file's order. */
const inTime = ({ invoices }: RetailSource): RetailInvoice[] =>
  invoices.toSorted((a, b) => (a.localTime < b.localTime ? -1 : a.localTime > b.localTime ? 1 : 0));

/**
 * One till for each country. A purchase keeps where it was made, and the country is the invoice's: eight customers have
 * invoices from two countries, and a seventh of the invoices has no customer to keep it.
 */
export const retailTills = (source: RetailSource, target: RetailTarget): BodyOf<'till'>[] =>
  [...new Set(source.invoices.map(({ country }) => country))].map((country) => ({
    id: target.idOf('till', country),
    owner: target.storeId as string,
    version: 1,
    storeId: target.storeId,
    code: country,
    name: '',
  }));

/**
 * What a shop's past becomes, in the order in which it is written: the products, then the invoices in the order of time,
 * each customer as a member in front of the first invoice. The mapping, in full in docs/import-retail.md:
 *
 * - every invoice is one purchase, its number the receipt number, its lines as they stand, repeated ones too;
 * - `C…` is a return that names no original; everything else is a sale, also an adjustment of bad debt at a negative
 *   price (`A…`) and a stock correction of a negative quantity at price 0;
 * - an invoice without a customer is a purchase without a member;
 * - a line comes to quantity × exact price, rounded half away from zero; the unit price shown is rounded by itself;
 * - nothing earns points, and what was paid with is not known: tender `other`.
 */
export function* retailUnits(source: RetailSource, target: RetailTarget): Generator<RetailUnit, void> {
  const invoices = inTime(source);
  for (const body of retailProducts(source, invoices, target)) {
    const last = { kind: 'product', body } as const;
    yield { facts: [last], last };
  }
  const catalogue = catalogueOf(source, target);
  const enrolled = new Set<string>();
  for (const invoice of invoices) {
    const last = { kind: 'purchase', body: purchaseOf(invoice, catalogue, target) } as const;
    const { customerId } = invoice;
    if (customerId === null || enrolled.has(customerId)) {
      yield { facts: [last], last };
    } else {
      enrolled.add(customerId);
      yield { facts: [...memberOf(customerId, invoice, target), last], last };
    }
  }
}

/** What a line takes from its product, looked up half a million times. */
type Catalogue = ReadonlyMap<string, { readonly productId: Id<'product'>; readonly name: string }>;

const catalogueOf = ({ products }: RetailSource, target: RetailTarget): Catalogue =>
  new Map(
    products.map((product) => [
      product.stockCode,
      { productId: target.idOf('product', product.stockCode), name: nameOf(product) },
    ]),
  );

const nameOf = ({ stockCode, description }: RetailSource['products'][number]): string => description || stockCode;

/**
 * The files have no price list: a product's price is the last one at which an ordinary invoice sold it. One that was
 * never sold at a price is discontinued, so that no till gives it away.
 */
function retailProducts(
  { products }: RetailSource,
  invoices: readonly RetailInvoice[],
  target: RetailTarget,
): BodyOf<'product'>[] {
  const prices = new Map<string, number>();
  for (const invoice of invoices.filter(isOrdinary))
    for (const line of invoice.lines) {
      const priceMinor = amountMinor(1, line.price);
      if (line.quantity > 0 && priceMinor > 0) prices.set(line.stockCode, priceMinor);
    }
  return products.map((product) => ({
    id: target.idOf('product', product.stockCode),
    owner: target.storeId as string,
    version: 1,
    sku: product.stockCode,
    name: nameOf(product),
    categoryId: null,
    unit: 'piece',
    priceMinor: prices.get(product.stockCode) ?? 0,
    costMinor: null,
    taxRateBp: 0,
    barcodes: [],
    status: prices.has(product.stockCode) ? 'active' : 'discontinued',
  }));
}

/** A customer is known by a number only: it is the card, and in the name, so that it is found by hand either way. */
function memberOf(customerId: string, first: RetailInvoice, target: RetailTarget): RetailFact[] {
  const id = target.idOf('member', customerId);
  const enrolledAtMs = instantOfLocal(first.localTime, target.day.zone);
  return [
    {
      kind: 'member',
      body: {
        id,
        enrolment: {
          homeStoreId: target.storeId,
          enrolledAtMs,
          enrolledById: null,
          source: 'import',
          referredById: null,
          importId: target.importId,
        },
        profile: { name: `Customer ${customerId}`, custom: { country: first.country } },
        standing: {},
      },
    },
    {
      kind: 'member-card',
      body: {
        id: target.idOf('member-card', customerId),
        memberId: id,
        number: customerId,
        state: 'active',
        issuedAtMs: enrolledAtMs,
      },
    },
  ];
}

function purchaseOf(invoice: RetailInvoice, catalogue: Catalogue, target: RetailTarget): PurchaseFact {
  const lines = invoice.lines.map((line) => lineOf(line, catalogue));
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0);
  const occurredAtMs = instantOfLocal(invoice.localTime, target.day.zone);
  return {
    id: target.idOf('purchase', invoice.invoiceNo),
    entryKind: isReturn(invoice) ? 'return' : 'sale',
    storeId: target.storeId,
    tillId: target.idOf('till', invoice.country),
    receiptNumber: invoice.invoiceNo,
    // The shop numbered it; no counter of ours was moved.
    receiptCounter: 0,
    memberId: invoice.customerId === null ? null : target.idOf('member', invoice.customerId),
    staffId: null,
    apiKeyId: null,
    channel: 'import',
    currency: target.currency,
    zone: target.day.zone,
    cutoverMinutes: target.day.cutoverMinutes,
    businessDate: businessDate(occurredAtMs, target.day),
    occurredAtMs,
    grossMinor: netMinor,
    discountMinor: 0,
    netMinor,
    taxMinor: 0,
    pointsPaidMinor: 0,
    pointsEarned: 0,
    pointsRedeemed: 0,
    programmeVersion: null,
    originalId: null,
    shiftId: null,
    importId: target.importId,
    lines,
    // A later return refunds what was paid, so something must say that it was.
    tenders:
      netMinor === 0 ? [] : [{ kind: 'other', amountMinor: netMinor, changeMinor: 0, points: null, reference: null }],
  };
}

function lineOf({ stockCode, quantity, price }: RetailLine, catalogue: Catalogue): PurchaseLineFact {
  const product = catalogue.get(stockCode);
  const netMinor = amountMinor(quantity, price);
  return {
    productId: product?.productId ?? null,
    sku: stockCode,
    name: product?.name ?? stockCode,
    barcode: null,
    unit: 'piece',
    quantityThousandths: quantity * 1000,
    unitPriceMinor: amountMinor(1, price),
    override: null,
    grossMinor: netMinor,
    discountMinor: 0,
    netMinor,
    taxRateBp: 0,
    taxMinor: 0,
    costMinor: null,
    pointsEarned: 0,
    originalLineNo: null,
  };
}
