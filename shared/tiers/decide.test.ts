import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/instant.ts';
import { TIERS, type Tier } from '../members/profile.ts';
import {
  type CountSpan,
  decideFall,
  decideReview,
  decideRise,
  mayRise,
  type QualifyingSums,
  type TierStanding,
  tierProgress,
} from './decide.ts';
import { NO_LADDER, rankOf, type TierLadder, tierFor, tierLadderSchema } from './ladder.ts';

const LADDER: TierLadder = { ...NO_LADDER, thresholds: { silver: 1000, gold: 5000, platinum: null } };
const rulesOf = (ladder: TierLadder) => ({ ladder, programmeVersion: 3 });
const RULES = rulesOf(LADDER);

interface Bought {
  readonly on: string;
  readonly spendMinor: number;
}
/** Counts as the store does: what was kept of each sale, on the day of the sale. */
const counting =
  (bought: readonly Bought[]) =>
  ({ from, to }: { from: string | null; to: string }): QualifyingSums & { firstDate: string | null } => {
    const inside = bought.filter(({ on }) => (from === null || from <= on) && on <= to);
    const days = inside.filter(({ spendMinor }) => spendMinor > 0).map(({ on }) => on);
    return {
      spendMinor: inside.reduce((sum, { spendMinor }) => sum + spendMinor, 0),
      pointsEarned: 0,
      visits: new Set(days).size,
      firstDate: days.toSorted()[0] ?? null,
    };
  };
const held = (tier: Tier, last: Partial<NonNullable<TierStanding['last']>> = {}): TierStanding => ({
  tier,
  last: {
    to: tier,
    reason: 'reached',
    countedFrom: '2025-03-16',
    countedTo: '2026-03-15',
    endsOn: '2027-03-14',
    reviewOn: '2027-03-15',
    ...last,
  },
});

describe('a tier goes up', () => {
  it('at once when the window’s sum reaches the threshold, and is held for a window', () => {
    const count = counting([
      { on: '2025-03-16', spendMinor: 400 },
      { on: '2026-03-15', spendMinor: 600 },
    ]);
    expect(decideRise(RULES, 'member', count, '2026-03-15', 'reached')).toEqual({
      from: 'member',
      to: 'silver',
      reason: 'reached',
      basis: 'spend',
      basisValue: 1000,
      countedFrom: '2025-03-16',
      countedTo: '2026-03-15',
      endsOn: '2027-03-14',
      reviewOn: '2027-03-15',
      programmeVersion: 3,
    });
    expect(decideRise(RULES, 'member', count, '2026-03-16', 'reached')).toBeNull();
  });

  it('over a step that is given by hand, and by two steps where so much was bought', () => {
    const count = counting([{ on: '2026-03-15', spendMinor: 9000 }]);
    expect(decideRise(RULES, 'member', count, '2026-03-15', 'reached')?.to).toBe('gold');
    const ladder = { ...LADDER, thresholds: { silver: 1000, gold: null, platinum: 8000 } };
    expect(decideRise(rulesOf(ladder), 'gold', count, '2026-03-15', 'reached')?.to).toBe('platinum');
  });

  it('not where tiers are given by hand', () =>
    expect(
      decideRise(
        rulesOf(NO_LADDER),
        'member',
        counting([{ on: '2026-03-15', spendMinor: 1e8 }]),
        '2026-03-15',
        'reached',
      ),
    ).toBeNull());

  it('is never missed because the summary spared the count', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ on: fc.nat(900).map((day) => addDays('2024-01-01', day)), spendMinor: fc.nat(3000) })),
        fc.constantFrom(...TIERS),
        fc.constantFrom('spend' as const, 'visits' as const),
        fc.record({ silver: fc.integer({ min: 1, max: 20 }), gold: fc.integer({ min: 21, max: 4000 }) }),
        (bought, tier, basis, steps) => {
          const ladder = { ...LADDER, basis, thresholds: { ...steps, platinum: null } };
          const ever = { netMinor: bought.reduce((sum, one) => sum + one.spendMinor, 0), purchases: bought.length };
          const rise = decideRise(rulesOf(ladder), tier, counting(bought), '2026-06-18', 'reached');
          expect(rise === null || mayRise(ladder, tier, ever)).toBe(true);
        },
      ),
    );
  });
});

