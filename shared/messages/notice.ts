import { z } from 'zod';
import { type Channel, MESSAGE_LANGUAGES } from './message.ts';
import { type Placeholder, unknownPlaceholders } from './placeholders.ts';

/** What a member is told of without any marketing: what was done with the own membership. `receipt` is sent when asked for. */
export const NOTICE_KINDS = [
  'receipt',
  'purchase',
  'return',
  'points',
  'points-expiring',
  'tier-change',
  'card-replaced',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** `either`: by e-mail where the member can be reached so, else by SMS. */
export const NOTICE_WAYS = ['off', 'sms', 'email', 'either'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** In the order in which they are tried. */
export const CHANNELS_OF_WAY: Readonly<Record<NoticeWay, readonly Channel[]>> = {
  off: [],
  sms: ['sms'],
  email: ['email'],
  either: ['email', 'sms'],
};

const noticeWords = z.object({ sms: z.string(), subject: z.string(), email: z.string() });
export type NoticeWords = z.infer<typeof noticeWords>;

/** How a store tells its members of what was done; the words of a language that is not in use are kept. */
export const noticeSettings = z.object({
  language: z.enum(MESSAGE_LANGUAGES),
  /** So many days before points end. */
  expiryDays: z.int().min(1).max(90),
  notices: z.record(
    z.enum(NOTICE_KINDS),
    z.object({ by: z.enum(NOTICE_WAYS), words: z.record(z.enum(MESSAGE_LANGUAGES), noticeWords) }),
  ),
});
export type NoticeSettings = z.infer<typeof noticeSettings>;

const ALWAYS = ['name', 'points', 'tier', 'store'] as const satisfies readonly Placeholder[];

/** What the words of a notice may name. */
export const NOTICE_MAY_NAME: Readonly<Record<NoticeKind, readonly Placeholder[]>> = {
  receipt: [...ALWAYS, 'receiptNumber', 'amount', 'receipt'],
  purchase: [...ALWAYS, 'receiptNumber', 'amount', 'earnedPoints', 'usedPoints'],
  return: [...ALWAYS, 'receiptNumber', 'amount'],
  points: [...ALWAYS, 'changedPoints'],
  'points-expiring': [...ALWAYS, 'expiringPoints', 'expiryDate'],
  'tier-change': [...ALWAYS, 'formerTier'],
  'card-replaced': [...ALWAYS, 'cardEnding'],
};

/** What stands in braces in the words of a notice and can never be filled in. */
export const unknownInNotice = (kind: NoticeKind, { sms, subject, email }: NoticeWords): string[] =>
  unknownPlaceholders([sms, subject, email].join('\n'), NOTICE_MAY_NAME[kind]);

const PREFIX = 'notice:';
/** Names a notice: a member gets one of each kind about the same thing. */
export const noticeOccasion = (kind: NoticeKind, about: string): string => `${PREFIX}${kind}:${about}`;

export const noticeOfOccasion = (occasion: string | null): NoticeKind | null =>
  NOTICE_KINDS.find((kind) => occasion?.startsWith(noticeOccasion(kind, ''))) ?? null;

/** What the night tells of waits until somebody is awake; at the till the member stands there. */
const KEEP_QUIET: ReadonlySet<NoticeKind | null> = new Set(['points-expiring', 'tier-change'] as const);
export const keepsQuietHours = (occasion: string | null): boolean => KEEP_QUIET.has(noticeOfOccasion(occasion));

/** After a member was told of points that end, newer ones are told of so many days later, and always half the time ahead. */
export const expiryRestDays = (expiryDays: number): number => Math.min(7, Math.floor(expiryDays / 2));
