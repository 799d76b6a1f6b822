import type { z } from 'zod';
import { type Act, perform } from '../../../db/changes/act.ts';
import { moveMessage, outboxEntry } from '../../../db/messages/outbox.queries.ts';
import type { messagesContract } from '../../../shared/contract/messages.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { OutboxState } from '../../../shared/messages/message.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { recordSent } from './settle-messages.ts';

type Decide = z.output<typeof messagesContract.decide.input>;

/** What each decision is open to. What went out is not sent again, nor is one that is just being handed over. */
const FROM: Readonly<Record<Decide['decision'], readonly OutboxState[]>> = {
  send: ['failed', 'withheld', 'uncertain', 'cancelled'],
  cancel: ['queued', 'failed', 'withheld', 'uncertain'],
  'was-sent': ['uncertain'],
};
const TO: Readonly<Record<Decide['decision'], OutboxState>> = {
  send: 'queued',
  cancel: 'cancelled',
  'was-sent': 'sent',
};

/** Decides by hand about messages of the outbox. Consent and the rest are looked at again before one goes out. */
export function decideMessages(
  store: OpenStore,
  { messageIds, decision }: Decide,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): number {
  return perform<number>(store.db, nowMs, (act) => {
    const decided = messageIds.filter((messageId) => decide(act, store, messageId, decision));
    const [first] = decided;
    if (first)
      audit(
        act,
        { store, staffId, ids },
        {
          action: 'decide-messages',
          subjectKind: 'message',
          subjectId: first,
          fields: [decision, `rows:${decided.length}`],
        },
      );
    return decided.length;
  });
}

function decide(act: Act, store: OpenStore, messageId: Id<'message'>, decision: Decide['decision']): boolean {
  const entry = outboxEntry.get(act.db, { messageId });
  if (!entry || !FROM[decision].includes(entry.state)) return false;
  moveMessage.run(act.db, {
    messageId,
    from: entry.state,
    state: TO[decision],
    reason: decision === 'send' ? null : 'by-hand',
    dueAtMs: decision === 'send' ? act.nowMs : null,
    nowMs: act.nowMs,
  });
  if (decision === 'was-sent') recordSent(act, store, entry);
  return true;
}