describe('a tier goes down', () => {
  it('when the window and the days of grace are over and too little was bought, to what that carries', () => {
    const count = counting([
      { on: '2026-03-15', spendMinor: 4000 },
      { on: '2027-03-20', spendMinor: 600 },
    ]);
    const rules = rulesOf({ ...LADDER, graceDays: 10 });
    const gold = held('gold', { reviewOn: '2027-03-25' });
    expect(decideReview(rules, gold, count, '2027-03-24')).toBeNull();
    expect(decideReview(rules, gold, count, '2027-03-25')).toMatchObject({
      from: 'gold',
      to: 'silver',
      reason: 'missed',
      basisValue: 4600,
      endsOn: '2028-03-14',
      reviewOn: '2028-03-25',
    });
  });

  it('not where enough was bought, be it in the days of grace: it is kept for another window', () => {
    const count = counting([{ on: '2027-03-20', spendMinor: 5000 }]);
    const rules = rulesOf({ ...LADDER, graceDays: 10 });
    expect(decideReview(rules, held('gold', { reviewOn: '2027-03-25' }), count, '2027-03-25')).toMatchObject({
      from: 'gold',
      to: 'gold',
      reason: 'kept',
      endsOn: '2028-03-14',
    });
  });

  it('at once when what it was reached with came back', () => {
    const standing = held('gold');
    const whole = counting([{ on: '2026-03-15', spendMinor: 5000 }]);
    const less = counting([{ on: '2026-03-15', spendMinor: 4999 }]);
    expect(decideFall(RULES, standing, whole, '2026-03-20')).toBeNull();
    expect(decideFall(RULES, standing, less, '2026-03-20')).toMatchObject({ to: 'silver', reason: 'returned' });
  });

  it('not where what was bought since carries it, nor where it rests on no purchase', () => {
    const since = counting([{ on: '2026-03-19', spendMinor: 6000 }]);
    expect(decideFall(RULES, held('gold'), since, '2026-03-20')).toBeNull();
    const nothing = counting([]);
    expect(decideFall(RULES, held('gold', { reason: 'taken-over' }), nothing, '2026-03-20')).toBeNull();
    expect(decideFall(RULES, { tier: 'gold', last: null }, nothing, '2026-03-20')).toBeNull();
    expect(decideFall(RULES, { tier: 'platinum', last: null }, nothing, '2026-03-20')).toBeNull();
  });

  it('is given a window first where it was brought along', () =>
    expect(decideReview(RULES, { tier: 'gold', last: null }, counting([]), '2026-03-15')).toMatchObject({
      to: 'gold',
      reason: 'taken-over',
      basisValue: null,
      endsOn: '2027-03-14',
    }));

  it('never by itself where it is given by hand', () =>
    expect(decideReview(RULES, { tier: 'platinum', last: null }, counting([]), '2026-03-15')).toBeNull());

  it('within one window: whatever the order of sales and returns, the tier is what was kept', () => {
    const acts = fc.array(fc.record({ spendMinor: fc.integer({ min: 1, max: 3000 }), back: fc.nat(3000) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(acts, fc.infiniteStream(fc.nat()), (sales, draws) => {
        const steps = shuffled(
          sales.flatMap(({ back }, index) => [
            { index, change: 'sale' as const },
            ...(back > 0 ? [{ index, change: 'return' as const }] : []),
          ]),
          draws,
        );
        const kept = new Map<number, number>();
        let standing: TierStanding = { tier: 'member', last: null };
        for (const { index, change } of steps) {
          const sale = sales[index] as (typeof sales)[number];
          kept.set(index, change === 'sale' ? sale.spendMinor : sale.spendMinor - Math.min(sale.back, sale.spendMinor));
          const count: CountSpan = counting([...kept.values()].map((spendMinor) => ({ on: '2026-03-15', spendMinor })));
          const decided =
            change === 'sale'
              ? decideRise(RULES, standing.tier, count, '2026-03-15', 'reached')
              : decideFall(RULES, standing, count, '2026-03-15');
          if (decided) standing = { tier: decided.to, last: decided };
        }
        const sum = [...kept.values()].reduce((all, one) => all + one, 0);
        expect(standing.tier).toBe(tierFor(LADDER, sum));
      }),
    );
  });

  it('never below what the window carries, and never up in the night’s look', () => {
    fc.assert(
      fc.property(fc.nat(9000), fc.constantFrom('silver' as const, 'gold' as const), (spendMinor, tier) => {
        const decided = decideReview(RULES, held(tier), counting([{ on: '2026-06-01', spendMinor }]), '2027-03-15');
        const to = decided?.to ?? tier;
        expect(rankOf(to)).toBe(Math.min(rankOf(tier), rankOf(tierFor(LADDER, spendMinor))));
      }),
    );
  });
});

describe('the progress', () => {
  it('is what is missing for the next tier, and by when', () => {
    const count = counting([
      { on: '2025-04-01', spendMinor: 300 },
      { on: '2026-03-01', spendMinor: 380 },
    ]);
    expect(tierProgress(LADDER, { tier: 'member', last: null }, count, '2026-03-15')).toEqual({
      basis: 'spend',
      value: 680,
      next: { tier: 'silver', threshold: 1000, missing: 320, by: '2026-03-31' },
      keep: null,
    });
  });

  it('is what is missing to keep the tier, until the end of the days of grace', () => {
    const rules = { ...LADDER, graceDays: 10 };
    const count = counting([{ on: '2026-04-01', spendMinor: 4000 }]);
    const progress = tierProgress(rules, held('gold', { reviewOn: '2027-03-25' }), count, '2027-01-01');
    expect(progress).toMatchObject({ next: null, keep: { threshold: 5000, missing: 1000, by: '2027-03-24' } });
  });

  it('is none where tiers are given by hand', () =>
    expect(tierProgress(NO_LADDER, { tier: 'gold', last: null }, counting([]), '2026-03-15')).toBeNull());
});

const isLadder = (thresholds: TierLadder['thresholds']) =>
  tierLadderSchema.safeParse({ ...LADDER, thresholds }).success;

describe('a ladder', () => {
  it('rises from tier to tier', () => {
    expect(isLadder({ silver: 1, gold: null, platinum: 2 })).toBe(true);
    expect(isLadder({ silver: 2, gold: null, platinum: 2 })).toBe(false);
  });
});

/** In an order in which each return comes behind its sale. */
function shuffled<Step extends { index: number; change: 'sale' | 'return' }>(
  steps: Step[],
  draws: fc.Stream<number>,
): Step[] {
  const left = [...steps];
  const ordered: Step[] = [];
  while (left.length > 0) {
    const open = left.filter(
      (step) => step.change === 'sale' || ordered.some((one) => one.index === step.index && one.change === 'sale'),
    );
    const next = open[draws.next().value % open.length] as Step;
    left.splice(left.indexOf(next), 1);
    ordered.push(next);
  }
  return ordered;
}
