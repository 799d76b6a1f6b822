import { type ConsentPurpose, isGone, type MemberStatus } from '../members/profile.ts';
import type { Channel, MessagePurpose, WithheldReason } from './message.ts';
import { keepsQuietHours } from './notice.ts';
import { type QuietHours, quietUntilMs } from './quiet-hours.ts';

export interface Waiting {
  readonly channel: Channel;
  readonly purpose: MessagePurpose;
  /** When it says nothing any more. */
  readonly notAfterMs: number;
  /** What it is for, where it is for something. */
  readonly occasion?: string | null;
}

/** Who it is for, as things stand now. */
export interface Addressee {
  readonly status: MemberStatus;
  readonly phone: string | null;
  readonly email: string | null;
  /** What was last said of each purpose; one that is left out was never asked. */
  readonly consents: ReadonlyMap<ConsentPurpose, boolean>;
}

/** At most `messages` of marketing a member in `days`, over all channels. */
export interface FrequencyCap {
  readonly messages: number;
  readonly days: number;
}

export interface SendingRules {
  readonly quiet: QuietHours;
  readonly cap: FrequencyCap;
  readonly zone: string;
}

export type Admission =
  | { readonly kind: 'send'; readonly address: string }
  | { readonly kind: 'postpone'; readonly untilMs: number }
  | { readonly kind: 'withhold'; readonly reason: WithheldReason };

const CONSENT_OF: Readonly<Record<Channel, ConsentPurpose>> = { sms: 'marketing-sms', email: 'marketing-email' };

const withhold = (reason: WithheldReason): Admission => ({ kind: 'withhold', reason });

/** Where a message of a sort reaches a member, or why it may not: whatever the hour and what went before. */
export function mayHave(
  { channel, purpose }: Pick<Waiting, 'channel' | 'purpose'>,
  member: Addressee | null,
): { readonly address: string } | WithheldReason {
  if (!member || isGone(member.status)) return 'member-gone';
  if (member.status !== 'active') return 'member-stopped';
  const address = channel === 'sms' ? member.phone : member.email;
  if (!address) return 'no-address';
  if (purpose === 'service') return member.consents.get('service-messages') === false ? 'declined' : { address };
  return member.consents.get(CONSENT_OF[channel]) === true ? { address } : 'no-consent';
}

/**
 * Whether a message may go out at this moment. Asked each time it is about to, never when it is queued: a consent may have
 * been withdrawn meanwhile. `lately` is how much marketing the member had within the cap's days.
 */
export function admit(
  message: Waiting,
  member: Addressee | null,
  rules: SendingRules,
  lately: number,
  nowMs: number,
): Admission {
  if (nowMs > message.notAfterMs) return withhold('too-late');
  const reached = mayHave(message, member);
  if (typeof reached === 'string') return withhold(reached);
  const isMarketing = message.purpose === 'marketing';
  if (!isMarketing && !keepsQuietHours(message.occasion ?? null)) return { kind: 'send', ...reached };
  if (isMarketing && lately >= rules.cap.messages) return withhold('cap-reached');
  const untilMs = quietUntilMs(nowMs, rules.quiet, rules.zone);
  if (untilMs === null) return { kind: 'send', ...reached };
  return untilMs > message.notAfterMs ? withhold('too-late') : { kind: 'postpone', untilMs };
}
