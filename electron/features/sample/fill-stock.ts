import { activeStaff } from '../../../db/staff/staff.queries.ts';
import { productToMove } from '../../../db/stock/stock.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { makeIdSource } from '../../../shared/kernel/id.ts';
import type { SampleProduct } from '../../../shared/sample/catalogue.ts';
import { makeRandom, type Random } from '../../../shared/sample/random.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { noteRequest } from '../requests/note-request.ts';
import { countStock } from '../stock/count-stock.ts';
import { receiveGoods } from '../stock/receive-goods.ts';
import type { Mover } from '../stock/record-document.ts';
import { setStockTerms } from '../stock/set-stock-terms.ts';

const DAY_MS = 86_400_000;
/** Deliveries come every other week; the last one is long enough ago for some goods to run low. */
const DELIVERY_DAYS = 14;
const LAST_DELIVERY_DAYS_AGO = 9;
const COUNT_DAYS_AGO = 30;

/** Made on the spot, so never on a shelf. */
const BREWED = '茶饮';
const SUPPLIERS: Readonly<Record<string, string>> = {
  散茶: '武夷山岩上茶业',
  包装茶: '武夷山岩上茶业',
  茶点零食: '桂香食品',
  坚果干货: '西域干果行',
  乳品: '晨牧乳业',
  蔬菜蛋品: '城北农产批发',
};
const OTHER_SUPPLIER = '百汇副食批发';
const COUNTED_CATEGORY = '茶点零食';

const WANTED: readonly { readonly text: string; readonly times: number; readonly note: string | null }[] = [
  { text: '抹茶茶筅', times: 4, note: '竹制' },
  { text: '无糖凤梨酥', times: 3, note: null },
  { text: '云南咖啡豆', times: 2, note: '中度烘焙' },
  { text: '2098765432105', times: 1, note: null },
];

/** How the sample's goods came: kept beside its sales, with chance and ids of its own, so that neither changes the other. */
export interface SampleStock {
  /** Deliveries and counts that are due by this instant. */
  upTo(atMs: number): void;
  sold(product: SampleProduct, quantityThousandths: number): void;
  /** What customers asked for in the last days. */
  askInVain(members: readonly Id<'member'>[]): void;
}

export function sampleStock(
  store: OpenStore,
  productIds: ReadonlyMap<SampleProduct, Id<'product'>>,
  { openedMs, untilMs: nowMs, seed }: { readonly openedMs: number; readonly untilMs: number; readonly seed: number },
): SampleStock {
  const random = makeRandom(seed).fork(-3);
  const staffId = activeStaff.all(store.db, {}).find(({ role }) => role === 'manager')?.staffId ?? null;
  let atMs = openedMs;
  const ids = makeIdSource(
    () => atMs,
    (n) => Uint8Array.from({ length: n }, () => random.integer(0, 255)),
  );
  const mover = { staffId, ids };
  const stocked = [...productIds].filter(([product]) => product.category !== BREWED);
  for (const [product, productId] of productIds)
    if (product.category === BREWED)
      setStockTerms(store, { productId, stocked: false, reorderThousandths: null }, mover, atMs);

  const soldSince = new Map<SampleProduct, number>();
  let nextDeliveryMs = atMs;
  let isCounted = false;
  /** What sold since the last delivery comes again, and first of all what a fortnight may need. */
  const deliver = () => {
    const bySupplier = Map.groupBy(stocked, ([product]) => SUPPLIERS[product.category] ?? OTHER_SUPPLIER);
    for (const [supplier, goods] of bySupplier) {
      const lines = goods.flatMap(([product, productId]) => {
        const quantityThousandths = wanted(product, soldSince.get(product), random);
        return quantityThousandths > 0
          ? [{ productId, quantityThousandths, unitCostMinor: costOf(product, random) }]
          : [];
      });
      if (lines.length > 0) receive(store, supplier, lines, mover, atMs);
    }
    soldSince.clear();
  };
  return {
    upTo(untilMs) {
      for (; nextDeliveryMs <= untilMs && nextDeliveryMs <= nowMs - LAST_DELIVERY_DAYS_AGO * DAY_MS; ) {
        atMs = nextDeliveryMs;
        deliver();
        nextDeliveryMs += DELIVERY_DAYS * DAY_MS;
      }
      atMs = Math.max(atMs, untilMs);
      if (isCounted || atMs < nowMs - COUNT_DAYS_AGO * DAY_MS) return;
      isCounted = true;
      count(
        store,
        stocked.filter(([{ category }]) => category === COUNTED_CATEGORY).map(([, productId]) => productId),
        random,
        mover,
        atMs,
      );
    },
    sold: (product, quantityThousandths) =>
      void soldSince.set(product, (soldSince.get(product) ?? 0) + quantityThousandths),
    askInVain(members) {
      for (const { text, times, note } of WANTED)
        for (let time = 0; time < times; time += 1) {
          const memberId = random.chance(0.6) && members.length > 0 ? random.pick(members) : null;
          const askedMs = nowMs - random.integer(1, 12) * DAY_MS - random.integer(0, DAY_MS / 2);
          const request = { requestId: ids<'product-request'>(), productId: null, text, note, memberId };
          const asked = { ...request, quantityThousandths: null, tellMember: memberId !== null };
          must(noteRequest(store, asked, staffId, askedMs));
        }
    },
  };
}

/** At first by how often it is bought; then what sold, now a little more, now a little less. */
function wanted({ popularity, unit }: SampleProduct, sold: number | undefined, random: Random): number {
  const needed = sold === undefined ? popularity * 2000 : sold * (0.85 + random.unit() * 0.4);
  return unit === 'piece' || needed > 5000 ? Math.ceil(needed / 1000) * 1000 : Math.ceil(needed / 100) * 100;
}

/** Two thirds of the price, as the season has it. */
const costOf = ({ priceMinor }: SampleProduct, random: Random): number =>
  Math.round((priceMinor * random.integer(62, 72)) / 100);

function must(outcome: { readonly ok: boolean; readonly reason?: string }): void {
  if (!outcome.ok) throw new Error(`the sample moves no stock: ${outcome.reason}`);
}

function receive(
  store: OpenStore,
  supplier: string,
  lines: Parameters<typeof receiveGoods>[1]['lines'],
  mover: Mover & { readonly ids: IdSource },
  atMs: number,
): void {
  const reference = `SH${new Date(atMs).toISOString().slice(2, 10).replaceAll('-', '')}`;
  const receipt = { documentId: mover.ids<'stock-document'>(), supplier, reference, note: null, lines };
  must(receiveGoods(store, receipt, mover, atMs));
}

/** Here and there one is missing. What a careless fortnight oversold is set right. */
function count(
  store: OpenStore,
  productIds: readonly Id<'product'>[],
  random: Random,
  mover: Mover,
  atMs: number,
): void {
  const lines = productIds.map((productId) => {
    const { storeId } = store.facts;
    const { onHandThousandths } = productToMove.get(store.db, { storeId, productId }) ?? { onHandThousandths: 0 };
    const missing = random.chance(0.3) ? random.integer(1, 2) * 1000 : 0;
    return { productId, countedThousandths: Math.max(0, onHandThousandths - missing), atMs };
  });
  must(countStock(store, { documentId: mover.ids<'stock-document'>(), note: null, lines }, mover, atMs));
}
