import { expect, test } from 'vitest';
import type { PointsLedgerRow } from '../../../shared/contract/points.contract.ts';
import { ledgerActs } from './ledger-acts.ts';

const row = (entryId: string, changePoints: number, more: Partial<PointsLedgerRow> = {}): PointsLedgerRow => ({
  entryId: entryId as PointsLedgerRow['entryId'],
  kind: 'earn',
  changePoints,
  atMs: 1000,
  purchaseId: null,
  receiptNumber: null,
  reason: null,
  staffName: null,
  ...more,
});

test('one redemption is one row, whatever number of lots it took from', () => {
  const reward = { kind: 'redeem', atMs: 3000, reason: 'mug' } as const;
  const acts = ledgerActs([row('c', -30, reward), row('b', -70, reward), row('a', 150)], 50);
  expect(acts).toMatchObject([
    { id: 'c', changePoints: -100, afterPoints: 50 },
    { id: 'a', changePoints: 150, afterPoints: 150 },
  ]);
});

test('two redemptions of one moment for different rewards stay two', () => {
  const at = { kind: 'redeem', atMs: 3000 } as const;
  const acts = ledgerActs([row('b', -10, { ...at, reason: 'mug' }), row('a', -10, { ...at, reason: 'bag' })], 0);
  expect(acts.map(({ afterPoints }) => afterPoints)).toEqual([0, 10]);
});

test('the balances count back from the one that stands, debts too', () => {
  const acts = ledgerActs([row('c', -40, { atMs: 3 }), row('b', 20, { atMs: 2 }), row('a', 10, { atMs: 1 })], -10);
  expect(acts.map(({ afterPoints }) => afterPoints)).toEqual([-10, 30, 10]);
});

test('nothing happened, nothing is told', () => {
  expect(ledgerActs([], 0)).toEqual([]);
});
