import { z } from 'zod';
import { someWords } from '../contract/fields.ts';
import { idOf } from '../kernel/id.ts';
import type { BulkSkip } from '../lists/bulk.ts';
import type { Right } from '../staff/rights.ts';
import { CONSENT_PURPOSES, type MemberStatus, SOURCES, type Source } from './profile.ts';
import { changesFrom, decideStanding, STANDING_REASONS } from './standing.ts';

const note = someWords(200).nullable().default(null);

const audienceId = idOf('audience');

/** What can be done to many members at once. */
export const memberBulkAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('put-into-list'), audienceId }),
  z.object({ kind: z.literal('take-out-of-list'), audienceId }),
  z.object({ kind: z.literal('suspend'), reason: z.enum(STANDING_REASONS.suspend), note }),
  z.object({ kind: z.literal('reinstate'), reason: z.enum(STANDING_REASONS.reinstate), note }),
  z.object({ kind: z.literal('withdraw-consent'), purpose: z.enum(CONSENT_PURPOSES) }),
  z.object({ kind: z.literal('set-source'), source: z.enum(SOURCES) }),
]);
export type MemberBulkAct = Readonly<z.output<typeof memberBulkAct>>;
/** Concerns a list and leaves the members themselves as they are. */
export type MemberListAct = Extract<MemberBulkAct, { readonly kind: 'put-into-list' | 'take-out-of-list' }>;
export type MemberChangeAct = Exclude<MemberBulkAct, MemberListAct>;

export const isListAct = (act: MemberBulkAct): act is MemberListAct =>
  act.kind === 'put-into-list' || act.kind === 'take-out-of-list';

/** The right that the same act on one member needs. */
export function rightForMembers(act: MemberBulkAct): Right {
  if (isListAct(act)) return 'audience.write';
  return act.kind === 'withdraw-consent' || act.kind === 'set-source' ? 'member.write' : 'member.standing';
}

/** A consent is the member's own word: only the member gives it again. */
export const canUndoForMembers = ({ kind }: MemberBulkAct): boolean => kind !== 'withdraw-consent';

/** What is wrong with the act itself, whoever it is done to; null where nothing is. */
export function flawOf(act: MemberBulkAct): 'note-needed' | 'note-personal' | null {
  if (isListAct(act) || act.kind === 'withdraw-consent' || act.kind === 'set-source') return null;
  const decided = decideStanding(act.kind === 'suspend' ? 'active' : 'suspended', { ...act, change: act.kind });
  return !decided.ok && (decided.reason === 'note-needed' || decided.reason === 'note-personal')
    ? decided.reason
    : null;
}

interface Concerned {
  readonly status: MemberStatus;
  /** Of the purpose that is asked about; null: never asked. */
  readonly consentGiven: boolean | null;
  readonly source: Source;
}

/** Why a member stays as they are; null where the act changes something. */
export function memberSkip(act: MemberChangeAct, { status, consentGiven, source }: Concerned): BulkSkip | null {
  if (act.kind === 'set-source') return source === act.source ? 'already' : null;
  if (act.kind === 'withdraw-consent') {
    if (consentGiven === null) return 'not-asked';
    return consentGiven ? null : 'already';
  }
  if (changesFrom(status).includes(act.kind)) return null;
  return status === 'active' || status === 'suspended' ? 'already' : 'closed';
}
