import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { changedFields, checkEditDraft, draftOf, type EditDraft } from './edit-draft.ts';

const t = ((key: string) => key) as unknown as TFunction;
const before = draftOf({
  name: '王晓明',
  birthday: { calendar: 'lunar', month: 6, day: 15, year: null, leapMonth: true },
  gender: 'male',
  email: null,
  address: '人民路 1 号',
  note: null,
} as MemberProfile);
const after = (changes: Partial<EditDraft>) => changedFields(before, { ...before, ...changes });

const wrong = (changes: Partial<EditDraft>) =>
  Object.entries(checkEditDraft({ ...before, ...changes }, t)).flatMap(([name, words]) => (words ? [name] : []));

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
