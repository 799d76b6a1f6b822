import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import { outboxEntry } from '../../../db/messages/outbox.queries.ts';
import type { messagesContract } from '../../../shared/contract/messages.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { mayHave } from '../../../shared/messages/admit.ts';
import type { WithheldReason } from '../../../shared/messages/message.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { addresseeOf } from './addressee.ts';
import { channelSettings } from './channel-settings.ts';
import { enqueueMessages } from './enqueue-messages.ts';
import { refuseWords } from './save-template.ts';

type Send = z.output<typeof messagesContract.send.input>;
type Reason = (typeof messagesContract.send.refusals)[number];
type SendOutcome = Outcome<null, Refusal<Reason>>;

const REFUSED: Partial<Readonly<Record<WithheldReason, Reason>>> = {
  'member-gone': 'member-unknown',
  'member-stopped': 'member-stopped',
  'no-address': 'message-no-address',
  'no-consent': 'message-no-consent',
  declined: 'message-no-consent',
};

/** Puts one message to one member into the outbox. What already stands against it is said at once. */
export function sendToMember(
  store: OpenStore,
  { messageId, memberId, channel, purpose, language, subject, text }: Send,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): SendOutcome {
  const words = { language, subject: channel === 'email' ? subject : null, text };
  return perform<SendOutcome>(store.db, nowMs, (act) => {
    const member = memberById.get(act.db, { memberId });
    if (!member) return refuse('member-unknown');
    const known = outboxEntry.get(act.db, { messageId });
    if (known) {
      // Whoever was written to may have been merged since.
      const isSame =
        memberById.get(act.db, { memberId: known.memberId })?.memberId === member.memberId &&
        known.channel === channel &&
        known.purpose === purpose &&
        known.words?.text === text &&
        known.words.subject === words.subject;
      return isSame ? done(null) : refuse('message-id-reused');
    }
    if (!channelSettings(store)[channel].enabled) return refuse('channel-off');
    const fault = refuseWords({ ...words, name: '', purpose, channel });
    if (fault) return fault;
    const against = mayHave({ channel, purpose }, addresseeOf(act.db, memberId));
    const reason = typeof against === 'string' ? REFUSED[against] : undefined;
    if (reason) return refuse(reason);
    enqueueMessages(
      act,
      { channel, purpose, content: words, occasion: null, to: [{ memberId, messageId }], staffId },
      ids,
    );
    audit(
      act,
      { store, staffId, ids },
      { action: 'send-message', subjectKind: 'member', subjectId: memberId, fields: [channel, purpose] },
    );
    return done(null);
  });
}
