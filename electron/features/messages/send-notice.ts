import type { z } from 'zod';
import type { Act } from '../../../db/changes/act.ts';
import type { givenValues } from '../../../db/messages/outbox.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { mayHave } from '../../../shared/messages/admit.ts';
import type { Channel, MessageLanguage } from '../../../shared/messages/message.ts';
import { CHANNELS_OF_WAY, type NoticeKind, noticeOccasion } from '../../../shared/messages/notice.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { addresseeOf } from './addressee.ts';
import { channelSettings } from './channel-settings.ts';
import { enqueueMessages } from './enqueue-messages.ts';
import { noticeSettings } from './notice-settings.ts';

export interface Notice {
  readonly kind: NoticeKind;
  readonly memberId: Id<'member'>;
  /** What it is about, by its id: a member is told of it once. */
  readonly about: string;
  readonly given: (language: MessageLanguage) => z.infer<typeof givenValues>;
}

interface Sending {
  readonly store: OpenStore;
  readonly ids: IdSource;
  /** Who sends it by hand; null where the act itself tells of it. */
  readonly staffId?: Id<'staff'> | null;
  /** One that was asked for; left out: the first by which the member can be reached. */
  readonly channel?: Channel;
}

/**
 * Puts a notice into the outbox within the act that it tells of, where the store sends such and the member can be
 * reached. Returns whether there is one that was not there before.
 */
export function sendNotice(
  act: Act,
  { kind, memberId, about, given }: Notice,
  { store, ids, staffId = null, channel: asked }: Sending,
): boolean {
  const channel = waysToSend(store, memberId, kind).find((each) => asked === undefined || each === asked);
  if (!channel) return false;
  const { language, notices } = noticeSettings(store);
  const { sms, subject, email } = notices[kind].words[language];
  const content = { language, subject: channel === 'email' ? subject : null, text: channel === 'email' ? email : sms };
  const queued = enqueueMessages(
    act,
    {
      channel,
      purpose: 'service',
      content,
      occasion: noticeOccasion(kind, about),
      to: [{ memberId, given: given(language) }],
      staffId,
    },
    ids,
  );
  return queued > 0;
}

/** The channels by which a member can be told of something here, in the order in which they are tried. */
export function waysToSend(store: OpenStore, memberId: Id<'member'>, kind: NoticeKind): readonly Channel[] {
  const offered = CHANNELS_OF_WAY[noticeSettings(store).notices[kind].by];
  // Most stores tell of little: nothing else is read for it.
  if (offered.length === 0) return offered;
  const settings = channelSettings(store);
  const member = addresseeOf(store.db, memberId);
  return offered.filter(
    (channel) => settings[channel].enabled && typeof mayHave({ channel, purpose: 'service' }, member) !== 'string',
  );
}
