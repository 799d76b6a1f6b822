import { addDays } from '../kernel/instant.ts';
import type { AutomationTerms } from './automation.ts';

/** Something that happened with a member, as an automation sees it. */
export interface Occasion {
  /** Which one of its kind; a member meets it once. */
  readonly occasion: string;
  readonly dueOn: string;
}

/** How a member stands to an automation before an occasion. */
export interface Met {
  readonly isTaken: boolean;
  /** When the last occasion was due that the member met, under any id. */
  readonly lastDueOn: string | null;
  /** How many friends brought the member in, in the month in which this one is due. */
  readonly friendsInMonth: number;
  /** Whether a message of its template may reach the member now; true where it sends none. */
  readonly isReachable: boolean;
  /** Of the hash of automation and member. */
  readonly isControl: boolean;
}

/** The occasion of somebody who was referred; that of who referred is the friend's id. */
export const AS_FRIEND = 'friend';

export type OccasionDecision = 'give' | 'keep-out' | 'leave';

/**
 * What becomes of an occasion. Whom only a message is meant for and cannot reach is left alone in both groups, so that
 * those who got it are compared with those who would have.
 */
export function decideOccasion(
  { occasion: answers, templateId, couponKindId, points, restDays }: AutomationTerms,
  { occasion, dueOn }: Occasion,
  { isTaken, lastDueOn, friendsInMonth, isReachable, isControl }: Met,
): OccasionDecision {
  if (isTaken) return 'leave';
  if (lastDueOn !== null && restDays > 0 && dueOn < addDays(lastDueOn, restDays)) return 'leave';
  if (answers.kind === 'referral' && occasion !== AS_FRIEND && friendsInMonth >= answers.mostAMonth) return 'leave';
  const isMessageAlone = templateId !== null && couponKindId === null && points === 0;
  if (isMessageAlone && !isReachable) return 'leave';
  return isControl ? 'keep-out' : 'give';
}
