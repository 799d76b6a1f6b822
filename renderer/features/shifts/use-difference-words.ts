import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';

/** What is over or short in the drawer, in words. */
export function useDifferenceWords(): (differenceMinor: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (differenceMinor) => {
    if (differenceMinor === 0) return t('shifts.difference.none');
    const amount = format.money(Math.abs(differenceMinor));
    return differenceMinor > 0 ? t('shifts.difference.over', { amount }) : t('shifts.difference.short', { amount });
  };
}
