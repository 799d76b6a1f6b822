import { useTranslation } from 'react-i18next';
import classes from './states.module.css';

/** Codes for whoever helps, folded away from everybody else. */
export function SupportDetails({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <details className={classes.details}>
      <summary>{t('states.details')}</summary>
      <pre>{text}</pre>
    </details>
  );
}
