import { expect, test } from 'vitest';
import type { PurchaseRow } from '../../../shared/contract/purchases.contract.ts';
import type { LedgerAct } from './ledger-acts.ts';
import { byMonth, timelineEvents } from './timeline-events.ts';

const purchase = (purchaseId: string, occurredAtMs: number) => ({ purchaseId, occurredAtMs }) as PurchaseRow;
const act = (id: string, atMs: number, purchaseId: string | null = null) => ({ id, atMs, purchaseId }) as LedgerAct;
const profile = {
  enrolledAtMs: 100,
  enrolledBy: 'Lin',
  consents: [{ purpose: 'profiling' as const, given: true, noticeVersion: '1', atMs: 100, channel: 'till' }],
};
const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

test('everything in one list, newest first, and nobody buys before being enrolled', () => {
  const events = timelineEvents({
    purchases: [purchase('later', 300), purchase('first', 100)],
    hasEarlier: false,
    acts: [act('reward', 200)],
    profile,
  });
  expect(ids(events)).toEqual(['later', 'reward', 'first', 'profiling-100', 'enrolment']);
});

test('points that a purchase moved are told with the purchase', () => {
  const events = timelineEvents({
    purchases: [purchase('sale', 300)],
    hasEarlier: false,
    acts: [act('earned', 300, 'sale')],
    profile,
  });
  expect(ids(events)).toEqual(['sale', 'profiling-100', 'enrolment']);
});

test('while earlier purchases are missing, nothing from before them is shown', () => {
  const events = timelineEvents({
    purchases: [purchase('later', 300)],
    hasEarlier: true,
    acts: [act('reward', 200)],
    profile,
  });
  expect(ids(events)).toEqual(['later']);
});

test('events run in months', () => {
  const events = timelineEvents({
    purchases: [purchase('a', 250), purchase('b', 220)],
    hasEarlier: false,
    acts: [],
    profile,
  });
  const months = byMonth(events, (atMs) => (atMs >= 200 ? '2026-02' : '2026-01'));
  expect(months.map(({ month, events: ofMonth }) => [month, ids(ofMonth)])).toEqual([
    ['2026-02', ['a', 'b']],
    ['2026-01', ['profiling-100', 'enrolment']],
  ]);
});
