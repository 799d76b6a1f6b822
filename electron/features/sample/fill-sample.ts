import { perform } from '../../../db/changes/act.ts';
import { transaction } from '../../../db/kernel/connection.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { makeIdSource } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { quoteReturn } from '../../../shared/purchases/return.ts';
import type { TenderGiven } from '../../../shared/purchases/tender.ts';
import type { SampleLine } from '../../../shared/sample/basket.ts';
import { SAMPLE_CATALOGUE, type SampleProduct } from '../../../shared/sample/catalogue.ts';
import type { PlannedCustomer } from '../../../shared/sample/chain-plan.ts';
import { makeRandom, type Random } from '../../../shared/sample/random.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { enrolMember } from '../members/enrol-member.ts';
import { categoryNamed } from '../products/save-product.ts';
import { completeSale } from '../purchases/complete-sale.ts';
import { quoteBasket } from '../purchases/quote-basket.ts';
import { returnableSale } from '../purchases/return-snapshot.ts';
import { takeBackGoods } from '../purchases/take-back-goods.ts';
import { beginShift } from '../shifts/begin-shift.ts';
import { closeShift } from '../shifts/close-shift.ts';
import { shiftView } from '../shifts/shift-view.ts';
import { sampleStock } from './fill-stock.ts';

/** Acts of one commit: the sample is made in seconds, and no transaction grows large. */
const CHUNK = 100;
const FLOAT_MINOR = 50_000;
/** Of the evenings, the share on which the drawer is a little short or over. */
const MISCOUNTED = 0.06;

interface SamplePast {
  readonly customers: readonly PlannedCustomer[];
  /** When the store opened. */
  readonly openedMs: number;
  readonly seed: number;
  readonly clerkIds: readonly Id<'staff'>[];
}

interface Act {
  readonly atMs: number;
  readonly run: () => void;
}

/**
 * Fills an empty store with a made-up past: products and how they came, shifts, members who enrol at their first visit,
 * what they bought since and what they brought back, by the use cases that the till itself uses. The same past gives the same store.
 * `onProgress` hears the acts that are done, and of how many.
 */
export function fillSample(
  store: OpenStore,
  { customers, openedMs, seed, clerkIds }: SamplePast,
  onProgress: (done: number, of: number) => void = () => undefined,
): void {
  const random = makeRandom(seed).fork(-2);
  let simulatedMs = openedMs;
  const ids = makeIdSource(
    () => simulatedMs,
    (n) => Uint8Array.from({ length: n }, () => random.integer(0, 255)),
  );
  const clerk = () => random.pick(clerkIds);
  const productIds = putCatalogue(store, openedMs, ids);
  const day = workingDay(store, ids);
  const enrolled: Id<'member'>[] = [];

  const actsOf = (customer: PlannedCustomer): Act[] =>
    customer.visits.flatMap(({ atMs, lines, returnedAtMs }, index) => {
      const purchaseId = { value: null as Id<'purchase'> | null };
      const sale = () => {
        const staffId = clerk();
        if (index === 0) {
          const referredBy = customer.source === 'referral' && enrolled.length > 0 ? random.pick(enrolled) : null;
          enrol(store, customer, { staffId, referredBy, atMs }, random, ids);
          enrolled.push(customer.memberId);
        }
        purchaseId.value = sell(store, random, { atMs, memberId: customer.memberId, staffId, lines }, productIds, ids);
        for (const { product, quantityThousandths } of lines) stock.sold(product, quantityThousandths);
      };
      const back = () => {
        if (purchaseId.value && returnedAtMs !== null) bringBack(store, purchaseId.value, clerk(), returnedAtMs, ids);
      };
      return [{ atMs, run: sale }, ...(returnedAtMs === null ? [] : [{ atMs: returnedAtMs, run: back }])];
    });

  const acts = customers.flatMap(actsOf).toSorted((a, b) => a.atMs - b.atMs);
  const untilMs = acts.at(-1)?.atMs ?? openedMs;
  const stock = sampleStock(store, productIds, { openedMs, untilMs, seed });
  for (let start = 0; start < acts.length; start += CHUNK) {
    transaction(store.db, () => {
      for (const { atMs, run } of acts.slice(start, start + CHUNK)) {
        day.reaches(atMs, clerk, random, (ms) => {
          simulatedMs = ms;
        });
        simulatedMs = atMs;
        stock.upTo(atMs);
        run();
      }
    });
    onProgress(Math.min(start + CHUNK, acts.length), acts.length);
  }
  day.ends(clerk, random, (ms) => {
    simulatedMs = ms;
  });
  stock.askInVain(enrolled);
}

