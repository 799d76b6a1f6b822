import { stateOfCampaign } from '../../../db/campaigns/campaigns.queries.ts';
import { type Act, perform } from '../../../db/changes/act.ts';
import { marketingSince, messageKnown } from '../../../db/messages/messages.queries.ts';
import { beginAttempt, dueMessages, moveMessage, putAttempt } from '../../../db/messages/outbox.queries.ts';
import { templateById } from '../../../db/messages/templates.queries.ts';
import { campaignOfOccasion } from '../../../shared/campaigns/campaign-messages.ts';
import { type Admission, admit } from '../../../shared/messages/admit.ts';
import type { ChannelSettings } from '../../../shared/messages/channel-settings.ts';
import type { Channel, WithheldReason } from '../../../shared/messages/message.ts';
import { writeMessage } from '../../../shared/messages/write-message.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { addresseeOf } from './addressee.ts';
import type { Outgoing } from './channels/open-channel.ts';
import { messageValues } from './message-values.ts';

type Due = ReturnType<typeof dueMessages.all>[number];

const DAY_MS = 86_400_000;
/** After so long it is looked whether a paused campaign goes on. */
const PAUSED_MS = 15 * 60_000;

export interface TakenMessages {
  /** How many were looked at; 0: nothing is due. */
  readonly lookedAt: number;
  /** Those that are to be handed over now. Each stands as `sending` on the disk. */
  readonly outgoing: readonly Outgoing[];
}

/**
 * Takes the next messages of a channel that are due: each is let out, put off or withheld as things stand now. What is to
 * be handed over is marked so, and synced, before this returns: after a kill it is known to be in doubt.
 */
export function takeMessages(
  store: OpenStore,
  channel: Channel,
  settings: ChannelSettings,
  limit: number,
  nowMs: number,
): TakenMessages {
  if (!dueMessages.get(store.db, { channel, nowMs, limit: 1 })) return { lookedAt: 0, outgoing: [] };
  return perform<TakenMessages>(store.db, nowMs, (act) => {
    const due = dueMessages.all(act.db, { channel, nowMs, limit });
    return { lookedAt: due.length, outgoing: due.flatMap((each) => take(act, store, settings, each) ?? []) };
  });
}

function take(act: Act, store: OpenStore, settings: ChannelSettings, due: Due): Outgoing | null {
  const { nowMs } = act;
  const move = (state: 'sent' | 'queued' | 'withheld', reason: string | null, dueAtMs: number | null) => {
    moveMessage.run(act.db, { messageId: due.messageId, from: 'queued', state, reason, dueAtMs, nowMs });
    return null;
  };
  // It went out after the backup was made that took the store's place since.
  if (messageKnown.get(act.db, due)) return move('sent', null, null);
  const campaign = campaignSays(act, due);
  if (campaign === 'paused') return move('queued', 'campaign-paused', nowMs + PAUSED_MS);
  if (campaign === 'over') return move('withheld', 'campaign-over' satisfies WithheldReason, null);
  const admission = admissionOf(act, store, settings, due);
  if (admission.kind === 'postpone') return move('queued', 'quiet-hours', admission.untilMs);
  if (admission.kind === 'withhold') return move('withheld', admission.reason, null);
  const words = wordsOf(act, store, settings, due);
  if (typeof words === 'string') return move('withheld', words, null);
  const { address } = admission;
  beginAttempt.run(act.db, { messageId: due.messageId, handedOver: { ...words, address }, nowMs });
  putAttempt.run(act.db, { messageId: due.messageId, nowMs });
  return { key: due.messageId, purpose: due.purpose, address, subject: words.subject, text: words.text };
}

/** A campaign's messages go out while it is live, and neither before nor after. */
function campaignSays({ db }: Act, { occasion }: Due): 'live' | 'paused' | 'over' {
  const campaignId = campaignOfOccasion(occasion);
  if (!campaignId) return 'live';
  const state = stateOfCampaign.get(db, { campaignId })?.state;
  return state === 'live' || state === 'paused' ? state : 'over';
}

function admissionOf(act: Act, store: OpenStore, { quiet, cap }: ChannelSettings, due: Due): Admission {
  const { memberId } = due;
  const lately =
    due.purpose === 'marketing'
      ? (marketingSince.get(act.db, { memberId, sinceMs: act.nowMs - cap.days * DAY_MS })?.messages ?? 0)
      : 0;
  return admit(due, addresseeOf(act.db, memberId), { quiet, cap, zone: store.day.zone }, lately, act.nowMs);
}

function wordsOf(act: Act, store: OpenStore, settings: ChannelSettings, due: Due) {
  const { channel, purpose, given, memberId } = due;
  const template = due.templateId ? templateById.get(act.db, { templateId: due.templateId }) : null;
  if (template?.retired) return 'template-retired' satisfies WithheldReason;
  const content = template?.content ?? due.words;
  if (!content) return 'template-retired' satisfies WithheldReason;
  const values = { ...messageValues(store, memberId, content.language, act.nowMs), ...given };
  const written = writeMessage({ ...content, channel }, purpose, values, settings.sms.signature);
  if ('missing' in written) return 'value-missing' satisfies WithheldReason;
  return { ...written, templateVersion: template?.version ?? null };
}
