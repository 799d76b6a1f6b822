import type { z } from 'zod';
import type { Act } from '../../../db/changes/act.ts';
import { type givenValues, type ownWords, putInOutbox } from '../../../db/messages/outbox.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { Channel, MessagePurpose } from '../../../shared/messages/message.ts';

const DAY_MS = 86_400_000;
/** What waited longer says nothing any more, unless whoever sends it says otherwise. */
const USUAL_LIFE_MS = 3 * DAY_MS;

export interface MessagesToSend {
  readonly channel: Channel;
  readonly purpose: MessagePurpose;
  readonly content: { readonly templateId: Id<'message-template'> } | z.infer<typeof ownWords>;
  /**
   * What it is for, such as `campaign:<id>` or `automation:<id>:2026`: a member who has a message of the same occasion
   * gets no other. Null: each is one of its own.
   */
  readonly occasion: string | null;
  readonly to: readonly {
    readonly memberId: Id<'member'>;
    /** For a single message whose id the window made. */
    readonly messageId?: Id<'message'>;
    /** For a text that names what is this message's alone. */
    readonly given?: z.infer<typeof givenValues>;
  }[];
  readonly notBeforeMs?: number;
  readonly notAfterMs?: number;
  readonly staffId: Id<'staff'> | null;
}

/**
 * Puts messages into the store's outbox, within the act in which they are decided: some hundreds an act, so that no till
 * waits for it. Returns how many are new. Consent, quiet hours and the cap are looked at when each is about to be sent;
 * call `host.messages().wake()` once the act is committed.
 */
export function enqueueMessages(act: Act, { to, content, ...message }: MessagesToSend, ids: IdSource): number {
  const notBeforeMs = message.notBeforeMs ?? act.nowMs;
  const isTemplate = 'templateId' in content;
  let queued = 0;
  for (const { memberId, messageId = ids<'message'>(), given } of to)
    queued += putInOutbox.run(act.db, {
      ...message,
      messageId,
      memberId,
      given: given ?? null,
      templateId: isTemplate ? content.templateId : null,
      words: isTemplate ? null : content,
      notBeforeMs,
      notAfterMs: message.notAfterMs ?? notBeforeMs + USUAL_LIFE_MS,
      nowMs: act.nowMs,
    });
  return queued;
}
