import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePosApiSetting } from '../../electron/features/api-keys/pos-api-setting.ts';
import { ALL_GOODS } from '../../shared/promotions/goods.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { putOffer } from '../fixtures/put-offer.ts';
import { traceOf } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { type Operation, readDocument, type Schema } from './pos-document.ts';
import { type AnyRequest, requestOf } from './pos-requests.ts';
import { aPosStore } from './pos-store.ts';

/** More of them in `npm run test:long`. */
const RUNS = Number(process.env.REGULARS_HOSTILE ?? 60) * 2;
const KEYS = ['a-key-that-comes-again-1', 'a-key-that-comes-again-2'];

const pos = await aPosStore();
const { shop, store } = pos;
const product = aProduct(shop, { sku: 'TEA', barcode: '6901234567892' });
const member = aMember(shop, { phone: '13812345678', cardNumber: 'CARD-1', points: 5000 });
// One is left out and another applies, which changes no price.
putOffer(shop, { conditions: [{ kind: 'spend', goods: ALL_GOODS, atLeastMinor: 900_000 }] });
putOffer(shop, { action: { kind: 'bonus-points', points: 50 } });
// Half of what is asked for may be goods that are not in the catalogue.
changePosApiSetting(store, { enabled: true, openLines: true }, shop.managerId, pos.host.clock(), pos.host.ids);
const onIts = { member, products: [product] };
const purchases = [sell(shop, onIts), sell(shop, { ...onIts, redeem: 200 }), sell(shop, onIts)];
const KNOWN = {
  productId: [product],
  barcode: ['6901234567892'],
  sku: ['TEA'],
  memberId: [member, null],
  referredBy: [member],
  unitPriceMinor: [1000, 500],
  taxRateBp: [1300, 0],
  quantityThousandths: [1000, 1000, 500],
  pointsToRedeem: [0, 0, 100, 1000, 7],
  tenders: [[], [{ kind: 'cash', amountMinor: 1000 }], [{ kind: 'alipay', amountMinor: 900 }]],
  refunds: [[], [{ kind: 'cash', amountMinor: 1000 }]],
  lineNo: [1],
  expectedNetMinor: [1000, 2000, 500],
  receiptNumber: ['POS-1', 'POS-2', 'S01-T1-000001'],
  phone: ['13812345678', '13900001111', '021-555'],
  name: ['王小明', "O'Brien"],
  email: ['a@example.com'],
  cardNumber: ['CARD-1', 'CARD-2'],
  noticeVersion: ['1'],
  birthday: [{ calendar: 'solar', month: 2, day: 29, year: null, leapMonth: false }],
  gender: ['female'],
  id: [member, ...purchases],
  q: ['5678', 'CARD-1', '王', 'wxm'],
};

// What the clock would do meanwhile is done before.
pos.host.nightly().start();
await pos.host.nightly().idle();

const document = await readDocument(pos);

/** What the document says about an answer of this status: its media type, and a check of the body. */
function declared({ responses }: Operation, status: number) {
  const [type, content] = Object.entries(responses[String(status)]?.content ?? {})[0] ?? [];
  return { type: `${type}; charset=utf-8`, schema: content?.schema as Schema & { readonly allOf?: readonly Schema[] } };
}

async function expectAsDocumented(operation: Operation, { path, body, idempotencyKey }: AnyRequest): Promise<void> {
  const before = traceOf(store.db);
  const headers = { 'content-type': 'application/json' };
  const answer = await pos.ask(operation.method, path, {
    body,
    idempotencyKey: idempotencyKey?.trim() ?? null,
    headers,
  });
  if (answer.status >= 500) throw new Error(`${answer.status} for ${operation.method} ${path} ${body}`);
  const isDone = answer.status < 300;
  const { type, schema } = declared(operation, answer.status);
  expect(answer.headers.get('content-type')).toBe(type);
  for (const part of schema.allOf ?? [schema])
    expect(document.checkOf(part).safeParse(answer.body).error).toBeUndefined();
  const mayChange = isDone && operation.method === 'POST' && operation.operationId !== 'quoteBasket';
  expect(mayChange || traceOf(store.db)).toEqual(mayChange || before);
}

describe('whatever it is sent, answers as its document says, and changes nothing where it refuses:', () => {
  it.each(document.operations.map((operation) => [operation.operationId, operation] as const))(
    '%s',
    async (_, operation) => {
      await fc.assert(
        fc.asyncProperty(requestOf(operation, document, KNOWN, KEYS), (request) =>
          expectAsDocumented(operation, request),
        ),
        { numRuns: RUNS },
      );
    },
  );

  it('and the laws of the store still hold', () => {
    expectLaws(store.db);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