/** Opens the till's shift with the first act of a business day, and closes it after the last. */
function workingDay(store: OpenStore, ids: IdSource) {
  let open: { readonly date: string; readonly shiftId: Id<'shift'>; lastMs: number } | null = null;
  const ends = (clerk: () => Id<'staff'>, random: Random, at: (ms: number) => void): void => {
    if (!open) return;
    at(open.lastMs);
    const view = shiftView(store, open.shiftId);
    const offMinor = random.chance(MISCOUNTED) ? random.integer(-20, 20) * 50 : 0;
    const countedMinor = Math.max(0, (view?.totals.expectedCashMinor ?? 0) + offMinor);
    must(closeShift(store, { shiftId: open.shiftId, countedMinor }, clerk(), open.lastMs));
    open = null;
  };
  return {
    /** Also the last day ends: whoever plays with the sample opens the shift. */
    ends,
    reaches(atMs: number, clerk: () => Id<'staff'>, random: Random, at: (ms: number) => void): void {
      const date = businessDate(atMs, store.day);
      if (open && open.date !== date) ends(clerk, random, at);
      if (!open) {
        at(atMs);
        open = { date, shiftId: ids<'shift'>(), lastMs: atMs };
        must(beginShift(store, { shiftId: open.shiftId, floatMinor: FLOAT_MINOR }, clerk(), atMs));
      }
      open.lastMs = atMs;
    },
  };
}

/** The use cases are the till's own, and a past that they refuse was planned wrongly. */
function must<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string },
): T {
  if (!outcome.ok) throw new Error(`the sample is refused: ${outcome.reason}`);
  return outcome.value;
}

function putCatalogue(store: OpenStore, nowMs: number, ids: IdSource): Map<SampleProduct, Id<'product'>> {
  const owner = store.facts.storeId as string;
  return perform(store.db, nowMs, (act) => {
    const known = new Map<SampleProduct, Id<'product'>>();
    for (const product of SAMPLE_CATALOGUE) {
      const id = ids<'product'>();
      const { sku, name, unit, priceMinor, taxRateBp } = product;
      const categoryId = categoryNamed(act, product.category, owner, ids);
      act.record('product', {
        id,
        owner,
        version: 1,
        sku,
        name,
        categoryId,
        unit,
        priceMinor,
        costMinor: Math.round(priceMinor * 0.68),
        taxRateBp,
        barcodes: [product.barcode],
        status: 'active',
      });
      known.set(product, id);
    }
    return known;
  });
}

function enrol(
  store: OpenStore,
  { memberId, person, source }: PlannedCustomer,
  by: { readonly staffId: Id<'staff'>; readonly referredBy: Id<'member'> | null; readonly atMs: number },
  random: Random,
  ids: IdSource,
): void {
  const given = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null));
  const enrolment = {
    ...given,
    ...(by.referredBy ? { referredBy: by.referredBy } : {}),
    memberId,
    source,
    consents: [
      { purpose: 'service-messages' as const, given: true },
      { purpose: 'marketing-sms' as const, given: random.chance(0.6) },
    ],
    noticeVersion: '1',
    despiteDuplicates: true,
  };
  must(enrolMember(store, enrolment, by.staffId, by.atMs, ids));
}

function bringBack(
  store: OpenStore,
  originalId: Id<'purchase'>,
  staffId: Id<'staff'>,
  atMs: number,
  ids: IdSource,
): void {
  const sale = must(returnableSale(store, originalId));
  const [first] = sale.lines;
  const paidBy = sale.tenders.find(({ kind }) => kind !== 'points');
  if (!first) return;
  const lines = [{ lineNo: 1, quantityThousandths: first.quantityThousandths }];
  const { payOutMinor } = must(quoteReturn(sale, lines));
  const kind = paidBy && paidBy.kind !== 'points' ? paidBy.kind : 'cash';
  const refunds = payOutMinor > 0 ? [{ kind, amountMinor: payOutMinor, reference: null }] : [];
  must(takeBackGoods(store, { returnId: ids<'purchase'>(), originalId, lines, refunds }, staffId, atMs, ids));
}

interface Visit {
  readonly atMs: number;
  readonly memberId: Id<'member'> | null;
  readonly staffId: Id<'staff'>;
  readonly lines: readonly SampleLine[];
}

const TENDERS: readonly TenderGiven['kind'][] = ['wechat-pay', 'wechat-pay', 'alipay', 'alipay', 'cash', 'bank-card'];

/** Now and then a member redeems what the basket allows. */
function sell(
  store: OpenStore,
  random: Random,
  visit: Visit,
  productIds: ReadonlyMap<SampleProduct, Id<'product'>>,
  ids: IdSource,
): Id<'purchase'> {
  const lines = visit.lines.flatMap(({ product, quantityThousandths }) => {
    const productId = productIds.get(product);
    return productId ? [{ productId, quantityThousandths }] : [];
  });
  const basket = { memberId: visit.memberId, lines };
  const quote = must(quoteBasket(store, { ...basket, pointsToRedeem: 0 }, visit.atMs));
  const { maxRedeemablePoints, redeemStepPoints, redeemStepMinor, netMinor } = quote;
  const pointsToRedeem = random.chance(0.08) ? maxRedeemablePoints : 0;
  const toPayMinor = netMinor - (pointsToRedeem / redeemStepPoints) * redeemStepMinor;
  const purchaseId = ids<'purchase'>();
  const sale = {
    ...basket,
    purchaseId,
    pointsToRedeem,
    tenders: toPayMinor > 0 ? [{ kind: random.pick(TENDERS), amountMinor: toPayMinor, reference: null }] : [],
    expectedNetMinor: netMinor,
  };
  must(completeSale(store, sale, { staffId: visit.staffId, overrideById: null }, visit.atMs, ids));
  return purchaseId;
}
