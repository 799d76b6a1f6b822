import { expect, test } from 'vitest';
import type { TimelineEvent } from '../../../shared/contract/members.contract.ts';
import { byMonth } from './by-month.ts';

const event = (id: string, atMs: number) => ({ kind: 'enrolment', id, atMs }) as TimelineEvent;
const monthOf = (atMs: number) => (atMs >= 200 ? '2026-02' : '2026-01');
const monthsOf = (events: readonly TimelineEvent[]) =>
  byMonth(events, monthOf).map(({ month, events: ofMonth }) => [month, ofMonth.map(({ id }) => id)]);

test('events run in months', () =>
  expect(monthsOf([event('c', 250), event('b', 220), event('a', 100)])).toEqual([
    ['2026-02', ['c', 'b']],
    ['2026-01', ['a']],
  ]));

test('trap 17: a clock set back moves no event, the month comes again', () =>
  expect(monthsOf([event('c', 250), event('b', 120), event('a', 220)])).toEqual([
    ['2026-02', ['c']],
    ['2026-01', ['b']],
    ['2026-02', ['a']],
  ]));
