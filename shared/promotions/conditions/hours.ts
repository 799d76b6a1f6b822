import { z } from 'zod';
import { condition, unmet } from '../terms.ts';

const minute = z.int().min(0).max(1440);
const clock = (minuteOfDay: number): string =>
  `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;

/**
 * On these weekdays (Monday is 1) between two times of the day; the end is no longer in it. Hours may pass midnight.
 * The weekday is the business day's, so a Friday night that ends at 04:00 is Friday to its end.
 */
export const hours = condition({
  args: z.object({
    kind: z.literal('hours'),
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
    fromMinute: minute,
    untilMinute: minute,
  }),
  fields: { weekdays: 'weekdays', fromMinute: 'from-minute', untilMinute: 'until-minute' },
  reasons: ['other-weekday', 'other-hours'],
  sees: 'visit',
  once: true,
  unmet({ weekdays, fromMinute, untilMinute }, { weekday, localTime }) {
    if (!weekdays.includes(weekday)) return unmet('other-weekday');
    const now = Number(localTime.slice(11, 13)) * 60 + Number(localTime.slice(14, 16));
    const isWithin =
      fromMinute <= untilMinute ? fromMinute <= now && now < untilMinute : now >= fromMinute || now < untilMinute;
    return isWithin ? null : unmet('other-hours', { from: clock(fromMinute), until: clock(untilMinute) });
  },
});
