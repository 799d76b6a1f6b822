import { expect, test } from 'vitest';
import { leftToPay, likelyNotes, newPayment, type Payment, standingOf } from './payment.ts';

const pay = (changes: Partial<Payment>): Payment => ({ ...newPayment, ...changes });
const CARD = { kind: 'bank-card', amountMinor: 3000, reference: null } as const;

test('an empty amount is exactly what is left', () => {
  expect(standingOf(newPayment, 4350, 2)).toEqual({
    kind: 'covers',
    tenders: [{ kind: 'cash', amountMinor: 4350, reference: null }],
    changeMinor: 0,
  });
});

test('cash gives change', () => {
  expect(standingOf(pay({ amount: '50' }), 4350, 2)).toMatchObject({ kind: 'covers', changeMinor: 650 });
});

test('other payments give none', () => {
  expect(standingOf(pay({ kind: 'alipay', amount: '50' }), 4350, 2)).toEqual({ kind: 'over', overMinor: 650 });
});

test('less than what is left is a part, and the rest follows', () => {
  expect(standingOf(pay({ kind: 'bank-card', amount: '30' }), 4350, 2)).toEqual({
    kind: 'part',
    tender: CARD,
    missingMinor: 1350,
  });
  expect(leftToPay([CARD], 4350)).toBe(1350);
  expect(standingOf(pay({ taken: [CARD], kind: 'cash', amount: '20' }), 4350, 2)).toMatchObject({
    kind: 'covers',
    changeMinor: 650,
  });
});

test('nothing to pay is paid with nothing', () => {
  expect(standingOf(newPayment, 0, 2)).toEqual({ kind: 'covers', tenders: [], changeMinor: 0 });
});

test('an amount that is none is said so', () => {
  for (const amount of ['0', 'x', '1.234'])
    expect(standingOf(pay({ amount }), 4350, 2)).toEqual({ kind: 'unreadable' });
});

test('notes that a customer is likely to hand over', () => {
  expect(likelyNotes(4350, 2)).toEqual([4400, 4500, 5000, 6000]);
  expect(likelyNotes(5000, 2)).toEqual([6000, 10_000]);
  expect(likelyNotes(10_000, 2)).toEqual([]);
  expect(likelyNotes(1280, 0)).toEqual([1300, 1500, 2000, 5000]);
});
