import { useTranslation } from 'react-i18next';
import { sayValue } from '../arg-words.ts';
import { useGoodsNames } from '../goods-names.ts';
import { useSaying } from '../use-saying.ts';
import type { ArgFieldProps } from './ArgField.tsx';
import classes from './args.module.css';

/** What nothing here can be chosen for: said as it stands. */
export function FixedArg({ kind, label, draft }: ArgFieldProps<string | readonly string[]>) {
  const { t } = useTranslation();
  const saying = useSaying(useGoodsNames().nameOf);
  return (
    <div className={classes.wide}>
      <p className={classes.label}>{label}</p>
      <p className={classes.fixed}>{sayValue(kind, draft, saying)}</p>
      <p className={classes.help}>{t('promotions.form.fixed')}</p>
    </div>
  );
}
