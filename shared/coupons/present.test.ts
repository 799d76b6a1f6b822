import { describe, expect, it } from 'vitest';
import { idNo } from '../../tests/fixtures/an-offer.ts';
import { type KnownCoupon, misread, type Presenter, present } from './present.ts';

const CODE = 'K7QM2XWD0ET1';
const TODAY = '2026-03-15';
const NOBODY_BEFORE: Presenter = { usedBefore: 0 };

const coupon = (
  terms: Partial<KnownCoupon> = {},
  limits: Partial<KnownCoupon['terms']['limits']> = {},
): KnownCoupon => ({
  kindId: idNo(1),
  kindState: 'live',
  terms: {
    name: '十元券',
    validity: { kind: 'days', days: 10 },
    usableBy: 'anybody',
    limits: { issued: null, perMember: null, budgetMinor: null, ...limits },
  },
  count: { issued: 1, used: 0, takenBack: 0, costMinor: 0 },
  state: 'open',
  isHeldHere: true,
  holderName: '解放路店',
  isTheirs: false,
  fromDate: TODAY,
  throughDate: TODAY,
  usedAt: null,
  ...terms,
});
const forMembers: Partial<KnownCoupon> = { terms: { ...coupon().terms, usableBy: 'member' } };
const why = (known: KnownCoupon, presenter: Presenter | null = null): string =>
  present(CODE, known, presenter, TODAY).refusal?.reason ?? 'taken';

describe('a coupon', () => {
  it.each([
    ['on its one day', coupon(), null, 'taken'],
    ['the day before', coupon({ fromDate: '2026-03-16', throughDate: '2026-03-16' }), null, 'coupon-not-begun'],
    ['the day after', coupon({ fromDate: '2026-03-14', throughDate: '2026-03-14' }), null, 'coupon-expired'],
    ['that was used', coupon({ state: 'used' }), null, 'coupon-used'],
    ['that was used and is over', coupon({ state: 'used', throughDate: '2026-03-14' }), null, 'coupon-used'],
    ['that was taken back', coupon({ state: 'taken-back' }), null, 'coupon-taken-back'],
    ['of a kind that is stopped', coupon({ kindState: 'stopped' }), null, 'coupon-stopped'],
    ['held by another store', coupon({ isHeldHere: false }), null, 'coupon-held-elsewhere'],
    ['for members, of nobody', coupon(forMembers), null, 'coupon-no-member'],
    ['for members, of another', coupon(forMembers), NOBODY_BEFORE, 'coupon-of-another-member'],
    ['for members, of this one', coupon({ ...forMembers, isTheirs: true }), NOBODY_BEFORE, 'taken'],
    ['with a limit for each member, of nobody', coupon({}, { perMember: 2 }), null, 'coupon-no-member'],
    ['the last that a member may use', coupon({}, { perMember: 2 }), { usedBefore: 1 }, 'taken'],
    ['one more than a member may use', coupon({}, { perMember: 2 }), { usedBefore: 2 }, 'coupon-member-limit'],
  ] as const)('%s', (_name, known, presenter, expected) => expect(why(known, presenter)).toBe(expected));

  it('brings what is left of its budget, to the last fen', () => {
    const count = { issued: 9, used: 3, takenBack: 0, costMinor: 2999 };
    expect(present(CODE, coupon({ count }, { budgetMinor: 3000 }), null, TODAY)).toMatchObject({
      refusal: null,
      budgetLeftMinor: 1,
    });
    expect(why(coupon({ count }, { budgetMinor: 2999 }))).toBe('coupon-budget-used-up');
  });

  it('whose code is misread is told before anybody looks for it', () => {
    expect(misread(' k7qm-2xwd-0et1 ')).toBeNull();
    expect(misread('k7qm-2xwd-0etb')?.refusal?.reason).toBe('coupon-mistyped');
    expect(misread('')?.refusal?.reason).toBe('coupon-mistyped');
  });
});
