import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StockRow, ToOrderRow } from '../../shared/contract/stock.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { isLow, reorderLevel, suggestedOrder } from '../../shared/stock/reorder.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { receive } from '../fixtures/move-stock.ts';
import { traceOf } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS } from '../fixtures/shop.ts';
import { aPosStore } from './pos-store.ts';
import { aServedStore, ask, seat } from './served-store.ts';

const served = await aServedStore();
const { shop, host } = served;
beforeEach(() => {
  // The API's clock is the real one.
  shop.nowMs = Date.now();
});

const asked = async (type: 'query' | 'mutation', path: string, input?: unknown) => {
  seat(served, 'window', 'manager');
  const answer = await ask(host, 'window', { path, type }, input);
  return answer.ok ? answer.data : answer;
};
const query = <T>(path: string, input?: unknown) => asked('query', path, input) as Promise<T>;
const change = (path: string, input: unknown) => asked('mutation', path, input);
const list = async (filter: string) => (await query<{ rows: StockRow[] }>('stock.list', { filter, limit: 200 })).rows;
const idsIn = async (filter: string) => (await list(filter)).map(({ productId }) => productId);

describe('the list of the stock', () => {
  it('shows what is low, below zero, uncounted and not stocked', async () => {
    const [plenty, negative, service] = [aProduct(shop), aProduct(shop), aProduct(shop)];
    receive(shop, plenty, 90_000, 100);
    sell(shop, { products: [negative, service] });
    await change('stock.setTerms', { productId: service, stocked: false, reorderThousandths: null });
    const counted = {
      documentId: shop.ids(),
      lines: [{ productId: plenty, countedThousandths: 88_000, atMs: Date.now() }],
    };
    expect(await change('stock.count', counted)).toMatchObject({
      kind: 'count',
      lines: [{ changeThousandths: -2000 }],
    });
    expect(await idsIn('low')).toEqual([negative]);
    expect(await idsIn('negative')).toEqual([negative]);
    expect(await idsIn('uncounted')).toEqual([negative]);
    expect(await idsIn('unstocked')).toEqual([service]);
    expect(new Set(await idsIn('all'))).toEqual(new Set([plenty, negative]));
    expect(await query('stock.figures')).toEqual({
      counts: { all: 2, low: 1, negative: 1, uncounted: 1, unstocked: 1 },
      valueMinor: 8800,
    });
  });

  it('calls low what the rule calls low, and suggests what it suggests', async () => {
    const realNow = Date.now();
    const productId = aProduct(shop);
    const start = fc.record({
      soldDaysAgo: fc.array(fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 9 })), {
        maxLength: 2,
      }),
      received: fc.nat(40),
      reorder: fc.option(fc.nat(30)),
      coverDays: fc.constantFrom(7, 14, 28),
    });
    await fc.assert(
      fc.asyncProperty(start, async ({ soldDaysAgo, received, reorder, coverDays }) => {
        for (const [daysAgo, pieces] of soldDaysAgo) {
          shop.nowMs = realNow - daysAgo * DAY_MS;
          sell(shop, { products: [productId], quantityThousandths: pieces * 1000 });
        }
        shop.nowMs = realNow;
        if (received > 0) receive(shop, productId, received * 1000);
        const reorderThousandths = reorder === null ? null : reorder * 1000;
        await change('stock.setTerms', { productId, stocked: true, reorderThousandths });
        const row = (await list('all')).find((each) => each.productId === productId);
        const order = (await query<ToOrderRow[]>('stock.toOrder', { coverDays })).find(
          (each) => each.productId === productId,
        );
        const { weeks } = await query<{ weeks: { soldThousandths: number }[] }>('stock.ofProduct', { productId });
        const soldThousandths = weeks.reduce((sum, week) => sum + week.soldThousandths, 0);
        const demand = { onHandThousandths: row?.onHandThousandths ?? Number.NaN, soldThousandths, reorderThousandths };
        expect(row).toMatchObject({ isLow: isLow(demand), reorderThousandths: reorderLevel(demand) });
        expect(order?.suggestedThousandths ?? null).toBe(isLow(demand) ? suggestedOrder(demand, coverDays) : null);
        expect((await idsIn('low')).includes(productId)).toBe(isLow(demand));
      }),
      { numRuns: 100 },
    );
  });
});

