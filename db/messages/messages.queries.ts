import { MESSAGE_OUTCOMES } from '../../shared/messages/message.facts.ts';
import { CHANNELS, MESSAGE_PURPOSES } from '../../shared/messages/message.ts';
import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON } from '../members/same-person.ts';

/** What was said to a member and by one, in the order of the stamps, newest first, from before a stamp. */
export const messagesBefore = defineQuery({
  name: 'messages.before',
  sql: `SELECT message.id AS messageId, direction, channel, purpose, subject, text, outcome, at_ms AS atMs, hlc AS at, staff.name AS staffName
        FROM message LEFT JOIN staff USING (staff_pk)
        WHERE member_pk IN ${SAME_PERSON} AND hlc < @before ORDER BY hlc DESC LIMIT @limit`,
  params: { memberId: id('member'), before: text, limit: integer },
  row: {
    messageId: id('message'),
    direction: oneOf(['out', 'in']),
    channel: oneOf(CHANNELS),
    purpose: oneOf(MESSAGE_PURPOSES),
    subject: nullable(text),
    text,
    outcome: nullable(oneOf(MESSAGE_OUTCOMES)),
    atMs: integer,
    at: text,
    staffName: nullable(text),
  },
});

export const messageKnown = defineQuery({
  name: 'messages.known',
  sql: 'SELECT at_ms AS atMs FROM message WHERE id = @messageId',
  params: { messageId: id('message') },
  row: { atMs: integer },
});

/**
 * How much marketing a member had since, under all ids of the person, and what may be on its way to the member. A message
 * from ahead of a clock that was set back counts as well.
 */
export const marketingSince = defineQuery({
  name: 'messages.marketing-since',
  sql: `SELECT (SELECT count(*) FROM message WHERE member_pk IN ${SAME_PERSON} AND direction = 'out' AND purpose = 'marketing' AND at_ms > @sinceMs)
          + (SELECT count(*) FROM outbox WHERE member_pk IN ${SAME_PERSON} AND purpose = 'marketing' AND state IN ('sending', 'uncertain')) AS messages`,
  params: { memberId: id('member'), sinceMs: integer },
  row: { messages: integer },
});

export const messageMember = defineQuery({
  name: 'messages.member',
  sql: 'SELECT member.id AS memberId FROM message JOIN member USING (member_pk) WHERE message.id = @messageId',
  params: { messageId: id('message') },
  row: { memberId: id('member') },
});

export const outcomeKnown = defineQuery({
  name: 'message-outcomes.known',
  sql: 'SELECT at_ms AS atMs FROM message_outcome WHERE id = @outcomeId',
  params: { outcomeId: id('message-outcome') },
  row: { atMs: integer },
});

/** Whom the last message to an address was for: the member that stands for that id. */
export const lastWrittenTo = defineQuery({
  name: 'messages.last-written-to',
  sql: `SELECT canonical.id AS memberId FROM message JOIN member AS written USING (member_pk)
          JOIN member AS canonical ON canonical.member_pk = ifnull(written.canonical_pk, written.member_pk)
        WHERE address = @address AND direction = 'out' ORDER BY at_ms DESC, message_pk DESC LIMIT 1`,
  params: { address: text },
  row: { memberId: id('member') },
});
