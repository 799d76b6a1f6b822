import type { TFunction } from 'i18next';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import type { ConsentPurpose } from '../../../shared/members/profile.ts';
import { customKey, isCustomName } from '../../../shared/members/profile-values.ts';
import { type CustomDraft, checkCustom } from '../../lib/custom-fields.ts';
import { type BirthdayDraft, NO_BIRTHDAY, readBirthday } from './birthday-text.ts';

/** The privacy notice that is read out before somebody agrees; a new text gets a new version. */
export const NOTICE_VERSION = '1';

/** What is asked at enrolment. Offers by e-mail are asked where the e-mail address is. */
export const ASKED_PURPOSES = ['service-messages', 'marketing-sms', 'profiling'] as const satisfies ConsentPurpose[];

/** What the enrolment form holds: text as typed, and what was agreed to. */
export type EnrolDraft = CustomDraft & {
  readonly phone: string;
  readonly name: string;
  readonly cardNumber: string;
  readonly birthday: BirthdayDraft;
  /** Who brought the member along, as typed: a code, a phone or a card. */
  readonly referrer: string;
  readonly agreed: readonly ConsentPurpose[];
};

export const newEnrolDraft = (known: Partial<EnrolDraft> = {}): EnrolDraft => ({
  phone: '',
  name: '',
  cardNumber: '',
  birthday: NO_BIRTHDAY,
  referrer: '',
  agreed: [],
  ...known,
});

/** What somebody was looked up with and not found by, put where it belongs: a phone, a card or a name. */
export function draftOfSearch(typed: string): Partial<EnrolDraft> {
  const text = typed.normalize('NFKC').trim();
  if (/^\+?[\d\s()-]{7,}$/.test(text)) return { phone: text };
  if (/\p{Script=Han}/u.test(text) && text.length <= 12) return { name: text };
  return /^(?=.*\d)[0-9A-Za-z-]{5,32}$/.test(text) ? { cardNumber: text } : {};
}

/** What is wrong with a draft, at its fields. Whether a phone exists is the main process's to say. */
export function checkEnrolDraft(
  draft: EnrolDraft,
  own: readonly CustomField[],
  t: TFunction,
): Partial<Record<keyof EnrolDraft, string | undefined>> {
  const { phone, name, cardNumber, birthday } = draft;
  const nothing = [phone, name, cardNumber, birthday.text].every((text) => text.trim() === '');
  const shortPhone = phone.trim() !== '' && phone.replace(/\D/g, '').length < 5;
  return {
    ...checkCustom(own, draft, true, t),
    phone: nothing ? t('enrol.nothing') : shortPhone ? t('enrol.phoneShort') : undefined,
    cardNumber: cardNumber === '' || /^[0-9A-Za-z-]{4,32}$/.test(cardNumber.trim()) ? undefined : t('enrol.cardBad'),
    birthday: birthday.text.trim() === '' || readBirthday(birthday) ? undefined : t('enrol.birthdayBad'),
  };
}

/** The draft as the API takes it: only what was given. Nothing is recorded of a consent that was not given. */
export function enrolmentOf(draft: EnrolDraft) {
  const { phone, name, cardNumber, birthday, agreed } = draft;
  const own = Object.entries(draft).flatMap(([field, text]) =>
    isCustomName(field) && typeof text === 'string' && text.trim() !== '' ? [[customKey(field), text] as const] : [],
  );
  const day = readBirthday(birthday);
  return {
    ...(phone.trim() ? { phone: phone.trim() } : {}),
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(cardNumber.trim() ? { cardNumber: cardNumber.trim() } : {}),
    ...(day ? { birthday: day } : {}),
    custom: Object.fromEntries(own),
    consents: agreed.map((purpose) => ({ purpose, given: true })),
    noticeVersion: NOTICE_VERSION,
  };
}
