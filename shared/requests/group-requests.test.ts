import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { groupRequests } from './group-requests.ts';

let counter = 0;
const asked = (
  text: string,
  atMs: number,
  facts: { productId?: Id<'product'>; quantity?: number; waits?: boolean } = {},
) => ({
  requestId: String(++counter) as Id<'product-request'>,
  productId: facts.productId ?? null,
  text,
  quantityThousandths: facts.quantity ?? null,
  atMs,
  waits: facts.waits ?? false,
});

describe('requests', () => {
  it('are grouped by their words, whatever their width, case and spaces', () => {
    const [group, ...others] = groupRequests([asked('ＡＢＣ  tea', 1), asked('abc Tea ', 2)]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ key: 'abc tea', text: 'abc Tea ', lastAskedAtMs: 2, askedThousandths: 2000 });
  });

  it('are grouped by the product, also when it was renamed', () => {
    const productId = 'p' as Id<'product'>;
    expect(
      groupRequests([asked('old', 1, { productId }), asked('new', 2, { productId }), asked('new', 3)]),
    ).toMatchObject([{ productId, text: 'new', requests: [{ atMs: 2 }, { atMs: 1 }] }, { productId: null }]);
  });

  it('count who waits, and how much was asked for', () => {
    const [group] = groupRequests([asked('tea', 1, { quantity: 2500, waits: true }), asked('tea', 2)]);
    expect(group).toMatchObject({ askedThousandths: 3500, waiting: 1 });
  });

  it('each fall into exactly one group', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'A ', 'b', 'c'), fc.nat(9))), (all) => {
        const requests = all.map(([text, atMs]) => asked(text, atMs));
        const ids = groupRequests(requests).flatMap((group) => group.requests.map(({ requestId }) => requestId));
        expect(ids.toSorted()).toEqual(requests.map(({ requestId }) => requestId).toSorted());
      }),
    );
  });
});
