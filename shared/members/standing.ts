import { done, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts';
import { isGone, type MemberStatus } from './profile.ts';

/** What a person can do to how a member stands. Closing settles the balance; the others move no figure. */
export const STANDING_CHANGES = ['suspend', 'reinstate', 'close', 'reopen'] as const;
export type StandingChange = (typeof STANDING_CHANGES)[number];

/** Why, as it is offered for each change; `other` is said in a note. */
export const STANDING_REASONS = {
  suspend: ['lost-card', 'abuse', 'own-request', 'other'],
  reinstate: ['cleared-up', 'own-request', 'mistake', 'other'],
  close: ['own-request', 'abuse', 'moved-away', 'other'],
  reopen: ['own-request', 'mistake', 'other'],
} as const satisfies Record<StandingChange, readonly string[]>;
export type StandingReason = (typeof STANDING_REASONS)[StandingChange][number];
export const ALL_STANDING_REASONS = [...new Set(STANDING_CHANGES.flatMap((change) => [...STANDING_REASONS[change]]))];

/** What becomes of what the balance leaves when an account is closed: points to spend, or a debt. */
export const CLOSING_POINTS = ['forfeit', 'keep'] as const;
export const CLOSING_DEBT = ['write-off', 'keep'] as const;

const BECOMES: Readonly<Record<StandingChange, { readonly from: readonly MemberStatus[]; readonly to: MemberStatus }>> =
  {
    suspend: { from: ['active'], to: 'suspended' },
    reinstate: { from: ['suspended'], to: 'active' },
    close: { from: ['active', 'suspended'], to: 'closed' },
    reopen: { from: ['closed'], to: 'active' },
  };

/** The changes that somebody who stands so can see. */
export const changesFrom = (status: MemberStatus): StandingChange[] =>
  STANDING_CHANGES.filter((change) => BECOMES[change].from.includes(status));

export const standingAfter = (change: StandingChange): MemberStatus => BECOMES[change].to;

/** Whether a note seems to hold a phone or card number or an address for mail, which have no place in it. */
export const seemsPersonal = (note: string): boolean => /\d{7,}|\d(?:[ -]?\d){10,}|@/.test(note);

/** How a member stands after a change, or why it cannot be made. */
export function decideStanding(
  status: MemberStatus,
  asked: { readonly change: StandingChange; readonly reason: StandingReason; readonly note: string | null },
): Outcome<MemberStatus, Refusal<'member-erased' | 'standing-differs' | 'note-needed' | 'note-personal'>> {
  if (isGone(status)) return refuse('member-erased');
  if (asked.reason === 'other' && !asked.note) return refuse('note-needed');
  if (asked.note && seemsPersonal(asked.note)) return refuse('note-personal');
  const { from, to } = BECOMES[asked.change];
  return from.includes(status) ? done(to) : refuse('standing-differs');
}
