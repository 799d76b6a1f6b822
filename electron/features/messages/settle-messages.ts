import { type Act, perform } from '../../../db/changes/act.ts';
import { messageKnown } from '../../../db/messages/messages.queries.ts';
import { answerAttempt, moveMessage, outboxEntry } from '../../../db/messages/outbox.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { retryDelayMs } from '../../../shared/messages/retry.ts';
import type { OpenStore } from '../../api/open-store.ts';
import type { Answer } from './channels/open-channel.ts';

/** A message and what came of it. `canAsk`: whether the channel can be asked what became of one. */
export interface Settlement {
  readonly messageId: Id<'message'>;
  readonly answer: Answer;
  readonly canAsk: boolean;
  /** 0 ≤ random < 1: how far retries are spread. */
  readonly random: number;
}

type Entry = NonNullable<ReturnType<typeof outboxEntry.get>>;

/** Writes down what came of messages that were handed over. What went out becomes a fact. */
export function settleMessages(store: OpenStore, settlements: readonly Settlement[], nowMs: number): void {
  perform(store.db, nowMs, (act) => {
    for (const settlement of settlements) {
      const entry = outboxEntry.get(act.db, settlement);
      // Erased meanwhile, or somebody decided by hand: nothing is left to be settled.
      if (entry?.state === 'sending' || entry?.state === 'uncertain') settle(act, store, entry, settlement);
    }
  });
}

function settle(act: Act, store: OpenStore, entry: Entry, { answer, canAsk, random }: Settlement): void {
  const { messageId, state: from } = entry;
  const { nowMs } = act;
  const code = 'code' in answer ? answer.code : null;
  const retryMs = nowMs + retryDelayMs(Math.max(1, entry.attempts), random);
  const move = (state: 'sent' | 'failed' | 'queued' | 'uncertain', dueAtMs: number | null) =>
    moveMessage.run(act.db, { messageId, from, state, reason: code, dueAtMs, nowMs });
  answerAttempt.run(act.db, { messageId, answer: answer.kind, code });
  switch (answer.kind) {
    case 'accepted':
      move('sent', null);
      recordSent(act, store, entry);
      break;
    case 'refused':
      move('failed', null);
      break;
    case 'later':
      // What the channel as a whole asked for is kept by the channel; the message goes on as soon as that does.
      move('queued', answer.isChannel ? nowMs : retryMs);
      break;
    case 'broken':
      move('queued', nowMs);
      break;
    case 'uncertain':
      // Asked about at once, then now and then for as long as it would still be of use; after that a person decides.
      move('uncertain', canAsk && nowMs < entry.notAfterMs ? (from === 'sending' ? nowMs : retryMs) : null);
  }
}

/** A message that went out is a fact from now on: on the member's timeline, and in the count of what a member had. */
export function recordSent(act: Act, store: OpenStore, entry: Entry): void {
  const { handedOver } = entry;
  if (!handedOver || messageKnown.get(act.db, entry)) return;
  act.record('message', {
    id: entry.messageId,
    memberId: entry.memberId,
    storeId: store.facts.storeId,
    direction: 'out',
    channel: entry.channel,
    purpose: entry.purpose,
    template:
      entry.templateId && handedOver.templateVersion !== null
        ? { id: entry.templateId, version: handedOver.templateVersion }
        : null,
    occasion: entry.occasion,
    address: handedOver.address,
    subject: handedOver.subject,
    text: handedOver.text,
    atMs: act.nowMs,
    staffId: entry.staffId,
  });
}
