import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Judgements, VALUE_MEASURES, weighMeasures } from '../../../shared/analysis/value-weights.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartSpec } from '../../ui/chart/chart-spec.ts';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import type { ShownReport } from './shown-report.ts';
import classes from './value.module.css';

interface ScoreSectionProps {
  readonly report: ShownReport;
  /** As they are now; the report may still follow others. */
  readonly judgements: Judgements;
  /** Null for whoever may not change them. */
  readonly onWeigh: (() => void) | null;
}

type Best = ShownReport['scores']['best'][number];

/** The composite value of the members: how it is spread, who has the most, and by which weights. */
export function ScoreSection({ report: { scores }, judgements, onWeigh }: ScoreSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const spec = useMemo((): ChartSpec => {
    const width = 100 / scores.histogram.length;
    return {
      kind: 'bar',
      title: t('value.score.chart', { median: scores.median.toFixed(0) }),
      categoryLabel: t('value.score.band'),
      categories: scores.histogram.map((_, bar) => `${bar * width}–${(bar + 1) * width}`),
      series: [
        {
          name: t('value.score.members'),
          unit: t('value.score.members'),
          values: scores.histogram,
          format: (count) => format.count(count),
        },
      ],
    };
  }, [t, format, scores]);
  const weights = useMemo(() => weighMeasures(scores.judgements).weights, [scores.judgements]);
  const columns = useMemo(
    (): readonly FactColumn<Best>[] => [
      {
        id: 'name',
        header: t('value.score.column.name'),
        cell: ({ name }) => name ?? t('value.score.noName'),
        opens: true,
        grow: true,
      },
      { id: 'segment', header: t('value.score.column.segment'), cell: ({ segment }) => t(`value.segment.${segment}`) },
      {
        id: 'purchases',
        header: t('value.score.column.purchases'),
        cell: ({ purchases }) => format.count(purchases),
        align: 'end',
      },
      {
        id: 'sales',
        header: t('value.score.column.sales'),
        cell: ({ netMinor }) => format.money(netMinor),
        align: 'end',
      },
      {
        id: 'last',
        header: t('value.score.column.lastVisit'),
        cell: ({ lastVisitDate }) => (lastVisitDate ? format.date(lastVisitDate) : '–'),
        align: 'end',
      },
      { id: 'score', header: t('value.score.column.score'), cell: ({ score }) => score.toFixed(1), align: 'end' },
    ],
    [t, format],
  );
  const said = VALUE_MEASURES.map((measure, i) =>
    t('value.score.weight', {
      measure: t(`value.measure.${measure}`),
      share: format.percent(Math.round(100 * (weights[i] ?? 0)) * 100),
    }),
  ).join(' · ');
  return (
    <section className={classes.section}>
      <div className={classes.top}>
        <h2 className={classes.heading}>{t('value.score.title')}</h2>
        {onWeigh && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconScale size={16} stroke={1.5} aria-hidden />}
            aria-keyshortcuts="F7"
            onClick={onWeigh}
          >
            {t('value.weights.open')}
          </Button>
        )}
      </div>
      <p className={classes.soft}>{t('value.score.help', { weights: said })}</p>
      {judgements.join() !== scores.judgements.join() && <p role="status">{t('value.score.outdated')}</p>}
      <div className={classes.columns}>
        <Chart spec={spec} />
        <div>
          <h3 className={classes.small}>{t('value.score.best')}</h3>
          <FactTable
            label={t('value.score.best')}
            columns={columns}
            rows={scores.best}
            rowId={({ memberId }) => memberId}
            onOpen={({ memberId }) => void navigate({ to: '/members/$memberId', params: { memberId } })}
          />
        </div>
      </div>
      <p className={classes.soft}>{t('value.score.limits')}</p>
    </section>
  );
}
