import { perform } from '../../../db/changes/act.ts';
import { transaction } from '../../../db/kernel/connection.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { makeIdSource } from '../../../shared/kernel/id.ts';
import type { TenderGiven } from '../../../shared/purchases/tender.ts';
import { makeBasketFiller, type SampleLine } from '../../../shared/sample/basket.ts';
import { SAMPLE_CATALOGUE, type SampleProduct } from '../../../shared/sample/catalogue.ts';
import { type SamplePerson, samplePerson } from '../../../shared/sample/people.ts';
import { NEIGHBOURHOOD_SHOP, sampleCustomer } from '../../../shared/sample/purchase-model.ts';
import { makeRandom, type Random } from '../../../shared/sample/random.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { enrolMember } from '../members/enrol-member.ts';
import { categoryNamed } from '../products/save-product.ts';
import { completeSale } from '../purchases/complete-sale.ts';
import { quoteBasket } from '../purchases/quote-basket.ts';

export interface SampleSize {
  readonly members: number;
  readonly days: number;
  readonly seed: number;
}

const DAY_MS = 86_400_000;
/** Acts of one commit: the sample is made in seconds, and no transaction grows large. */
const CHUNK = 100;

interface Event {
  readonly atMs: number;
  readonly customer: number;
  readonly lines: readonly SampleLine[];
  readonly isFirst: boolean;
}

/**
 * Fills an empty store with a made-up past: products, members who enrol at their first visit, and what they bought
 * since, by the use cases that the till itself uses. The same seed and moment give the same store.
 */
export function fillSample(store: OpenStore, size: SampleSize, staffIds: readonly Id<'staff'>[], nowMs: number): void {
  const random = makeRandom(size.seed);
  let simulatedMs = nowMs - size.days * DAY_MS;
  const ids = makeIdSource(
    () => simulatedMs,
    (n) => Uint8Array.from({ length: n }, () => random.integer(0, 255)),
  );
  const productIds = putCatalogue(store, simulatedMs, ids);
  const members = new Map<number, Id<'member'>>();
  const events = planEvents(random.fork(1), size, nowMs);
  for (let start = 0; start < events.length; start += CHUNK)
    transaction(store.db, () => {
      for (const event of events.slice(start, start + CHUNK)) {
        simulatedMs = event.atMs;
        const staffId = random.pick(staffIds);
        if (event.isFirst)
          members.set(event.customer, enrol(store, samplePerson(random, event.customer), staffId, event.atMs, ids));
        sell(store, random, { ...event, memberId: members.get(event.customer) ?? null, staffId }, productIds, ids);
      }
    });
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

/** Everybody's visits in the order of time, moved into opening hours. */
function planEvents(random: Random, { members, days }: SampleSize, nowMs: number): Event[] {
  const fill = makeBasketFiller(SAMPLE_CATALOGUE);
  const openMs = nowMs - days * DAY_MS;
  return Array.from({ length: members }, (_, customer) => {
    const own = random.fork(customer);
    const firstDay = own.unit() * days * 0.9;
    return sampleCustomer(own, NEIGHBOURHOOD_SHOP, days - firstDay).visits.map((visit, index) => ({
      atMs: inOpeningHours(own, openMs + Math.floor(firstDay + visit.atDay) * DAY_MS, nowMs),
      customer,
      lines: fill(own, visit),
      isFirst: index === 0,
    }));
  })
    .flatMap((visits) =>
      visits.toSorted((a, b) => a.atMs - b.atMs).map((event, index) => ({ ...event, isFirst: index === 0 })),
    )
    .toSorted((a, b) => a.atMs - b.atMs);
}

/** Between 8:00 and 21:30 by UTC+8, busiest around noon and in the evening; never in the future. */
function inOpeningHours(random: Random, dayMs: number, nowMs: number): number {
  const midnightMs = Math.floor(dayMs / DAY_MS) * DAY_MS - 8 * 3_600_000;
  const hour = random.chance(0.55) ? 17 + random.unit() * 4.5 : 8 + random.unit() * 9;
  return Math.min(nowMs - 60_000, midnightMs + Math.floor(hour * 3_600_000));
}

function enrol(
  store: OpenStore,
  person: SamplePerson,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): Id<'member'> {
  const memberId = ids<'member'>();
  const given = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null));
  const outcome = enrolMember(
    store,
    {
      ...given,
      memberId,
      source: 'till',
      consents: [{ purpose: 'service-messages', given: true }],
      noticeVersion: '1',
      despiteDuplicates: true,
    },
    staffId,
    nowMs,
    ids,
  );
  if (!outcome.ok) throw new Error(`the sample enrols nobody: ${outcome.reason}`);
  return memberId;
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
): void {
  const lines = visit.lines.flatMap(({ product, quantityThousandths }) => {
    const productId = productIds.get(product);
    return productId ? [{ productId, quantityThousandths }] : [];
  });
  const basket = { memberId: visit.memberId, lines };
  const quote = quoteBasket(store, { ...basket, pointsToRedeem: 0 }, visit.atMs);
  if (!quote.ok) throw new Error(`the sample cannot be priced: ${quote.reason}`);
  const { maxRedeemablePoints, redeemStepPoints, redeemStepMinor, netMinor } = quote.value;
  const pointsToRedeem = random.chance(0.08) ? maxRedeemablePoints : 0;
  const toPayMinor = netMinor - (pointsToRedeem / redeemStepPoints) * redeemStepMinor;
  const outcome = completeSale(
    store,
    {
      ...basket,
      purchaseId: ids<'purchase'>(),
      pointsToRedeem,
      tenders: toPayMinor > 0 ? [{ kind: random.pick(TENDERS), amountMinor: toPayMinor, reference: null }] : [],
      expectedNetMinor: netMinor,
    },
    { staffId: visit.staffId, overrideById: null },
    visit.atMs,
    ids,
  );
  if (!outcome.ok) throw new Error(`the sample sells nothing: ${outcome.reason}`);
}
