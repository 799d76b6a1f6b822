import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle, TENDER_KINDS, type TenderGiven } from './tender.ts';

const kind = fc.constantFrom(...TENDER_KINDS.filter((one) => one !== 'points'));
const given: fc.Arbitrary<TenderGiven[]> = fc.array(
  fc.record({ kind, amountMinor: fc.integer({ min: 1, max: 10_000 }), reference: fc.constant(null) }),
  { maxLength: 12 },
);
const due = fc.nat(30_000);
const sum = (amounts: readonly { readonly amountMinor: number }[]) =>
  amounts.reduce((all, { amountMinor }) => all + amountMinor, 0);
const withoutCash = (amounts: readonly TenderGiven[]) => amounts.filter((one) => one.kind !== 'cash');
const cash = (amountMinor: number): TenderGiven => ({ kind: 'cash', amountMinor, reference: null });

describe('settling what is due', () => {
  it('takes exactly what is due, and gives change for cash alone', () => {
    fc.assert(
      fc.property(due, given, (dueMinor, tenders) => {
        const settled = settle(dueMinor, tenders);
        fc.pre(settled.ok);
        expect(sum(settled.value)).toBe(dueMinor);
        for (const [index, taken] of settled.value.entries()) {
          expect(taken.amountMinor + taken.changeMinor).toBe(tenders[index]?.amountMinor);
          expect(taken.amountMinor).toBeGreaterThanOrEqual(0);
          expect(taken.changeMinor > 0 && taken.kind !== 'cash').toBe(false);
        }
      }),
    );
  });

  it('is refused exactly when too little is given, or too much that is not cash', () => {
    fc.assert(
      fc.property(due, given, (dueMinor, tenders) => {
        const expected =
          sum(tenders) < dueMinor ? 'tender-short' : sum(withoutCash(tenders)) > dueMinor ? 'tender-over' : 'settled';
        const settled = settle(dueMinor, tenders);
        expect(settled.ok ? 'settled' : settled.reason).toBe(expected);
      }),
    );
  });

  it('gives the change from the last cash that can bear it', () => {
    expect(settle(900, [cash(500), cash(1000)])).toMatchObject({ value: [{ changeMinor: 0 }, { changeMinor: 600 }] });
    expect(settle(100, [cash(1000), cash(500)])).toMatchObject({ value: [{ changeMinor: 900 }, { changeMinor: 500 }] });
  });

  it('of nothing due needs no tender', () => expect(settle(0, [])).toEqual({ ok: true, value: [] }));
});
