import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './Figures.module.css';

const FIGURES = ['added', 'updated', 'skipped', 'leftOut'] as const;

/** How many rows are new, updated, skipped and wrong. */
export function Figures({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <dl className={classes.figures}>
        {FIGURES.map((figure) => (
          <div
            key={figure}
            className={classes.figure}
            data-wrong={(figure === 'leftOut' && view.leftOut > 0) || undefined}
          >
            <dt>{t(`imports.figures.${figure}`)}</dt>
            <dd>{format.count(view[figure])}</dd>
          </div>
        ))}
      </dl>
      {view.target === 'purchases' && <p className={classes.note}>{t('imports.figures.receipts')}</p>}
    </div>
  );
}
