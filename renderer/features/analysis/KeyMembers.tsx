import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartSpec } from '../../ui/chart/chart-spec.ts';
import type { ShownReport } from './shown-report.ts';
import classes from './value.module.css';

/** The curve is drawn, and told in the table, at every so many percent of the members. */
const STEP = 5;

/** How few members make most of the sales: the Lorenz curve, from the best on. */
export function KeyMembers({ keyMembers }: { readonly keyMembers: NonNullable<ShownReport['keyMembers']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const spec = useMemo((): ChartSpec => {
    const percents = Array.from({ length: 100 / STEP + 1 }, (_, i) => i * STEP);
    const percent = { unit: '%', format: (share: number) => format.percent(Math.round(share * 1_000) * 10) };
    return {
      kind: 'line',
      title: t('value.key.chart'),
      categoryLabel: t('value.key.members'),
      categories: percents.map((each) => format.percent(100 * each)),
      series: [
        { name: t('value.key.sales'), values: percents.map((each) => keyMembers.shares[each] ?? null), ...percent },
        { name: t('value.key.equal'), values: percents.map((each) => each / 100), ...percent, colour: 7 },
      ],
    };
  }, [t, format, keyMembers]);
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('value.key.title')}</h2>
      <Chart spec={spec} />
      <p className={classes.soft}>{t('value.key.gini', { gini: keyMembers.gini.toFixed(2) })}</p>
    </section>
  );
}
