import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { type Claim, claimsOf, GONE, type Rival, settle } from './claims.ts';
import { firstStampAt } from './hlc.ts';
import type { Fact } from './look-at-fact.ts';

const STORE = 'store' as Id<'store'>;
const STAMP = firstStampAt(10);
const fact = (kind: string, body: object, op = 'put') => ({ kind, op, body }) as Fact;
const claims = (one: Fact) => claimsOf(one, STAMP, STORE);
const fields = (one: Fact) => claims(one).map(({ field }) => field);

/** What counts after claims came in this order. */
function standingAfter(some: readonly Claim[]): Rival | null {
  return some.reduce<Rival | null>((standing, claim) => (settle(standing, claim) === 'take' ? claim : standing), null);
}

describe('the claims of a fact', () => {
  it('are one for each field of a member, and the status goes with its reason', () => {
    const member = {
      id: 'm',
      enrolment: { source: 'till' },
      profile: { name: '王', phone: null, custom: { k: 'v' } },
      standing: { status: 'suspended', statusReason: 'why' },
    };
    expect(fields(fact('member', member))).toEqual(['enrolment', 'name', 'phone', 'custom.k', 'status']);
    expect(claims(fact('member', member)).at(-1)?.value).toBe('["suspended","why"]');
  });

  it('rank by stamp and store; of a row with an owner by version before that', () => {
    expect(claims(fact('member-card', { id: 'c' }))[0]).toMatchObject({ field: '', rank: `${STAMP} store` });
    const later = claims(fact('category', { id: 'c', version: 10 }))[0]?.rank ?? '';
    const earlier = claimsOf(fact('category', { id: 'c', version: 9 }), firstStampAt(99), STORE)[0]?.rank ?? '';
    expect(later > earlier).toBe(true);
  });

  it('let an undone merge stay undone, whichever word came first', () => {
    const [merged] = claims(fact('member-alias', { id: 'm', mergeId: 'g', undone: false })) as [Claim];
    const [undone] = claims(fact('member-alias', { id: 'm', mergeId: 'g', undone: true })) as [Claim];
    expect(merged.field).toBe('g');
    expect([standingAfter([merged, undone]), standingAfter([undone, merged])]).toEqual([undone, undone]);
  });

  it('are a tombstone’s alone', () => {
    expect(fields(fact('member', { id: 'm', why: 'import-undone' }, 'delete'))).toEqual([GONE]);
  });

  it('refuse the same id with other content, and ignore it with the same', () => {
    const [one] = claims(fact('purchase', { id: 'p', total: 1 })) as [Claim];
    const [other] = claims(fact('purchase', { id: 'p', total: 2 })) as [Claim];
    expect(settle(null, one)).toBe('take');
    expect(settle(one, one)).toBe('same');
    expect(settle(one, other)).toBe('collision');
    expect(settle({ rank: '', value: null }, other)).toBe('same');
  });

  it('come to the same in every order, also where stamp and store are equal', () => {
    const claim = fc.record({
      field: fc.constant(''),
      rank: fc.constantFrom('1 a', '1 b', '2 a'),
      value: fc.constantFrom('"x"', '"y"', '"z"'),
    });
    const orders = fc
      .array(claim, { minLength: 1, maxLength: 12, size: 'max' })
      .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
    fc.assert(
      fc.property(orders, ([some, shuffled]) => {
        expect(standingAfter(shuffled)).toEqual(standingAfter(some));
      }),
    );
  });
});
