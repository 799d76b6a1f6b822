import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './ImportPhase.module.css';

const TONES: Partial<Record<ImportView['phase'], 'done' | 'attention'>> = {
  applied: 'done',
  paused: 'attention',
  stopped: 'attention',
};

/** How far an import is, in words; while it goes on, with its share. */
export function ImportPhase({ view: { phase, isRunning, done, total } }: { readonly view: ImportView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = isRunning && total ? ` ${format.percent(Math.floor((10_000 * done) / total / 100) * 100)}` : '';
  return (
    <span className={classes.phase} data-tone={TONES[phase]}>
      {t(`imports.phase.${phase}`)}
      {share}
    </span>
  );
}
