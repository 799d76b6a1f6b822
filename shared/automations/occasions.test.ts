import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isControl } from '../campaigns/control-group.ts';
import type { Id } from '../kernel/id.ts';
import { addDays } from '../kernel/instant.ts';
import { type AutomationTerms, OCCASION_KINDS, type OccasionTerms } from './automation.ts';
import { checkAutomation } from './check-automation.ts';
import { decideOccasion, type Occasion } from './decide-occasion.ts';
import { dueSoon, dueUntil, LATE_DAYS } from './due.ts';

const BEGIN = '2026-03-01';
const AUTOMATION = '01960000-0000-7000-8000-000000000001' as Id<'automation'>;
const memberNo = (number: number) => `01960000-0000-7000-9000-${String(number).padStart(12, '0')}` as Id<'member'>;

const lapsed: OccasionTerms = { kind: 'lapsed', days: 90 };
const terms = (own: Partial<AutomationTerms> = {}): AutomationTerms => ({
  name: '沉睡唤醒',
  occasion: lapsed,
  audienceId: null,
  templateId: null,
  couponKindId: null,
  points: 50,
  controlBp: 1000,
  restDays: 0,
  measuredDays: 30,
  from: BEGIN,
  until: null,
  ...own,
});

describe('the days on which occasions are due', () => {
  it('reach back so far as a message may be late, and never before the first day', () => {
    expect(dueUntil(terms(), '2026-05-20')).toEqual({ from: '2026-05-13', through: '2026-05-20' });
    expect(dueUntil(terms(), '2026-03-03')).toEqual({ from: BEGIN, through: '2026-03-03' });
    expect(dueUntil(terms(), '2026-02-28')).toBeNull();
  });

  it('end with the last day, and are made up for after it no longer than for any other', () => {
    const until = '2026-05-10';
    expect(dueUntil(terms({ until }), '2026-05-12')).toEqual({ from: '2026-05-05', through: until });
    expect(dueUntil(terms({ until }), '2026-05-18')).toBeNull();
  });

  it('soon are those that today has not', () => {
    expect(dueSoon(terms(), '2026-05-20', 30)).toEqual({ from: '2026-05-21', through: '2026-06-19' });
  });

  it('have a limit for every kind of occasion', () => {
    expect(Object.keys(LATE_DAYS).toSorted()).toEqual(OCCASION_KINDS.toSorted());
  });
});

describe('an automation that does nothing, ends before it begins or keeps too many out', () => {
  it('is told so, all at once', () => {
    expect(checkAutomation(terms({ points: 0, until: '2026-02-01', controlBp: 6000 }))).toEqual([
      'does-nothing',
      'ends-before-begin',
      'control-out-of-range',
    ]);
    expect(checkAutomation(terms())).toEqual([]);
  });
});

interface Happened extends Occasion {
  readonly memberId: Id<'member'>;
}

/** What an automation meets when it is run on some days: by the decisions alone, over what happened until then. */
function runOn(days: readonly string[], happened: readonly Happened[], own: AutomationTerms): Map<string, string> {
  const met = new Map<string, string>();
  const lastDue = new Map<string, string>();
  for (const today of days) {
    const due = dueUntil(own, today);
    if (!due) continue;
    for (const { memberId, occasion, dueOn } of happened.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))) {
      if (dueOn < due.from || dueOn > due.through) continue;
      const key = `${memberId} ${occasion}`;
      const decision = decideOccasion(
        own,
        { occasion, dueOn },
        {
          isTaken: met.has(key),
          lastDueOn: lastDue.get(memberId) ?? null,
          friendsInMonth: 0,
          isReachable: true,
          isControl: isControl(AUTOMATION, memberId, own.controlBp),
        },
      );
      if (decision === 'leave') continue;
      expect(met.has(key)).toBe(false);
      met.set(key, decision);
      lastDue.set(memberId, dueOn);
    }
  }
  return met;
}

const DAYS = 60;
const everyDay = Array.from({ length: DAYS }, (_, day) => addDays(BEGIN, day));
const history = fc.array(
  fc.record({ member: fc.integer({ min: 0, max: 12 }), day: fc.integer({ min: -20, max: DAYS }) }),
  { maxLength: 60 },
);
const happenedOf = (events: readonly { readonly member: number; readonly day: number }[]): Happened[] =>
  [...new Map(events.map((event) => [`${event.member} ${event.day}`, event])).values()].map(({ member, day }) => ({
    memberId: memberNo(member),
    occasion: String(day),
    dueOn: addDays(BEGIN, day),
  }));

describe('meeting occasions', () => {
  const own = fc.record({ restDays: fc.constantFrom(0, 0, 7, 30), controlBp: fc.constantFrom(0, 1000, 5000) });

  it('is the same after days that were switched off as if it had been done day by day', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: LATE_DAYS.lapsed + 1 }), { minLength: DAYS, maxLength: DAYS });
    fc.assert(
      fc.property(history, own, gaps, (events, with_, steps) => {
        const some: string[] = [];
        for (let day = 0, at = 0; day < DAYS; day += steps[at] ?? 1, at += 1) some.push(everyDay[day] as string);
        // The last day is looked at either way: what is due after the last run is not met by it.
        const last = everyDay.at(-1) as string;
        if (some.at(-1) !== last) some.push(last);
        const happened = happenedOf(events);
        expect(runOn(some, happened, terms(with_))).toEqual(runOn(everyDay, happened, terms(with_)));
      }),
      { numRuns: 200 },
    );
  });

  it('twice on a day is the same as once, and nobody meets one twice', () => {
    fc.assert(
      fc.property(history, own, (events, with_) => {
        const happened = happenedOf(events);
        const twice = everyDay.flatMap((day) => [day, day]);
        expect(runOn(twice, happened, terms(with_))).toEqual(runOn(everyDay, happened, terms(with_)));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a member out of all occasions or of none, whatever the run', () => {
    fc.assert(
      fc.property(history, own, (events, with_) => {
        const arms = new Map<string, Set<string>>();
        for (const [key, arm] of runOn(everyDay, happenedOf(events), terms(with_))) {
          const memberId = key.split(' ')[0] as string;
          arms.set(memberId, (arms.get(memberId) ?? new Set()).add(arm));
        }
        for (const of of arms.values()) expect(of.size).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves at least the days of rest between two occasions of a member', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 40 }), (events, restDays) => {
        const due = new Map<string, number[]>();
        for (const key of runOn(everyDay, happenedOf(events), terms({ restDays })).keys()) {
          const [memberId = '', day] = key.split(' ');
          due.set(memberId, [...(due.get(memberId) ?? []), Number(day)]);
        }
        const gaps = [...due.values()].flatMap((days) => {
          const inOrder = days.toSorted((a, b) => a - b);
          return inOrder.slice(1).map((day, at) => day - (inOrder[at] ?? day));
        });
        expect(Math.min(restDays, ...gaps)).toBe(restDays);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves alone whom nothing but a message is meant for and cannot reach, in both groups', () => {
    const found = { occasion: '2026', dueOn: BEGIN };
    const met = { isTaken: false, lastDueOn: null, friendsInMonth: 0, isReachable: false };
    const message = terms({ templateId: '01960000-0000-7000-8000-000000000002' as Id<'message-template'>, points: 0 });
    for (const isControl_ of [true, false])
      expect(decideOccasion(message, found, { ...met, isControl: isControl_ })).toBe('leave');
    expect(decideOccasion({ ...message, points: 5 }, found, { ...met, isControl: false })).toBe('give');
  });
});
