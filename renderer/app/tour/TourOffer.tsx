import { CloseButton } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './TourOffer.module.css';
import type { Tour } from './use-tour.ts';

/** In the top bar, until the tour was taken or declined: nothing stands in the way of the work. */
export function TourOffer({ tour }: { readonly tour: Tour }) {
  const { t } = useTranslation();
  if (!tour.offered) return null;
  return (
    <span className={classes.offer}>
      <button type="button" className={classes.start} onClick={tour.start}>
        <IconRoute size={16} stroke={1.5} aria-hidden />
        {t('tour.start')}
      </button>
      <CloseButton size={24} iconSize={14} aria-label={t('tour.decline')} onClick={tour.end} />
    </span>
  );
}
