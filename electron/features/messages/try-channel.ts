import type { IdSource } from '../../../shared/kernel/id.ts';
import type { Channel, MessageLanguage } from '../../../shared/messages/message.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { channelSettings } from './channel-settings.ts';
import type { MessageDesk } from './message-desk.ts';

const WORDS: Readonly<Record<MessageLanguage, (store: string) => string>> = {
  'zh-CN': (store) => `这是一条测试消息，说明${store}的通道可以使用。`,
  en: (store) => `This is a test message: the channel of ${store} works.`,
};

/** Hands a few words over to see that a channel works. It goes to no member, so it stands in no outbox. */
export async function tryChannel(
  desk: MessageDesk,
  store: OpenStore,
  {
    channel,
    address,
    language,
  }: { readonly channel: Channel; readonly address: string; readonly language: MessageLanguage },
  ids: IdSource,
) {
  const { sms } = channelSettings(store);
  const words = WORDS[language](store.facts.storeName);
  const answer = await desk.trySending(channel, {
    key: ids<'message'>(),
    purpose: 'service',
    address,
    subject: channel === 'email' ? store.facts.storeName : null,
    text: channel === 'sms' && sms.signature !== '' ? `【${sms.signature}】${words}` : words,
  });
  return { answer: answer.kind, code: 'code' in answer ? answer.code : null };
}
