import { useTranslation } from 'react-i18next';
import type { Band } from '../../../shared/members/duplicates.ts';
import classes from './DataQuality.module.css';

/** How sure it is that a group is one person, in a word. */
export function BandBadge({ band }: { readonly band: Band }) {
  const { t } = useTranslation();
  return (
    <span className={classes.band} data-band={band}>
      {t(`quality.band.${band}`)}
    </span>
  );
}
