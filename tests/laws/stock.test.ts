import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustStock } from '../../electron/features/stock/adjust-stock.ts';
import { ledgerPage } from '../../electron/features/stock/ledger-page.ts';
import { receiveGoods } from '../../electron/features/stock/receive-goods.ts';
import { reverseDocument } from '../../electron/features/stock/reverse-document.ts';
import { setStockTerms } from '../../electron/features/stock/set-stock-terms.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { moverOf, receive, stockNow, tryCounting } from '../fixtures/move-stock.ts';
import { rowsOf, traceOf } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryVoiding } from '../fixtures/take-back.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

const MINUTE_MS = 60_000;

/** A shop that has ten of a product, received at 2.50 each. */
function aShelf() {
  const shop = aStore();
  const tea = aProduct(shop);
  receive(shop, tea, 10_000, 250);
  shop.nowMs += MINUTE_MS;
  return { shop, tea, level: () => stockNow(shop, tea).onHandThousandths };
}

const adjust = (
  shop: Shop,
  productId: Id<'product'>,
  changeThousandths: number,
  facts: Partial<Parameters<typeof adjustStock>[1]> = {},
) =>
  adjustStock(
    shop.store,
    {
      documentId: shop.ids(),
      productId,
      changeThousandths,
      reason: 'breakage',
      note: null,
      purchaseId: null,
      ...facts,
    },
    moverOf(shop),
    shop.nowMs,
  );

describe('the stock', () => {
  it('falls with a sale, and comes back with a return and with a void', () => {
    const { shop, tea, level } = aShelf();
    const sale = sell(shop, { products: [tea, tea], quantityThousandths: 2000 });
    expect(level()).toBe(6000);
    takeBack(shop, sale, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect(level()).toBe(7000);
    const last = sell(shop, { products: [tea] });
    expect(level()).toBe(6000);
    expect(tryVoiding(shop, last)).toMatchObject({ ok: true });
    expect(level()).toBe(7000);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('falls below zero, since the till never stops, and is right again with the next receipt', () => {
    const { shop, tea, level } = aShelf();
    sell(shop, { products: [tea], quantityThousandths: 12_000 });
    expect(stockNow(shop, tea)).toMatchObject({ onHandThousandths: -2000, valueMinor: -500, isLow: true });
    receive(shop, tea, 5000, 300);
    expect(level()).toBe(3000);
    expect(stockNow(shop, tea).averageCostMilli).toBe(300_000);
  });

  it('says when it was last received, sold and counted, as if what was taken back had not been', () => {
    const { shop, tea } = aShelf();
    const [receivedAtMs, soldAtMs] = [shop.nowMs - MINUTE_MS, shop.nowMs];
    sell(shop, { products: [tea] });
    shop.nowMs += MINUTE_MS;
    const second = receive(shop, tea, 1000);
    const last = sell(shop, { products: [tea] });
    expect(stockNow(shop, tea)).toMatchObject({ lastReceiptAtMs: shop.nowMs, lastSaleAtMs: shop.nowMs });
    tryVoiding(shop, last);
    reverseDocument(shop.store, { documentId: shop.ids(), reversesId: second }, moverOf(shop), shop.nowMs);
    expect(stockNow(shop, tea)).toMatchObject({ lastReceiptAtMs: receivedAtMs, lastSaleAtMs: soldAtMs });
  });

  it('is a ledger whose levels end at what is there and began at nothing', () => {
    const { shop, tea } = aShelf();
    sell(shop, { products: [tea], quantityThousandths: 3000 });
    tryCounting(shop, tea, 6000);
    shop.nowMs += MINUTE_MS;
    adjust(shop, tea, -500);
    const whole = ledgerPage(shop.store, { productId: tea, before: null, limit: 100 }, shop.nowMs);
    const rows = whole?.rows ?? [];
    expect(
      rows.map(({ kind, changeThousandths, afterThousandths }) => [kind, changeThousandths, afterThousandths]),
    ).toEqual([
      ['adjustment', -500, 5500],
      ['count', -1000, 6000],
      ['sale', -3000, 7000],
      ['receipt', 10_000, 10_000],
    ]);
  });
});

describe('the ledger, page by page', () => {
  it('is the whole ledger, however it is cut', () => {
    const shop = aStore();
    const tea = aProduct(shop);
    for (let day = 0; day < 12; day += 1) {
      shop.nowMs += MINUTE_MS;
      if (day % 3 === 0) receive(shop, tea, 5000 + day, 200);
      if (day % 4 === 1) tryCounting(shop, tea, 3000, shop.nowMs - 1);
      sell(shop, { products: [tea, tea] });
    }
    const page = (limit: number, before: Parameters<typeof ledgerPage>[1]['before'] = null) =>
      ledgerPage(shop.store, { productId: tea, before, limit }, shop.nowMs) ?? { rows: [], next: null };
    const { rows: whole } = page(200);
    expect(whole).toHaveLength(19);
    expect(whole.at(-1)).toMatchObject({ afterThousandths: whole.at(-1)?.changeThousandths });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (limit) => {
        const rows = [];
        for (let next: ReturnType<typeof page>['next'] | undefined; next !== null; ) {
          const { rows: more, next: further } = page(limit, next ?? null);
          rows.push(...more);
          next = further;
        }
        expect(rows).toEqual(whole);
      }),
    );
  });
});

describe('the average cost', () => {
  it('is kept by the line of a sale, so that its margin can be told ever after', () => {
    const { shop, tea } = aShelf();
    sell(shop, { products: [tea] });
    receive(shop, tea, 9000, 350);
    sell(shop, { products: [tea] });
    const costs = rowsOf(shop.store.db, 'purchase_line').map((line) => line.cost_minor);
    expect(costs).toEqual([250, 300]);
  });

  it('is what it was when a receipt is taken back', () => {
    const { shop, tea } = aShelf();
    const wrong = receive(shop, tea, 30_000, 9999);
    const reversal = { documentId: shop.ids<'stock-document'>(), reversesId: wrong };
    expect(reverseDocument(shop.store, reversal, moverOf(shop), shop.nowMs)).toMatchObject({ ok: true });
    expect(stockNow(shop, tea)).toMatchObject({
      onHandThousandths: 10_000,
      averageCostMilli: 250_000,
      valueMinor: 2500,
    });
    const again = { documentId: shop.ids<'stock-document'>(), reversesId: wrong };
    expect(reverseDocument(shop.store, again, moverOf(shop), shop.nowMs)).toMatchObject({ reason: 'already-reversed' });
    const back = { documentId: shop.ids<'stock-document'>(), reversesId: reversal.documentId };
    expect(reverseDocument(shop.store, back, moverOf(shop), shop.nowMs)).toMatchObject({ reason: 'not-reversible' });
  });
});

describe('a count', () => {
  it('leaves sold what was sold between the counting and its entry', () => {
    const { shop, tea, level } = aShelf();
    const printedMs = shop.nowMs;
    shop.nowMs += MINUTE_MS;
    sell(shop, { products: [tea], quantityThousandths: 4000 });
    shop.nowMs += MINUTE_MS;
    expect(tryCounting(shop, tea, 9000, printedMs)).toMatchObject({ ok: true });
    expect(level()).toBe(5000);
    expect(tryCounting(shop, tea, 8000, printedMs - 1)).toMatchObject({ reason: 'counted-since' });
    expect(tryCounting(shop, tea, 8000, shop.nowMs + 1)).toMatchObject({ reason: 'moment-ahead' });
    expect(tryCounting(shop, tea, 8000, shop.nowMs - 40 * DAY_MS)).toMatchObject({ reason: 'moment-too-old' });
  });

  it('makes the stock what was counted, whatever was received, sold and taken back before', () => {
    const shop = aStore();
    const move = fc.record({
      kind: fc.constantFrom('receive', 'sell', 'return', 'count'),
      thousandths: fc.integer({ min: 1, max: 20_000 }),
    });
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 6 }), fc.nat(50_000), (moves, countedThousandths) => {
        const tea = aProduct(shop);
        let last: { sale: Id<'purchase'>; thousandths: number } | null = null;
        for (const { kind, thousandths } of moves) {
          shop.nowMs += 1000;
          if (kind === 'receive') receive(shop, tea, thousandths, thousandths % 700);
          else if (kind === 'count') tryCounting(shop, tea, thousandths);
          else if (kind === 'sell' || !last)
            last = { sale: sell(shop, { products: [tea], quantityThousandths: thousandths }), thousandths };
          else {
            takeBack(shop, last.sale, [{ lineNo: 1, quantityThousandths: last.thousandths }]);
            last = null;
          }
        }
        expect(tryCounting(shop, tea, countedThousandths)).toMatchObject({ ok: true });
        expect(stockNow(shop, tea).onHandThousandths).toBe(countedThousandths);
      }),
      { numRuns: 100 },
    );
    expectLaws(shop.store.db);
  });
});

