import type { MessageFact, MessageOutcomeFact, MessageTemplateFact } from '../../shared/messages/message.facts.ts';
import type { Origin } from '../changes/origin.ts';
import { flag, id, integer, nullable, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';
import { defineVersioned } from '../kernel/define-versioned.ts';

const putTemplateVersion = defineVersioned({
  name: 'message-templates',
  noun: 'message-template',
  key: 'template_pk',
  columns: { retired: flag },
  version: { content: text },
});

export const writeMessageTemplate = (db: WriteDb, fact: MessageTemplateFact): void =>
  putTemplateVersion(db, { ...fact, content: JSON.stringify(fact.content) });

const putMessage = defineWrite({
  name: 'messages.put',
  sql: `INSERT INTO message (id, member_pk, store_pk, direction, channel, purpose, template_pk, template_version, occasion,
          address, subject, text, at_ms, staff_pk, hlc)
        VALUES (@id, (SELECT member_pk FROM member WHERE id = @memberId), (SELECT store_pk FROM store WHERE id = @storeId), @direction,
          @channel, @purpose, (SELECT template_pk FROM message_template WHERE id = @templateId), @templateVersion, @occasion,
          @address, @subject, @text, @atMs, (SELECT staff_pk FROM staff WHERE id = @staffId), @hlc)
        ON CONFLICT (id) DO NOTHING`,
  params: {
    id: id('message'),
    memberId: id('member'),
    storeId: id('store'),
    direction: text,
    channel: text,
    purpose: text,
    templateId: nullable(id('message-template')),
    templateVersion: nullable(integer),
    occasion: nullable(text),
    address: text,
    subject: nullable(text),
    text,
    atMs: integer,
    staffId: nullable(id('staff')),
    hlc: text,
  },
});

export const writeMessage = (db: WriteDb, fact: MessageFact, { hlc }: Origin): void =>
  void putMessage.run(db, {
    ...fact,
    hlc,
    templateId: fact.template?.id ?? null,
    templateVersion: fact.template?.version ?? null,
  });

const putOutcome = defineWrite({
  name: 'message-outcomes.put',
  sql: `INSERT INTO message_outcome (id, message_pk, outcome, at_ms, hlc)
        VALUES (@id, (SELECT message_pk FROM message WHERE id = @messageId), @outcome, @atMs, @hlc)
        ON CONFLICT (id) DO NOTHING`,
  params: { id: id('message-outcome'), messageId: id('message'), outcome: text, atMs: integer, hlc: text },
});

const takeOutcome = defineWrite({
  name: 'messages.take-outcome',
  sql: `UPDATE message SET outcome = (SELECT outcome FROM message_outcome WHERE message_outcome.message_pk = message.message_pk
          ORDER BY hlc DESC LIMIT 1)
        WHERE id = @messageId`,
  params: { messageId: id('message') },
});

export function writeMessageOutcome(db: WriteDb, fact: MessageOutcomeFact, { hlc }: Origin): void {
  putOutcome.run(db, { ...fact, hlc });
  takeOutcome.run(db, fact);
}
