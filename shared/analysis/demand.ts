import { ascending, quantile } from './quantile.ts';

/** A day on which a member bought something of a category, days counted from anywhere. */
export interface CategoryVisit {
  readonly member: number;
  readonly day: number;
}

export interface Demand {
  readonly buyers: number;
  /** Buyers among all members. */
  readonly penetration: number;
  /** Those who bought on more than one day, among the buyers; 0 without buyers. */
  readonly repeatRate: number;
  /** Days between two purchases in the middle of all of them; null where nobody bought twice. */
  readonly medianGapDays: number | null;
  /** Repeat buyers who should be due by that gap, and when, the longest due first. */
  readonly due: readonly { readonly member: number; readonly dueDay: number }[];
  /** Buyers who stayed away for more than three gaps: the category has lost them. */
  readonly lost: number;
}

/** Beyond so many gaps nobody waits for a member any more. */
const LOST_AFTER_GAPS = 3;

/** Who wants a category, how often, and who should come for it by `today`. */
export function demandOf(visits: readonly CategoryVisit[], members: number, today: number): Demand {
  const days = new Map<number, Set<number>>();
  for (const { member, day } of visits) days.set(member, (days.get(member) ?? new Set()).add(day));
  const gaps: number[] = [];
  const last: { readonly member: number; readonly day: number; readonly repeats: boolean }[] = [];
  for (const [member, on] of days) {
    const sorted = [...on].toSorted((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++) gaps.push((sorted[i] as number) - (sorted[i - 1] as number));
    last.push({ member, day: sorted.at(-1) as number, repeats: sorted.length > 1 });
  }
  const repeaters = last.filter(({ repeats }) => repeats);
  const gap = gaps.length === 0 ? null : quantile(ascending(gaps), 0.5);
  const isLost = (day: number) => gap !== null && today - day > LOST_AFTER_GAPS * gap;
  return {
    buyers: days.size,
    penetration: members === 0 ? 0 : days.size / members,
    repeatRate: days.size === 0 ? 0 : repeaters.length / days.size,
    medianGapDays: gap,
    due: repeaters
      .filter(({ day }) => gap !== null && day + gap <= today && !isLost(day))
      .map(({ member, day }) => ({ member, dueDay: day + (gap as number) }))
      .toSorted((a, b) => a.dueDay - b.dueDay || a.member - b.member),
    lost: last.filter(({ day }) => isLost(day)).length,
  };
}

/** How much more (above 100) or less a segment wants something than all do; null where nobody of either wants anything. */
export const segmentIndex = (wantedBySegment: number, ofSegment: number, wantedByAll: number, ofAll: number) =>
  ofSegment > 0 && wantedByAll > 0 && ofAll > 0 ? (100 * (wantedBySegment / ofSegment)) / (wantedByAll / ofAll) : null;
