import * as fc from 'fast-check';
import { markRequests } from '../../../electron/features/requests/mark-requests.ts';
import { noteRequest } from '../../../electron/features/requests/note-request.ts';
import { adjustStock } from '../../../electron/features/stock/adjust-stock.ts';
import { countStock } from '../../../electron/features/stock/count-stock.ts';
import { receiveGoods } from '../../../electron/features/stock/receive-goods.ts';
import { reverseDocument } from '../../../electron/features/stock/reverse-document.ts';
import { setStockTerms } from '../../../electron/features/stock/set-stock-terms.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { aProduct } from '../../fixtures/a-product.ts';
import { DAY_MS, type Shop } from '../../fixtures/shop.ts';
import { act, done, nat, pick } from './act.ts';

export const addProduct = act(
  'add a product',
  fc.record({
    priceMinor: fc.oneof(fc.constant(0), fc.nat(50_000)),
    taxRateBp: fc.constantFrom(0, 600, 900, 1300),
    category: fc.constantFrom('茶', '水果', null),
  }),
  ({ shop, products }, facts) => {
    products.push(aProduct(shop, facts));
    return done;
  },
);

const moverOf = (shop: Shop) => ({ staffId: shop.managerId, ids: shop.ids });

export const receive = act(
  'receive goods',
  fc.record({
    lines: fc.array(
      fc.record({
        what: nat,
        quantityThousandths: fc.integer({ min: 1, max: 50_000 }),
        unitCostMinor: fc.option(fc.nat(3000)),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    supplier: fc.option(fc.constantFrom<string>('茶叶批发', 'Old Mill')),
  }),
  ({ shop, products, documents }, { lines, supplier }) => {
    const command = {
      documentId: shop.ids<'stock-document'>(),
      supplier,
      reference: null,
      note: null,
      lines: lines.map(({ what, ...line }) => ({ ...line, productId: pick(products, what) as Id<'product'> })),
    };
    const run = (of = command) => receiveGoods(shop.store, of, moverOf(shop), shop.nowMs);
    const outcome = run();
    if (outcome.ok) documents.push(command.documentId);
    return {
      outcome,
      again: run,
      altered: [
        () => run({ ...command, supplier: 'somebody else' }),
        () => run({ ...command, lines: [...command.lines, ...command.lines] }),
      ],
    };
  },
);

export const count = act(
  'count stock',
  fc.record({
    lines: fc.array(fc.record({ what: nat, countedThousandths: fc.nat(60_000), agoMs: fc.nat(2 * DAY_MS) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  ({ shop, products, documents }, { lines }) => {
    const command = {
      documentId: shop.ids<'stock-document'>(),
      note: null,
      lines: lines.map(({ what, countedThousandths, agoMs }) => ({
        productId: pick(products, what) as Id<'product'>,
        countedThousandths,
        atMs: shop.nowMs - agoMs,
      })),
    };
    const run = (of = command) => countStock(shop.store, of, moverOf(shop), shop.nowMs);
    const outcome = run();
    if (outcome.ok) documents.push(command.documentId);
    return { outcome, again: run, altered: [() => run({ ...command, note: 'another' as never })] };
  },
);

export const adjustLevel = act(
  'adjust stock',
  fc.record({ what: nat, changeThousandths: fc.integer({ min: -20_000, max: -1 }), ofSale: fc.option(nat) }),
  ({ shop, products, sales, documents }, { what, changeThousandths, ofSale }) => {
    const command = {
      documentId: shop.ids<'stock-document'>(),
      productId: pick(products, what) as Id<'product'>,
      changeThousandths,
      reason: 'unsellable' as const,
      note: null,
      purchaseId: ofSale === null ? null : (pick(sales, ofSale) ?? null),
    };
    const run = (of = command) => adjustStock(shop.store, of, moverOf(shop), shop.nowMs);
    const outcome = run();
    if (outcome.ok) documents.push(command.documentId);
    return {
      outcome,
      again: run,
      altered: [() => run({ ...command, changeThousandths: changeThousandths - 1 })],
    };
  },
);

export const reverse = act('take a stock document back', nat, ({ shop, documents }, which) => {
  const reversesId = pick(documents, which);
  if (!reversesId) return done;
  const documentId = shop.ids<'stock-document'>();
  const run = (of = reversesId) =>
    reverseDocument(shop.store, { documentId, reversesId: of }, moverOf(shop), shop.nowMs);
  const outcome = run();
  if (outcome.ok) documents.push(documentId);
  return { outcome, again: run, altered: [() => run(shop.ids<'stock-document'>())] };
});

export const keep = act(
  'keep a product',
  fc.record({ what: nat, stocked: fc.boolean(), reorderThousandths: fc.option(fc.nat(9000)) }),
  ({ shop, products }, { what, ...terms }) => {
    const command = { ...terms, productId: pick(products, what) as Id<'product'> };
    return { outcome: setStockTerms(shop.store, command, moverOf(shop), shop.nowMs) };
  },
);

export const request = act(
  'note a request',
  fc.record({
    what: fc.option(nat),
    who: fc.option(nat),
    text: fc.constantFrom<string>('green tea', 'Green  Tea', '抹茶'),
  }),
  ({ shop, products, members, requests }, { what, who, text }) => {
    const memberId = who === null ? null : (pick(members, who) ?? null);
    const command = {
      requestId: shop.ids<'product-request'>(),
      productId: what === null ? null : (pick(products, what) ?? null),
      text,
      quantityThousandths: null,
      note: null,
      memberId,
      tellMember: memberId !== null,
    };
    const run = (of = command) => {
      const outcome = noteRequest(shop.store, of, shop.clerkId, shop.nowMs);
      // How often it was asked for grows with the day.
      return outcome.ok ? { ok: true as const, value: outcome.value.requestId } : outcome;
    };
    const outcome = run();
    if (outcome.ok) requests.push(command.requestId);
    return { outcome, again: run, altered: [() => run({ ...command, text: 'other' })] };
  },
);

export const markAsked = act(
  'mark requests',
  fc.record({
    which: fc.array(nat, { minLength: 1, maxLength: 4 }),
    state: fc.constantFrom('open', 'ordered', 'answered'),
  } as const),
  ({ shop, requests }, { which, state }) => {
    const requestIds = which.flatMap((one) => pick(requests, one) ?? []);
    const markId = shop.ids<'request-mark'>();
    if (requestIds.length === 0) return done;
    const run = (of = requestIds) =>
      markRequests(shop.store, { markId, state, requestIds: of }, shop.clerkId, shop.nowMs);
    return { outcome: run(), again: run, altered: [() => run([...requestIds, shop.ids<'product-request'>()])] };
  },
);
