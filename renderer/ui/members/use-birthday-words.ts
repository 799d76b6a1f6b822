import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Birthday } from '../../../shared/members/profile.ts';

/** A birthday as it is read out: 20 May, 1990年5月20日, lunar month 5 day 20. */
export function useBirthdayWords(): (birthday: Birthday) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ calendar, year, month, day, leapMonth }) => {
      if (calendar === 'lunar') {
        const words = t(leapMonth ? 'enrol.lunarLeapDay' : 'enrol.lunarDay', { month, day });
        return year === null ? words : t('enrol.lunarDate', { year: String(year), words });
      }
      // A leap year, so that 29 February stands.
      const date = new Date(Date.UTC(year ?? 2000, month - 1, day));
      const form: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric', timeZone: 'UTC' };
      return date.toLocaleDateString(i18n.language, year === null ? form : { ...form, year: 'numeric' });
    },
    [t, i18n.language],
  );
}
