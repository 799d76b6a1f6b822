import { expect, test } from 'vitest';
import { birthdayDraft, NO_BIRTHDAY, readBirthday } from './birthday-text.ts';

const solar = (text: string) => readBirthday({ ...NO_BIRTHDAY, text });
const lunar = (text: string, leapMonth = false) => readBirthday({ text, calendar: 'lunar', leapMonth });

test.each([
  ['0520', null, 5, 20],
  ['5-20', null, 5, 20],
  ['5/20', null, 5, 20],
  ['5月20日', null, 5, 20],
  ['１９９００５２０', 1990, 5, 20],
  ['19900520', 1990, 5, 20],
  ['1990-5-20', 1990, 5, 20],
  ['1990年5月20日', 1990, 5, 20],
  ['0229', null, 2, 29],
])('reads %s', (text, year, month, day) => {
  expect(solar(text)).toEqual({ calendar: 'solar', year, month, day, leapMonth: false });
});

test.each(['', '520', '1332', '0230', '19010229', 'May 20', '5-20-1990-1'])('%j is no birthday', (text) => {
  expect(solar(text)).toBeNull();
});

test('a lunar month has at most thirty days and may be a leap month', () => {
  expect(lunar('0230')).toMatchObject({ calendar: 'lunar', month: 2, day: 30 });
  expect(lunar('0231')).toBeNull();
  expect(lunar('0615', true)).toMatchObject({ leapMonth: true });
});

test('only a lunar birthday has a leap month', () => {
  expect(readBirthday({ text: '0615', calendar: 'solar', leapMonth: true })).toMatchObject({ leapMonth: false });
});

test('a birthday on file is written as it is read', () => {
  for (const birthday of [lunar('0615', true), solar('19900520'), solar('0101')])
    expect(birthday && readBirthday(birthdayDraft(birthday))).toEqual(birthday);
});
