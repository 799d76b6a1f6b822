import type { MessageLanguage } from './message.ts';
import { NOTICE_KINDS, type NoticeKind, type NoticeSettings, type NoticeWords } from './notice.ts';

const mail = (language: MessageLanguage, sms: string, subject: string, more = ''): NoticeWords => ({
  sms,
  subject,
  email: language === 'en' ? `${sms}${more}\n\n{store}` : `${sms}${more}\n\n{门店}`,
});

/** What a store's notices say until somebody writes other words. */
export const USUAL_WORDS: Readonly<Record<NoticeKind, Readonly<Record<MessageLanguage, NoticeWords>>>> = {
  receipt: {
    'zh-CN': {
      sms: '您在{门店}的小票{小票号}，金额{金额}，感谢惠顾。',
      subject: '{门店}小票 {小票号}',
      email: '{姓名}您好，这是您的小票：\n\n{小票}',
    },
    en: {
      sms: 'Your receipt {receipt number} from {store}: {amount}. Thank you.',
      subject: 'Your receipt {receipt number} from {store}',
      email: 'Hello {name}, here is your receipt:\n\n{receipt}',
    },
  },
  purchase: {
    'zh-CN': mail(
      'zh-CN',
      '{姓名}您好，您在{门店}消费{金额}，获得{获得积分}积分，使用{使用积分}积分，现有{积分}积分。',
      '{门店}消费通知',
      '\n小票号：{小票号}',
    ),
    en: mail(
      'en',
      'Hello {name}, you spent {amount} at {store}: {points earned} points earned, {points used} used, {points} now.',
      'Your purchase at {store}',
      '\nReceipt {receipt number}',
    ),
  },
  return: {
    'zh-CN': mail(
      'zh-CN',
      '{姓名}您好，您在{门店}的退款已办理，金额{金额}，现有{积分}积分。',
      '{门店}退款通知',
      '\n单号：{小票号}',
    ),
    en: mail(
      'en',
      'Hello {name}, {store} refunded {amount} to you. You have {points} points.',
      'Your refund at {store}',
      '\nSlip {receipt number}',
    ),
  },
  points: {
    'zh-CN': mail('zh-CN', '{姓名}您好，您的积分变动{积分变动}，现有{积分}积分。', '{门店}积分变动通知'),
    en: mail(
      'en',
      'Hello {name}, your points changed by {points changed}. You have {points}.',
      'Your points at {store}',
    ),
  },
  'points-expiring': {
    'zh-CN': mail(
      'zh-CN',
      '{姓名}您好，您有{到期积分}积分即将到期，最早一批有效至{到期日}，请及时使用。',
      '{门店}积分到期提醒',
      '\n您现有{积分}积分。',
    ),
    en: mail(
      'en',
      'Hello {name}, {expiring points} of your points end soon: the first are good through {expiry date}.',
      'Your points at {store} end soon',
      '\nYou have {points} points.',
    ),
  },
  'tier-change': {
    'zh-CN': mail('zh-CN', '{姓名}您好，您的会员等级由{原等级}变为{等级}。', '{门店}会员等级通知'),
    en: mail('en', 'Hello {name}, your membership changed from {former tier} to {tier}.', 'Your membership at {store}'),
  },
  'card-replaced': {
    'zh-CN': mail(
      'zh-CN',
      '{姓名}您好，您的会员卡已更换，新卡尾号{卡号尾号}，旧卡停用。如非本人办理，请联系门店。',
      '{门店}换卡通知',
    ),
    en: mail(
      'en',
      'Hello {name}, your card was replaced: the new one ends in {card ending}, the old one is void. Not you? Please tell us.',
      'Your new card at {store}',
    ),
  },
};

/** Nothing is sent by itself until somebody switches it on; a receipt is sent to whoever asks for one. */
export const USUAL_NOTICES: NoticeSettings = {
  language: 'zh-CN',
  expiryDays: 14,
  notices: Object.fromEntries(
    NOTICE_KINDS.map((kind) => [kind, { by: kind === 'receipt' ? 'either' : 'off', words: USUAL_WORDS[kind] }]),
  ) as NoticeSettings['notices'],
};
