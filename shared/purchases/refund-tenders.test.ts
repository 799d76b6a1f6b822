import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundAsPaid } from './refund-tenders.ts';
import { TENDER_KINDS } from './tender.ts';

const paid = (kind: (typeof TENDER_KINDS)[number], amountMinor: number) => ({ kind, amountMinor });

describe('a refund as the sale was paid', () => {
  it('goes back to the one tender', () => {
    expect(refundAsPaid([paid('wechat-pay', 5000)], 1200)).toEqual([
      { kind: 'wechat-pay', amountMinor: 1200, reference: null },
    ]);
  });

  it('goes back to several in the order of the receipt, never to points', () => {
    const refunds = refundAsPaid([paid('points', 900), paid('gift-card', 1000), paid('cash', 4000)], 1500);
    expect(refunds.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['gift-card', 1000],
      ['cash', 500],
    ]);
  });

  it('pays out nothing where nothing is due', () => {
    expect(refundAsPaid([paid('cash', 4000)], 0)).toEqual([]);
  });

  it('always adds up, with one tender of a kind', () => {
    const tenders = fc.array(fc.record({ kind: fc.constantFrom(...TENDER_KINDS), amountMinor: fc.nat(9999) }));
    fc.assert(
      fc.property(tenders, fc.nat(99_999), (sale, payOutMinor) => {
        const refunds = refundAsPaid(sale, payOutMinor);
        expect(refunds.reduce((sum, refund) => sum + refund.amountMinor, 0)).toBe(payOutMinor);
        expect(new Set(refunds.map(({ kind }) => kind)).size).toBe(refunds.length);
        expect(refunds.every(({ amountMinor }) => amountMinor > 0)).toBe(true);
      }),
    );
  });
});
