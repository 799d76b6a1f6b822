import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const CHANNEL = oneOf(['sms']);

/** How far a gateway was read. */
export const inboundCursor = defineQuery({
  name: 'inbound.cursor',
  sql: 'SELECT cursor FROM inbound_cursor WHERE channel = @channel',
  params: { channel: CHANNEL },
  row: { cursor: text },
});

export const putInboundCursor = defineWrite({
  name: 'inbound.put-cursor',
  sql: `INSERT INTO inbound_cursor (channel, cursor) VALUES (@channel, @cursor)
        ON CONFLICT (channel) DO UPDATE SET cursor = excluded.cursor`,
  params: { channel: CHANNEL, cursor: text },
});

export const putStranger = defineWrite({
  name: 'inbound.put-stranger',
  sql: `INSERT INTO stranger_message (id, address, text, at_ms) VALUES (@messageId, @address, @text, @atMs) ON CONFLICT (id) DO NOTHING`,
  params: { messageId: id('message'), address: text, text, atMs: integer },
});

/** What nobody on file wrote is forgotten once somebody has read it. */
export const dropStranger = defineWrite({
  name: 'inbound.drop-stranger',
  sql: 'DELETE FROM stranger_message WHERE id = @messageId',
  params: { messageId: id('message') },
});

/** What came in, newest first, from members and from strangers. */
const CAME_IN = `SELECT message.id AS messageId, member.id AS memberId, member_identity.name AS memberName, message.address, text, at_ms AS atMs
          FROM message JOIN member USING (member_pk) LEFT JOIN member_identity USING (member_pk) WHERE direction = 'in'
          UNION ALL SELECT id, NULL, NULL, address, text, at_ms FROM stranger_message`;

export const inboxRows = defineQuery({
  name: 'inbound.rows',
  sql: `${CAME_IN} ORDER BY atMs DESC LIMIT @limit OFFSET @offset`,
  params: { limit: integer, offset: integer },
  row: {
    messageId: id('message'),
    memberId: nullable(id('member')),
    memberName: nullable(text),
    address: text,
    text,
    atMs: integer,
  },
});

export const inboxCount = defineQuery({
  name: 'inbound.count',
  sql: `SELECT (SELECT count(*) FROM message WHERE direction = 'in') + (SELECT count(*) FROM stranger_message) AS messages`,
  params: {},
  row: { messages: integer },
});
