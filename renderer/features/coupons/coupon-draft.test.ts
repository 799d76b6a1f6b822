import { describe, expect, it } from 'vitest';
import type { CouponTerms } from '../../../shared/coupons/coupon-kind.ts';
import { BLANK, draftOf, readCoupon } from './coupon-draft.ts';

const TERMS: CouponTerms = {
  name: '十元券',
  validity: { kind: 'dates', from: '2026-03-01', through: '2026-03-31' },
  usableBy: 'member',
  limits: { issued: 500, perMember: 2, budgetMinor: 123_450 },
};

describe('the form of a coupon', () => {
  it('writes what it reads', () => {
    expect(draftOf(TERMS, 2)).toMatchObject({ from: '2026-03-01', issued: '500', perMember: '2', budget: '1234.50' });
    expect(readCoupon(draftOf(TERMS, 2), 2)).toEqual({ ok: true, terms: TERMS });
    const byDays: CouponTerms = {
      ...TERMS,
      validity: { kind: 'days', days: 0 },
      limits: { ...TERMS.limits, issued: null },
    };
    expect(readCoupon(draftOf(byDays, 0), 0)).toEqual({ ok: true, terms: byDays });
  });

  it('says which fields are wrong, and asks only for those of the validity that is chosen', () => {
    expect(readCoupon(BLANK, 2)).toEqual({ ok: false, wrong: ['name'] });
    expect(readCoupon({ ...BLANK, name: 'x', days: '3651', issued: '0', perMember: '1.5', budget: 'y' }, 2)).toEqual({
      ok: false,
      wrong: ['days', 'issued', 'perMember', 'budget'],
    });
    const dates = { ...BLANK, name: 'x', validity: 'dates' as const, days: '' };
    expect(readCoupon(dates, 2)).toEqual({ ok: false, wrong: ['from', 'through'] });
    expect(readCoupon({ ...dates, from: '2026-03-02', through: '2026-03-01' }, 2)).toEqual({
      ok: false,
      wrong: ['through'],
    });
  });
});
