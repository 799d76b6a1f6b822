import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignFigures } from '../../../shared/contract/campaigns.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartSpec } from '../../ui/chart/chart-spec.ts';
import { roundMoney } from '../../ui/facts/estimate-words.ts';

/** Sales a member by day, group beside group. */
export function SalesChart({ days }: { readonly days: CampaignFigures['days'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const spec = useMemo((): ChartSpec => {
    const money = {
      unit: format.money(0).replace(/[\d.,\s]/g, ''),
      format: (minor: number) => roundMoney(minor, format),
      tick: (minor: number) => format.compact(minor),
    };
    return {
      kind: 'line',
      title: t('campaigns.page.chart'),
      categoryLabel: t('campaigns.page.date'),
      categories: days.map(({ date }) => format.date(date)),
      series: [
        { name: t('campaigns.page.treated'), values: days.map(({ treatedMinor }) => treatedMinor), ...money },
        { name: t('campaigns.page.control'), values: days.map(({ controlMinor }) => controlMinor), ...money },
      ],
    };
  }, [t, format, days]);
  return <Chart spec={spec} />;
}
