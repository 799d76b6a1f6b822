import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import { changedFields, checkEditDraft, draftOf, type EditDraft } from './edit-draft.ts';

const t = ((key: string) => key) as unknown as TFunction;
const SHOE_ID = '019e4f2a-1c00-7000-8000-000000000001';
const before = draftOf({
  name: '王晓明',
  birthday: { calendar: 'lunar', month: 6, day: 15, year: null, leapMonth: true },
  gender: 'male',
  email: null,
  address: '人民路 1 号',
  note: null,
  wechatId: 'xiaoming',
  source: 'till',
  custom: { [SHOE_ID]: '42' },
} as unknown as MemberProfile);
const after = (changes: Partial<EditDraft>) => changedFields(before, { ...before, ...changes });

const SHOE: CustomField = {
  fieldId: SHOE_ID as CustomField['fieldId'],
  name: '鞋码',
  kind: 'whole',
  options: [],
  required: true,
  retired: false,
};
const SHOE_FIELD = `custom.${SHOE.fieldId}` as const;

const wrong = (changes: Partial<EditDraft>) =>
  Object.entries(checkEditDraft({ ...before, ...changes }, [SHOE], t)).flatMap(([name, words]) =>
    words ? [name] : [],
  );

test('nothing changed, nothing sent', () => {
  expect(after({})).toEqual({});
  expect(after({ name: ' 王晓明 ', newPhone: ' ' })).toEqual({});
});

test('only what changed is sent; what was emptied is cleared', () => {
  expect(after({ name: '王小明', address: '' })).toEqual({ name: '王小明', address: null });
  expect(after({ gender: '' })).toEqual({ gender: null });
});

test('the phone is sent when a new one is typed, and cleared when asked', () => {
  expect(after({ newPhone: '13800138000' })).toEqual({ phone: '13800138000' });
  expect(after({ newPhone: '13800138000', removePhone: true })).toEqual({ phone: null });
});

test('a birthday written another way is the same birthday', () => {
  expect(after({ birthday: { ...before.birthday, text: '0615' } })).toEqual({});
  expect(after({ birthday: { ...before.birthday, leapMonth: false } })).toEqual({
    birthday: { calendar: 'lunar', month: 6, day: 15, year: null, leapMonth: false },
  });
  expect(after({ birthday: { ...before.birthday, text: '' } })).toEqual({ birthday: null });
});

test('each field says what is wrong with it', () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({ email: 'wang@' })).toEqual(['email']);
  expect(wrong({ newPhone: '12' })).toEqual(['newPhone']);
  expect(wrong({ birthday: { text: '0631', calendar: 'solar', leapMonth: false } })).toEqual(['birthday']);
});

test('a field of the store’s own is sent by its id, and cleared when it is emptied', () => {
  expect(after({ [SHOE_FIELD]: ' 42 ' })).toEqual({});
  expect(after({ [SHOE_FIELD]: '43' })).toEqual({ custom: { [SHOE_ID]: '43' } });
  expect(after({ [SHOE_FIELD]: '' })).toEqual({ custom: { [SHOE_ID]: null } });
  expect(wrong({ [SHOE_FIELD]: '42½' })).toEqual([SHOE_FIELD]);
  expect(wrong({ [SHOE_FIELD]: '' })).toEqual([]);
});

test('how a member was won is sent when it is another', () => {
  expect(after({ source: 'event', wechatId: '' })).toEqual({ source: 'event', wechatId: null });
});
