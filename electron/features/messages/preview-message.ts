import type { z } from 'zod';
import type { messagesContract, WrittenPreview } from '../../../shared/contract/messages.contract.ts';
import type { MessageLanguage } from '../../../shared/messages/message.ts';
import type { PlaceholderValues } from '../../../shared/messages/placeholders.ts';
import { smsLength } from '../../../shared/messages/sms-parts.ts';
import { writeMessage } from '../../../shared/messages/write-message.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { channelSettings } from './channel-settings.ts';
import { messageValues, tierNameOf } from './message-values.ts';
import { moneyText } from './money-text.ts';

type Asked = z.output<typeof messagesContract.preview.input>;

/** A code of the usual length: what is issued stands in its place when the message is sent. */
const CODE = 'K7QM2XHV';

/** What a text reads like for a member, or for somebody who might be one. */
export function previewMessage(store: OpenStore, { content, memberId }: Asked, nowMs: number): WrittenPreview {
  const { language } = content;
  const values = {
    ...ofAnAct(store, language),
    ...(memberId ? messageValues(store, memberId, language, nowMs) : anybody(store, language, nowMs)),
  };
  const written = writeMessage(content, content.purpose, values, channelSettings(store).sms.signature);
  if ('missing' in written)
    return { subject: content.subject, text: content.text, missing: written.missing, sms: null };
  return { ...written, missing: null, sms: content.channel === 'sms' ? smsLength(written.text) : null };
}

const DAY_MS = 86_400_000;

const anybody = ({ facts }: OpenStore, language: MessageLanguage, nowMs: number): PlaceholderValues => ({
  name: language === 'en' ? 'Alex Lee' : '李小雅',
  points: '1,280',
  tier: language === 'en' ? 'Gold' : '金卡会员',
  expiringPoints: '300',
  expiryDate: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: facts.zone }).format(
    nowMs + 30 * DAY_MS,
  ),
  store: facts.storeName,
});

/** What only the act would say that a message tells of. */
const ofAnAct = (store: OpenStore, language: MessageLanguage): PlaceholderValues => ({
  couponCode: CODE,
  receiptNumber: `${store.facts.storeCode}-${store.facts.tillCode}-1024`,
  amount: moneyText(12_800, store.facts.currency, language),
  earnedPoints: '128',
  usedPoints: '0',
  changedPoints: '+100',
  formerTier: tierNameOf(store, 'silver', language),
  cardEnding: '0815',
  receipt: '…',
});