describe('bad input', () => {
  // No longer sold and none of it there: the lists above do not show it.
  const product = aProduct(shop, { status: 'discontinued' });
  const line = { productId: product, quantityThousandths: 1000, unitCostMinor: 100 };
  const receipt = { documentId: shop.ids(), supplier: null, reference: null, lines: [line] };
  it.each([
    ['stock.receive', { ...receipt, lines: [] }, 'BAD_REQUEST'],
    ['stock.receive', { ...receipt, lines: [{ ...line, quantityThousandths: 0 }] }, 'BAD_REQUEST'],
    ['stock.receive', { ...receipt, lines: [{ ...line, unitCostMinor: -1 }] }, 'BAD_REQUEST'],
    ['stock.receive', { ...receipt, lines: [line, { ...line, productId: shop.ids() }] }, 'stock-product-unknown'],
    [
      'stock.adjust',
      { documentId: shop.ids(), productId: product, changeThousandths: 5, reason: 'theft' },
      'BAD_REQUEST',
    ],
    [
      'stock.adjust',
      { documentId: shop.ids(), productId: product, changeThousandths: 0, reason: 'other' },
      'BAD_REQUEST',
    ],
    ['stock.reverse', { documentId: shop.ids(), reversesId: shop.ids() }, 'stock-document-unknown'],
    [
      'stock.count',
      {
        documentId: shop.ids(),
        lines: [1, 2].map((countedThousandths) => ({ productId: product, countedThousandths, atMs: Date.now() })),
      },
      'counted-twice',
    ],
    [
      'requests.note',
      {
        requestId: shop.ids(),
        productId: null,
        text: 'tea',
        quantityThousandths: null,
        memberId: null,
        tellMember: true,
      },
      'BAD_REQUEST',
    ],
    ['requests.mark', { markId: shop.ids(), state: 'ordered', requestIds: [shop.ids()] }, 'request-unknown'],
  ])('%s %j is refused and changes nothing', async (path, input, why) => {
    const before = traceOf(served.store.db);
    const answer = (await change(path, input)) as { ok: false; code: string; refusal: string | null };
    expect(answer.refusal ?? answer.code).toBe(why);
    expect(traceOf(served.store.db)).toEqual(before);
  });
});

const note = (facts: object) =>
  change('requests.note', {
    requestId: shop.ids(),
    productId: null,
    text: 'Matcha whisk',
    quantityThousandths: null,
    memberId: null,
    tellMember: false,
    ...facts,
  });
const groups = async (state: string) =>
  (
    await query<{ groups: { text: string; waiting: number; requests: { requestId: Id<'product-request'> }[] }[] }>(
      'requests.list',
      {
        state,
      },
    )
  ).groups;

describe('what was asked for and not had', () => {
  it('is grouped, says who waits, and moves on with its marks', async () => {
    const memberId = aMember(shop, { name: '王小明', phone: '13812345678' });
    expect(await note({})).toMatchObject({ timesAsked: 1 });
    expect(await note({ text: 'matcha  whisk', memberId, tellMember: true })).toMatchObject({ timesAsked: 2 });
    const [group] = await groups('open');
    expect(group).toMatchObject({
      waiting: 1,
      requests: [{ member: { phoneMasked: '138****5678' }, waits: true }, {}],
    });
    const requestIds = group?.requests.map(({ requestId }) => requestId) ?? [];
    expect(await change('requests.mark', { markId: shop.ids(), state: 'ordered', requestIds })).toEqual({ marked: 2 });
    expect(await groups('open')).toEqual([]);
    expect(await groups('ordered')).toHaveLength(1);
    await change('requests.mark', { markId: shop.ids(), state: 'open', requestIds });
    expect(await groups('ordered')).toEqual([]);
  });

  it('waits no more once messages about service are declined', async () => {
    const memberId = aMember(shop, { phone: '13912345678' });
    await note({ text: 'kettle', memberId, tellMember: true });
    const declined = { eventId: shop.ids(), memberId, purpose: 'service-messages', given: false, noticeVersion: '1' };
    await change('members.setConsent', declined);
    expect((await groups('open')).find(({ text }) => text === 'kettle')).toMatchObject({ waiting: 0 });
  });
});

it('a sale of the till’s own software moves the stock as any sale does', async () => {
  const pos = await aPosStore();
  const tea = aProduct(pos.shop, { sku: 'TEA', priceMinor: 2000 });
  receive(pos.shop, tea, 10_000, 900);
  const sale = {
    memberId: null,
    lines: [{ sku: 'TEA', quantityThousandths: 3000 }],
    tenders: [{ kind: 'cash', amountMinor: 6000 }],
    expectedNetMinor: 6000,
  };
  expect(await pos.ask('POST', '/purchases', { body: { ...sale, receiptNumber: 'POS-1' } })).toMatchObject({
    status: 201,
  });
  const { db } = pos.shop.store;
  expect(db.raw.prepare('SELECT on_hand_thousandths FROM stock_level').pluck().all()).toEqual([7000]);
});
