import { expect, test } from 'vitest';
import type { Id } from '../kernel/id.ts';
import type { PointsEntryKind } from './ledger.ts';
import { ledgerActs, withBalances } from './ledger-acts.ts';

let stamp = 100;
const entry = (entryId: string, changePoints: number, actId = entryId, kind: PointsEntryKind = 'redeem') => {
  stamp -= 1;
  return {
    entryId: entryId as Id<'points-entry'>,
    actId: actId as Id<'act'>,
    kind,
    changePoints,
    at: `stamp-${String(stamp).padStart(3, '0')}`,
  };
};

test('one redemption is one row, whatever number of lots it took from', () => {
  const [newest, older, first] = [entry('c', -30, 'mug'), entry('b', -70, 'mug'), entry('a', 150, 'a', 'earn')];
  const acts = ledgerActs([newest, older, first]);
  expect(acts).toMatchObject([
    { entryId: 'c', changePoints: -100, at: older.at },
    { entryId: 'a', changePoints: 150, at: first.at },
  ]);
  expect(withBalances(acts, 50).map(({ afterPoints }) => afterPoints)).toEqual([50, 150]);
});

test('two redemptions of one moment stay two', () =>
  expect(ledgerActs([entry('b', -10), entry('a', -10)])).toHaveLength(2));

test('what one act earned and what of it repaid a debt are two rows', () =>
  expect(ledgerActs([entry('b', -5, 'sale', 'repay'), entry('a', 20, 'sale', 'earn')])).toHaveLength(2));

test('the balances count back from the one that stands, debts too', () => {
  const acts = [entry('c', -40), entry('b', 20), entry('a', 10)];
  expect(withBalances(acts, -10).map(({ afterPoints }) => afterPoints)).toEqual([-10, 30, 10]);
});

test('nothing happened, nothing is told', () => expect(withBalances(ledgerActs([]), 0)).toEqual([]));
