import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanStatus } from '../../../shared/contract/quality.contract.ts';
import { FLAWS } from '../../../shared/members/quality.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './QualityFigures.module.css';

interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

/** The figures of the last look, before anything else; below them what it could not do. */
export function QualityFigures({ last }: { readonly last: NonNullable<ScanStatus['last']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { figures, open, endedAtMs } = last;
  const groups = open.sure + open.likely + open.possible;
  const shown: readonly Figure[] = [
    {
      label: t('quality.figures.score'),
      value: figures.score === null ? '–' : figures.score.toLocaleString(),
      note: t('quality.figures.members', { count: figures.members }),
    },
    {
      label: t('quality.figures.open'),
      value: format.count(groups),
      note:
        groups > 0 &&
        `${t('quality.band.sure')} ${format.count(open.sure)} · ${t('quality.figures.likely', { count: open.likely })}`,
    },
    ...FLAWS.map((flaw) => ({
      label: t(`quality.figures.${flaw}`),
      value: format.count(figures.flaws[flaw]),
      note:
        figures.members > 0 &&
        figures.flaws[flaw] > 0 &&
        format.percent(Math.round((figures.flaws[flaw] / figures.members) * 100) * 100),
    })),
  ];
  return (
    <div className={classes.all}>
      <dl aria-label={t('quality.figures.label')} className={classes.figures}>
        {shown.map(({ label, value, note }) => (
          <div key={label} className={classes.figure}>
            <dt>{label}</dt>
            <dd className={classes.value}>{value}</dd>
            {note && <dd className={classes.note}>{note}</dd>}
          </div>
        ))}
      </dl>
      <p className={classes.aside}>
        {t('quality.asOf', { time: format.dateTime(endedAtMs) })}
        {figures.crowds > 0 && ` · ${t('quality.crowds', { count: figures.crowds, largest: figures.largestCrowd })}`}
        {figures.pairsLeftOut > 0 && ` · ${t('quality.leftOut', { count: figures.pairsLeftOut })}`}
      </p>
    </div>
  );
}
