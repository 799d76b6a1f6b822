import { CHANNELS } from '../../shared/messages/message.ts';
import { bytes, oneOf } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const CHANNEL = oneOf(CHANNELS);

export const channelSecret = defineQuery({
  name: 'channel-secrets.of',
  sql: 'SELECT sealed FROM channel_secret WHERE channel = @channel',
  params: { channel: CHANNEL },
  row: { sealed: bytes },
});

export const putChannelSecret = defineWrite({
  name: 'channel-secrets.put',
  sql: `INSERT INTO channel_secret (channel, sealed) VALUES (@channel, @sealed)
        ON CONFLICT (channel) DO UPDATE SET sealed = excluded.sealed`,
  params: { channel: CHANNEL, sealed: bytes },
});
