import type { Birthday } from './profile.ts';

/** What is compared of two people: the phone in E.164, the rest as typed. */
export interface Comparable {
  readonly phone: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly birthday: Birthday | null;
}

export type DuplicateReason = 'same-phone' | 'same-email' | 'same-name-and-birthday';

/** How sure one reason alone makes us. Rough: they order the warning, they do not decide it. */
const CERTAINTY: Readonly<Record<DuplicateReason, number>> = {
  'same-phone': 1,
  'same-email': 0.9,
  'same-name-and-birthday': 0.8,
};

/**
 * Whether two people may be one, to warn before a member is saved. `score` is 0 (no reason) to 1 (same phone, certain);
 * independent reasons add up as 1 − Π(1 − certainty). What is missing on either side is no reason.
 */
export function mayBeSame(a: Comparable, b: Comparable): { score: number; reasons: DuplicateReason[] } {
  const reasons: DuplicateReason[] = [];
  if (a.phone && a.phone === b.phone) reasons.push('same-phone');
  if (a.email && b.email && folded(a.email) === folded(b.email)) reasons.push('same-email');
  if (a.name && b.name && folded(a.name) === folded(b.name) && sameBirthday(a.birthday, b.birthday))
    reasons.push('same-name-and-birthday');
  return { score: 1 - reasons.reduce((doubt, reason) => doubt * (1 - CERTAINTY[reason]), 1), reasons };
}

/** Width, case and spaces do not tell people apart. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Years must agree only where both are known. A solar and a lunar birthday are not compared. */
const sameBirthday = (a: Birthday | null, b: Birthday | null): boolean =>
  a !== null &&
  b !== null &&
  a.calendar === b.calendar &&
  a.month === b.month &&
  a.day === b.day &&
  a.leapMonth === b.leapMonth &&
  (a.year === null || b.year === null || a.year === b.year);
