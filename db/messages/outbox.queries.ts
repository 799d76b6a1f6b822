import { z } from 'zod';
import { CHANNELS, MESSAGE_LANGUAGES, MESSAGE_PURPOSES, OUTBOX_STATES } from '../../shared/messages/message.ts';
import { PLACEHOLDERS } from '../../shared/messages/placeholders.ts';
import { LONGEST_RETRY_MS } from '../../shared/messages/retry.ts';
import { id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

/** Somebody's own words, for one message. */
export const ownWords = z.object({
  language: z.enum(MESSAGE_LANGUAGES),
  subject: z.string().nullable(),
  text: z.string(),
});

/** What is filled in for one message alone. */
export const givenValues = z.partialRecord(z.enum(PLACEHOLDERS), z.string());

/** A message as it was handed over to its channel. */
export const handedOver = z.object({
  templateVersion: z.int().nullable(),
  address: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
});

const CHANNEL = oneOf(CHANNELS);
const PURPOSE = oneOf(MESSAGE_PURPOSES);
const STATE = oneOf(OUTBOX_STATES);
const MESSAGE = id('message');

/** One that is for an occasion of which the member has a message already is left as it is. */
export const putInOutbox = defineWrite({
  name: 'outbox.put',
  sql: `INSERT INTO outbox (id, member_pk, channel, purpose, template_pk, words, given, occasion, state, not_before_ms, not_after_ms,
          due_at_ms, created_at_ms, changed_at_ms, staff_pk)
        SELECT @messageId, canonical.member_pk, @channel, @purpose,
          (SELECT template_pk FROM message_template WHERE id = @templateId), @words, @given, @occasion, 'queued', @notBeforeMs, @notAfterMs,
          @notBeforeMs, @nowMs, @nowMs, (SELECT staff_pk FROM staff WHERE id = @staffId)
        FROM member AS asked JOIN member AS canonical ON canonical.member_pk = ifnull(asked.canonical_pk, asked.member_pk)
        WHERE asked.id = @memberId
          AND NOT EXISTS (SELECT 1 FROM message WHERE message.occasion = @occasion AND message.member_pk = canonical.member_pk)
        ON CONFLICT (occasion, member_pk) WHERE occasion IS NOT NULL DO NOTHING`,
  params: {
    messageId: MESSAGE,
    memberId: id('member'),
    channel: CHANNEL,
    purpose: PURPOSE,
    templateId: nullable(id('message-template')),
    words: nullable(json(ownWords)),
    given: nullable(json(givenValues)),
    occasion: nullable(text),
    notBeforeMs: integer,
    notAfterMs: integer,
    nowMs: integer,
    staffId: nullable(id('staff')),
  },
});

const ENTRY = `SELECT outbox.id AS messageId, outbox_pk AS outboxPk, member.id AS memberId, channel, purpose, message_template.id AS templateId,
          words, given, occasion, state, not_after_ms AS notAfterMs, attempts, handed_over AS handedOver, staff.id AS staffId
        FROM outbox JOIN member USING (member_pk) LEFT JOIN message_template USING (template_pk) LEFT JOIN staff USING (staff_pk)`;
const entry = {
  messageId: MESSAGE,
  outboxPk: integer,
  memberId: id('member'),
  channel: CHANNEL,
  purpose: PURPOSE,
  templateId: nullable(id('message-template')),
  words: nullable(json(ownWords)),
  given: nullable(json(givenValues)),
  occasion: nullable(text),
  state: STATE,
  notAfterMs: integer,
  attempts: integer,
  handedOver: nullable(json(handedOver)),
  staffId: nullable(id('staff')),
};

/** Longer than anything is put off: what lies further ahead was put off by a clock that has been set back since. */
const NEVER_SO_FAR_MS = 24 * LONGEST_RETRY_MS + 60_000;

/** What is to be sent now by a channel: notices first, then whoever waits longest. */
export const dueMessages = defineQuery({
  name: 'outbox.due',
  sql: `${ENTRY} WHERE state = 'queued' AND channel = @channel AND not_before_ms <= @nowMs
          AND (due_at_ms <= @nowMs OR due_at_ms > @nowMs + ${NEVER_SO_FAR_MS})
        ORDER BY purpose DESC, due_at_ms, outbox_pk LIMIT @limit`,
  params: { channel: CHANNEL, nowMs: integer, limit: integer },
  row: entry,
});

/** What is to be asked about now. */
export const dueQuestions = defineQuery({
  name: 'outbox.due-questions',
  sql: `${ENTRY} WHERE state = 'uncertain' AND channel = @channel
          AND (due_at_ms <= @nowMs OR due_at_ms > @nowMs + ${NEVER_SO_FAR_MS})
        ORDER BY due_at_ms, outbox_pk LIMIT @limit`,
  params: { channel: CHANNEL, nowMs: integer, limit: integer },
  row: entry,
});

export const outboxEntry = defineQuery({
  name: 'outbox.by-id',
  sql: `${ENTRY} WHERE outbox.id = @messageId`,
  params: { messageId: MESSAGE },
  row: entry,
});

/** Moves a message on from the state that it was seen in; 0 where it is in another by now. */
export const moveMessage = defineWrite({
  name: 'outbox.move',
  sql: `UPDATE outbox SET state = @state, reason = @reason, due_at_ms = @dueAtMs, changed_at_ms = @nowMs
        WHERE id = @messageId AND state = @from`,
  params: {
    messageId: MESSAGE,
    from: STATE,
    state: STATE,
    reason: nullable(text),
    dueAtMs: nullable(integer),
    nowMs: integer,
  },
});

export const beginAttempt = defineWrite({
  name: 'outbox.begin-attempt',
  sql: `UPDATE outbox SET state = 'sending', reason = NULL, due_at_ms = NULL, attempts = attempts + 1, handed_over = @handedOver,
          changed_at_ms = @nowMs
        WHERE id = @messageId AND state = 'queued'`,
  params: { messageId: MESSAGE, handedOver: json(handedOver), nowMs: integer },
});

export const putAttempt = defineWrite({
  name: 'outbox-attempts.put',
  sql: `INSERT INTO outbox_attempt (outbox_pk, attempt_no, at_ms) SELECT outbox_pk, attempts, @nowMs FROM outbox WHERE id = @messageId`,
  params: { messageId: MESSAGE, nowMs: integer },
});

/** What came of the last attempt. */
export const answerAttempt = defineWrite({
  name: 'outbox-attempts.answer',
  sql: `UPDATE outbox_attempt SET answer = @answer, code = @code
        WHERE (outbox_pk, attempt_no) = (SELECT outbox_pk, attempts FROM outbox WHERE id = @messageId)`,
  params: { messageId: MESSAGE, answer: text, code: nullable(text) },
});

/** After a start: what was being handed over when the program ended may or may not have gone out. */
export const doubtInterrupted = defineWrite({
  name: 'outbox.doubt-interrupted',
  sql: `UPDATE outbox SET state = 'uncertain', reason = 'interrupted', due_at_ms = @nowMs, changed_at_ms = @nowMs WHERE state = 'sending'`,
  params: { nowMs: integer },
});

/** After a restore: what waits in a backup may have been sent since it was made. */
export const doubtRestored = defineWrite({
  name: 'outbox.doubt-restored',
  sql: `UPDATE outbox SET state = 'uncertain', reason = 'restored', due_at_ms = @nowMs, changed_at_ms = @nowMs
        WHERE state IN ('queued', 'sending')`,
  params: { nowMs: integer },
});

const ROW = `SELECT outbox.id AS messageId, member.id AS memberId, member_identity.name AS memberName, channel, purpose,
          ifnull(content ->> 'name', '') AS templateName, ifnull(handed_over ->> 'text', words ->> 'text') AS text, state, reason,
          due_at_ms AS dueAtMs, attempts, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs, staff.name AS staffName
        FROM outbox JOIN member USING (member_pk) LEFT JOIN member_identity USING (member_pk) LEFT JOIN message_template USING (template_pk)
          LEFT JOIN message_template_version USING (template_pk, version) LEFT JOIN staff ON staff.staff_pk = outbox.staff_pk`;

/** The newest messages of some states (a JSON list). */
export const outboxRows = defineQuery({
  name: 'outbox.rows',
  sql: `${ROW} WHERE state IN (SELECT value FROM json_each(@states)) ORDER BY outbox_pk DESC LIMIT @limit OFFSET @offset`,
  params: { states: text, limit: integer, offset: integer },
  row: {
    messageId: MESSAGE,
    memberId: id('member'),
    memberName: nullable(text),
    channel: CHANNEL,
    purpose: PURPOSE,
    templateName: text,
    text: nullable(text),
    state: STATE,
    reason: nullable(text),
    dueAtMs: nullable(integer),
    attempts: integer,
    createdAtMs: integer,
    changedAtMs: integer,
    staffName: nullable(text),
  },
});

export const outboxCounts = defineQuery({
  name: 'outbox.counts',
  sql: 'SELECT state, count(*) AS messages FROM outbox GROUP BY state',
  params: {},
  row: { state: STATE, messages: integer },
});

/** How the messages of an occasion stand, and why. */
export const occasionCounts = defineQuery({
  name: 'outbox.of-occasion',
  sql: 'SELECT state, reason, count(*) AS messages FROM outbox WHERE occasion = @occasion GROUP BY state, reason ORDER BY messages DESC',
  params: { occasion: text },
  row: { state: STATE, reason: nullable(text), messages: integer },
});

export const attemptsOf = defineQuery({
  name: 'outbox-attempts.of',
  sql: `SELECT attempt_no AS attempt, at_ms AS atMs, answer, code FROM outbox_attempt
        WHERE outbox_pk = (SELECT outbox_pk FROM outbox WHERE id = @messageId) ORDER BY attempt_no`,
  params: { messageId: MESSAGE },
  row: { attempt: integer, atMs: integer, answer: nullable(text), code: nullable(text) },
});
