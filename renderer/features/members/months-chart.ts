import type { TFunction } from 'i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import type { Format } from '../../lib/format.ts';
import type { ChartSpec } from '../../ui/chart/chart-spec.ts';

type Months = MemberProfile['months'];

const monthAfter = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

/** The months from the first to the last, those without sales too, so that time runs evenly along the axis. */
export function everyMonth(months: Months): Months {
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  if (first === undefined || last === undefined) return [];
  const known = new Map(months.map((each) => [each.month, each]));
  const all: Months = [];
  for (let month = first; month <= last; month = monthAfter(month))
    all.push(known.get(month) ?? { month, netMinor: 0, pointsEarned: 0 });
  return all;
}

/** Net sales as bars, points earned as a line on an axis of their own. */
export function monthsChart(months: Months, currencySign: string, t: TFunction, format: Format): ChartSpec {
  const shown = everyMonth(months);
  return {
    kind: 'bar',
    title: t('members.overview.chart'),
    categoryLabel: t('members.overview.month'),
    categories: shown.map(({ month }) => format.month(month)),
    series: [
      {
        name: t('members.overview.netSales'),
        unit: currencySign,
        values: shown.map(({ netMinor }) => netMinor),
        format: format.money,
        tick: format.compact,
      },
      {
        name: t('members.overview.pointsEarned'),
        unit: t('members.overview.pointsUnit'),
        values: shown.map(({ pointsEarned }) => pointsEarned),
        format: format.count,
        kind: 'line',
        axis: 'right',
      },
    ],
  };
}
