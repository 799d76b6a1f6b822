import * as fc from 'fast-check';
import { channelSettings } from '../../../electron/features/messages/channel-settings.ts';
import type { Answer } from '../../../electron/features/messages/channels/open-channel.ts';
import { sendToMember } from '../../../electron/features/messages/send-to-member.ts';
import { settleMessages } from '../../../electron/features/messages/settle-messages.ts';
import { takeMessages } from '../../../electron/features/messages/take-messages.ts';
import { CHANNELS, MESSAGE_PURPOSES } from '../../../shared/messages/message.ts';
import { useChannels } from '../../fixtures/message-store.ts';
import { act, done, nat, pick } from './act.ts';

const anyAnswer: fc.Arbitrary<Answer> = fc.constantFrom<Answer>(
  { kind: 'accepted' },
  { kind: 'accepted' },
  { kind: 'refused', code: 'http-422' },
  { kind: 'later', code: 'http-429', retryAfterMs: 1000, isChannel: true },
  { kind: 'uncertain', code: 'http-500' },
);

/** Both channels are switched on. */
export const setChannelsUp = act('set channels up', fc.constant(null), ({ shop }) => {
  useChannels(shop, {
    sms: { url: 'http://127.0.0.1:1' },
    email: { host: '127.0.0.1', security: 'none', fromAddress: 'shop@example.com' },
  });
  return done;
});

/** One message to one member. */
export const writeToMember = act(
  'write to a member',
  fc.record({ who: nat, purpose: fc.constantFrom(...MESSAGE_PURPOSES), channel: fc.constantFrom(...CHANNELS) }),
  ({ shop, members }, { who, purpose, channel }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const message = { messageId: shop.ids<'message'>(), memberId, channel, purpose, language: 'en' as const };
    const command = { ...message, subject: channel === 'email' ? 'News' : null, text: 'Hello {name}' };
    const run = (of = command) => sendToMember(shop.store, of, shop.managerId, shop.nowMs, shop.ids);
    return { outcome: run(), again: run, altered: [() => run({ ...command, text: 'Goodbye' })] };
  },
);

/** Whatever is due is handed over, and answered as it comes. */
export const sendWhatIsDue = act(
  'send what is due',
  fc.record({ channel: fc.constantFrom(...CHANNELS), answers: fc.array(anyAnswer, { minLength: 8, maxLength: 8 }) }),
  ({ shop }, { channel, answers }) => {
    const { outgoing } = takeMessages(shop.store, channel, channelSettings(shop.store), answers.length, shop.nowMs);
    const settlements = outgoing.map(({ key }, index) => ({
      messageId: key,
      answer: answers[index] as Answer,
      canAsk: true,
      random: 0.5,
    }));
    if (settlements.length > 0) settleMessages(shop.store, settlements, shop.nowMs);
    return done;
  },
);