describe('what came back unsellable', () => {
  it('is written off against its return, and never more than came back', () => {
    const { shop, tea, level } = aShelf();
    const sale = sell(shop, { products: [tea], quantityThousandths: 3000 });
    const purchaseId = takeBack(shop, sale, [{ lineNo: 1, quantityThousandths: 2000 }]);
    const writeOff = (thousandths: number, of = purchaseId) =>
      adjust(shop, tea, -thousandths, { reason: 'unsellable', purchaseId: of });
    expect(writeOff(1500)).toMatchObject({ ok: true });
    expect(level()).toBe(7500);
    expect(writeOff(1000)).toMatchObject({ reason: 'more-than-returned', details: { leftThousandths: 500 } });
    expect(writeOff(500, sale)).toMatchObject({ reason: 'more-than-returned', details: { leftThousandths: 0 } });
    expect(writeOff(500)).toMatchObject({ ok: true });
    expect(level()).toBe(7000);
  });
});

describe('a product that is not stocked', () => {
  it('is sold, but neither received, counted nor adjusted, and refusing leaves no trace', () => {
    const { shop, tea, level } = aShelf();
    const terms = { productId: tea, stocked: false, reorderThousandths: null };
    expect(setStockTerms(shop.store, terms, moverOf(shop), shop.nowMs)).toMatchObject({ ok: true });
    const before = traceOf(shop.store.db);
    expect(setStockTerms(shop.store, terms, moverOf(shop), shop.nowMs)).toMatchObject({ ok: true });
    const lines = [{ productId: tea, quantityThousandths: 1000, unitCostMinor: null }];
    const receipt = { documentId: shop.ids<'stock-document'>(), supplier: null, reference: null, note: null, lines };
    for (const refused of [
      receiveGoods(shop.store, receipt, moverOf(shop), shop.nowMs),
      tryCounting(shop, tea, 1),
      adjust(shop, tea, -1),
    ])
      expect(refused).toMatchObject({ reason: 'not-stocked', details: { line: 1 } });
    expect(traceOf(shop.store.db)).toEqual(before);
    sell(shop, { products: [tea] });
    expect(level()).toBe(9000);
  });
});
