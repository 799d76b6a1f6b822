import { type Birthday, birthdaySchema } from '../../../shared/members/profile.ts';

/** A birthday as a person types it: the digits, and which calendar they are meant in. */
export interface BirthdayDraft {
  readonly text: string;
  readonly calendar: Birthday['calendar'];
  readonly leapMonth: boolean;
}

export const NO_BIRTHDAY: BirthdayDraft = { text: '', calendar: 'solar', leapMonth: false };

const FORMS = [
  // 0520, 19900520
  /^(?<year>\d{4})?(?<month>\d{2})(?<day>\d{2})$/,
  // 5-20, 5/20, 5月20日, 1990-5-20, 1990年5月20日
  /^(?:(?<year>\d{4})[-/.年 ])?(?<month>\d{1,2})[-/.月 ](?<day>\d{1,2})日?$/,
];

/** Reads month and day, with or without the year. Null where the text is no day of that calendar. */
export function readBirthday({ text, calendar, leapMonth }: BirthdayDraft): Birthday | null {
  const typed = text.normalize('NFKC').trim();
  const parts = FORMS.map((form) => form.exec(typed)?.groups).find(Boolean);
  if (!parts) return null;
  const birthday = birthdaySchema.safeParse({
    calendar,
    month: Number(parts.month),
    day: Number(parts.day),
    year: parts.year ? Number(parts.year) : null,
    leapMonth: calendar === 'lunar' && leapMonth,
  });
  return birthday.success ? birthday.data : null;
}

const two = (part: number) => String(part).padStart(2, '0');

/** The text that `readBirthday` reads back: 05-20, 1990-05-20. */
export const birthdayDraft = ({ calendar, year, month, day, leapMonth }: Birthday): BirthdayDraft => ({
  text: `${year === null ? '' : `${year}-`}${two(month)}-${two(day)}`,
  calendar,
  leapMonth,
});
