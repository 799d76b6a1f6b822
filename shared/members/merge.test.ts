import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { decideMerge, type MergedValues, type MergeSide, proposeCanonical, proposeValues } from './merge.ts';

const nothing: MergedValues = {
  name: null,
  phone: null,
  email: null,
  gender: null,
  birthday: null,
  address: null,
  note: null,
  wechatId: null,
  tier: 'member',
};
const side = (id: string, values: Partial<MergedValues> = {}, facts: Partial<MergeSide> = {}): MergeSide => ({
  memberId: id as Id<'member'>,
  values: { ...nothing, ...values },
  status: 'active',
  enrolledAtMs: 1000,
  writtenAtMs: {},
  phoneIsValid: values.phone !== undefined,
  purchases: 0,
  canonicalId: null,
  consents: [],
  ...facts,
});
const canonical = 'a' as Id<'member'>;
const why = (...sides: MergeSide[]) => proposeValues(sides, canonical);

const command = (keep: Parameters<typeof decideMerge>[1]['keep'] = {}) => ({
  mergeId: 'merge' as Id<'merge'>,
  canonicalId: canonical,
  aliasIds: ['b' as Id<'member'>],
  keep,
});

describe('the id that goes on', () => {
  it('is the one with the most purchases, then the oldest', () => {
    expect(proposeCanonical([side('a', {}, { purchases: 1 }), side('b', {}, { purchases: 2 })])).toBe('b');
    expect(proposeCanonical([side('b', {}, { enrolledAtMs: 2 }), side('a', {}, { enrolledAtMs: 1 })])).toBe('a');
    expect(() => proposeCanonical([])).toThrow(RangeError);
  });
});

describe('of each field a merge keeps', () => {
  it('what all have, what only one has, or nothing', () => {
    expect(why(side('a', { name: '王伟', email: 'w@example.com' }), side('b', { name: '王伟' }))).toMatchObject({
      name: { from: 'a', why: 'same' },
      email: { from: 'a', why: 'only' },
      note: null,
    });
  });

  it('the phone that is one', () => {
    const wrong = side('a', { phone: '+861381234' }, { phoneIsValid: false, writtenAtMs: { phone: 9 } });
    expect(why(wrong, side('b', { phone: '+8613812345678' })).phone).toEqual({ from: 'b', why: 'valid' });
  });

  it('the highest tier', () => {
    expect(why(side('a'), side('b', { tier: 'gold' }), side('c', { tier: 'silver' })).tier).toEqual({
      from: 'b',
      why: 'highest',
    });
  });

  it('else what was written last, and of two at once that of the id that goes on', () => {
    const a = side('a', { address: '一号' }, { writtenAtMs: { address: 5 } });
    const b = side('b', { address: '二号' }, { writtenAtMs: { address: 6 } });
    expect(why(a, b).address).toEqual({ from: 'b', why: 'newest' });
    expect(why(side('b', { address: '二号' }), side('a', { address: '一号' })).address).toEqual({
      from: 'a',
      why: 'newest',
    });
  });
});

describe('a decided merge', () => {
  const act = { storeId: 'store' as Id<'store'>, staffId: null, nowMs: 7 };
  let made = 0;
  const ids = <N extends string>() => `id-${++made}` as Id<N>;
  it('writes what differs and was chosen from another side, and names it in the alias', () => {
    const sides = [side('a', { name: '王伟', phone: '+1' }), side('b', { name: '王伟', phone: '+2', tier: 'gold' })];
    const keep = { name: 'b', phone: 'b', tier: 'b', email: 'b' } as unknown as Record<string, Id<'member'>>;
    expect(decideMerge(sides, command(keep), act, ids)).toMatchObject({
      ok: true,
      value: {
        aliases: [{ id: 'b', canonicalId: 'a', undone: false, fields: ['phone', 'tier'] }],
        change: { id: 'a', profile: { phone: '+2' }, standing: { tier: 'gold' } },
        consents: [],
      },
    });
  });

  it('writes no change where everything stays', () => {
    const decided = decideMerge([side('a'), side('b', { name: '王伟' })], command(), act, ids);
    expect(decided).toMatchObject({ ok: true, value: { change: null } });
  });
});
