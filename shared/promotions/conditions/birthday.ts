import { z } from 'zod';
import { dayNumber } from '../../kernel/instant.ts';
import { condition, unmet } from '../terms.ts';

export const BIRTHDAY_SPANS = ['day', 'week', 'month'] as const;

/**
 * The business day is the member's birthday, one of the three days before or after it, or of the month it falls in.
 * 29 February and leap lunar months count as `birthdayIn` says: on 28 February in common years, in the ordinary month
 * of the same number in years that lack the leap one.
 */
export const birthday = condition({
  args: z.object({ kind: z.literal('birthday'), span: z.enum(BIRTHDAY_SPANS) }),
  fields: { span: 'birthday-span' },
  reasons: ['no-member', 'birthday-unknown', 'not-birthday'],
  sees: 'visit',
  once: true,
  unmet({ span }, { member, businessDate, birthdays }) {
    if (!member) return unmet('no-member');
    if (!member.birthday) return unmet('birthday-unknown');
    const today = dayNumber(businessDate);
    const isNow = birthdays().some((date) =>
      span === 'month'
        ? date.slice(0, 7) === businessDate.slice(0, 7)
        : Math.abs(dayNumber(date) - today) <= (span === 'day' ? 0 : 3),
    );
    return isNow ? null : unmet('not-birthday');
  },
});
