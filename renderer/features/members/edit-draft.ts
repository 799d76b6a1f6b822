import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { MemberProfile, membersContract } from '../../../shared/contract/members.contract.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import { customKey, customName, isCustomName } from '../../../shared/members/profile-values.ts';
import { type CustomDraft, checkCustom } from '../../lib/custom-fields.ts';
import { type BirthdayDraft, birthdayDraft, NO_BIRTHDAY, readBirthday } from '../../ui/members/birthday-text.ts';

type Fields = z.input<typeof membersContract.edit.input>['fields'];
type Source = MemberProfile['source'];
type Gender = NonNullable<MemberProfile['gender']>;

/** What the edit form holds: text as typed. The phone on file is not known here, only a new one. */
export type EditDraft = CustomDraft & {
  readonly name: string;
  readonly newPhone: string;
  readonly removePhone: boolean;
  readonly birthday: BirthdayDraft;
  readonly gender: Gender | '';
  readonly email: string;
  readonly address: string;
  readonly note: string;
  readonly wechatId: string;
  readonly source: Source;
};

export const draftOf = ({
  name,
  birthday,
  gender,
  email,
  address,
  note,
  wechatId,
  source,
  custom,
}: MemberProfile): EditDraft => ({
  ...Object.fromEntries(Object.entries(custom).map(([key, value]) => [customName(key), value])),
  name: name ?? '',
  newPhone: '',
  removePhone: false,
  birthday: birthday ? birthdayDraft(birthday) : NO_BIRTHDAY,
  gender: gender ?? '',
  email: email ?? '',
  address: address ?? '',
  note: note ?? '',
  wechatId: wechatId ?? '',
  source,
});

const textOrNull = (text: string): string | null => text.trim() || null;

/** The fields that differ from what is on file, as the API takes them: null clears one. */
export function changedFields(before: EditDraft, after: EditDraft): Fields {
  const fields: Fields = {};
  for (const name of ['name', 'email', 'address', 'note', 'wechatId'] as const)
    if (textOrNull(before[name]) !== textOrNull(after[name])) fields[name] = textOrNull(after[name]);
  if (before.gender !== after.gender) fields.gender = after.gender || null;
  const birthday = readBirthday(after.birthday);
  if (JSON.stringify(readBirthday(before.birthday)) !== JSON.stringify(birthday)) fields.birthday = birthday;
  const own = Object.keys(after)
    .filter(isCustomName)
    .filter((name) => textOrNull(before[name] ?? '') !== textOrNull(after[name] ?? ''))
    .map((name) => [customKey(name), textOrNull(after[name] ?? '')] as const);
  if (own.length > 0) fields.custom = Object.fromEntries(own);
  if (before.source !== after.source) fields.source = after.source;
  if (after.removePhone) fields.phone = null;
  else if (after.newPhone.trim()) fields.phone = after.newPhone.trim();
  return fields;
}

const isEmail = (text: string): boolean => z.email().safeParse(text).success;

/** What is wrong with a draft, at its fields. Whether a phone exists is the main process's to say. */
export function checkEditDraft(
  draft: EditDraft,
  own: readonly CustomField[],
  t: TFunction,
): Partial<Record<keyof EditDraft, string | undefined>> {
  const { birthday, email, newPhone, removePhone } = draft;
  const shortPhone = newPhone.trim() !== '' && newPhone.replace(/\D/g, '').length < 5;
  return {
    ...checkCustom(own, draft, false, t),
    newPhone: shortPhone && !removePhone ? t('enrol.phoneShort') : undefined,
    birthday: birthday.text.trim() === '' || readBirthday(birthday) ? undefined : t('enrol.birthdayBad'),
    email: email.trim() === '' || isEmail(email.trim()) ? undefined : t('members.edit.emailBad'),
  };
}
