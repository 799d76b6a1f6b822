import type { TFunction } from 'i18next';
import type { MemberStanding, StandingInput } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { isGone, type MemberStatus } from '../../../shared/members/profile.ts';
import {
  changesFrom,
  STANDING_REASONS,
  type StandingChange,
  type StandingReason,
  seemsPersonal,
} from '../../../shared/members/standing.ts';

/** What the form of a change of standing holds. */
export interface StandingDraft {
  readonly change: StandingChange;
  readonly reason: StandingReason;
  readonly note: string;
  readonly points: 'forfeit' | 'keep';
  readonly debt: 'write-off' | 'keep';
}

/** What can be done to an account that stands so: "Suspend or close". Nothing where nobody stands behind it. */
export const standingWordsOf = (status: MemberStatus, t: TFunction): string =>
  isGone(status) ? '' : t(`standing.act.${status as Exclude<MemberStatus, 'erased' | 'removed'>}`);

/** The commonest change and its commonest reason; closing loses nothing unless it is asked for. */
export function standingDraft(status: MemberStatus): StandingDraft {
  const [change = 'suspend'] = changesFrom(status);
  return { change, reason: STANDING_REASONS[change][0], note: '', points: 'keep', debt: 'keep' };
}

/** What is wrong with a draft, at its fields. */
export function checkStanding({ reason, note }: StandingDraft, t: TFunction) {
  if (reason === 'other' && note.trim() === '') return { note: t('refusals.note-needed') };
  return { note: seemsPersonal(note) ? t('refusals.note-personal') : undefined };
}

/** A draft without faults as it is sent, with the balance that was seen. */
export function standingCommand(
  { change, reason, note, points, debt }: StandingDraft,
  ids: { readonly standingId: Id<'member-standing'>; readonly memberId: Id<'member'> },
  { balancePoints }: Pick<MemberStanding, 'balancePoints'>,
): StandingInput {
  const said = { ...ids, change, reason, note: note.trim() || null };
  const settled = change === 'close' ? { rest: { points, debt }, seenBalancePoints: balancePoints } : {};
  // The form offers each change its own reasons; the door checks that they fit.
  return { ...said, ...settled } as StandingInput;
}

/** What takes a suspension back, or an end of one; null for what cannot simply be undone. */
export function undoneBy(
  change: StandingChange,
  before: MemberStanding['last'],
): Pick<StandingInput, 'change' | 'reason' | 'note'> | null {
  if (change === 'suspend') return { change: 'reinstate', reason: 'mistake', note: null };
  if (change === 'reinstate' && before?.change === 'suspend')
    return { change: 'suspend', reason: before.reason as 'abuse', note: before.note };
  return null;
}
