import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { appRouter } from '../../electron/api/router.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { traceOf } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { hostileValue, spoilt } from './hostile-values.ts';
import { type Answer, type Asked, aServedStore, ask, PROCEDURES, seat } from './served-store.ts';

/** More of them in `npm run test:long`. */
const RUNS = Number(process.env.REGULARS_HOSTILE ?? 60);
/** A password is hashed for each of these, an address looked for or the whole store copied or walked, which takes its time. */
const SLOW = /^app\.|^exports\.|^backups\.|^nightly\.|^staff\.(signIn|approve|save|setPin)|^receipts\.printTestPage/;
const NOTES_REFUSALS = /^staff\.(signIn|approve)$|^exports\./;

const served = await aServedStore();
const { shop, store, host } = served;
const product = aProduct(shop, { barcode: '6901234567892' });
const member = aMember(shop, { phone: '13812345678', cardNumber: 'CARD-1', points: 5000 });
const purchase = sell(shop, { member, products: [product] });
// The night's work would begin by itself while it is asked.
host.nightly().startIfDue();
/** What means something in this store. */
const KNOWN = [product, member, purchase, shop.managerId, shop.clerkId, shop.ids(), shop.ids()];

const inputOf = (path: string): z.ZodType | undefined => {
  const procedures = appRouter._def.procedures as unknown as Record<
    string,
    { readonly _def: { readonly inputs: z.ZodType[] } }
  >;
  return procedures[path]?._def.inputs[0];
};

function anyInput({ path }: Asked): fc.Arbitrary<unknown> {
  const schema = inputOf(path);
  const shaped = schema ? arbitraryOf(schema, KNOWN) : fc.anything();
  return fc.oneof({ weight: 3, arbitrary: shaped }, { weight: 4, arbitrary: spoilt(shaped) }, hostileValue);
}

/** A clear answer: what was asked for, a fault of the question, or a refusal that the contract names. */
function expectClear({ refusals }: Asked, answer: Answer): void {
  if (answer.ok) return;
  if (answer.code === 'INTERNAL_SERVER_ERROR') throw new Error('an internal error', { cause: answer.cause });
  expect(['BAD_REQUEST', 'UNPROCESSABLE_CONTENT']).toContain(answer.code);
  expect(answer.code === 'BAD_REQUEST' || refusals.includes(answer.refusal ?? '')).toBe(true);
}

describe('whatever it is asked', () => {
  it.each(PROCEDURES.filter(({ type }) => type !== 'subscription').map((asked) => [asked.path, asked] as const))(
    '%s answers clearly, and changes nothing where it refuses',
    async (_, asked) => {
      await fc.assert(
        fc.asyncProperty(anyInput(asked), async (input) => {
          seat(served, 'window', 'manager');
          await host.nightly().idle();
          const before = traceOf(store.db);
          const answer = await ask(host, 'window', asked, input);
          expectClear(asked, answer);
          // A PIN that was tried in vain is noted in the audit log, too.
          const mayChange =
            asked.type === 'mutation' && (answer.ok || (answer.refusal && NOTES_REFUSALS.test(asked.path)));
          expect(mayChange || traceOf(store.db)).toEqual(mayChange || before);
        }),
        { numRuns: SLOW.test(asked.path) ? Math.ceil(RUNS / 4) : RUNS },
      );
    },
  );

  it('the laws of the store still hold, and no prototype was touched', () => {
    expectLaws(store.db);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
