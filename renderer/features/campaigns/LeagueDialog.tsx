import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeagueRow } from '../../../shared/contract/campaigns.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { chanceWords, partWords, rangeWords, roundMoney } from '../../ui/facts/estimate-words.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import classes from './campaigns.module.css';

/** From here on a finding among many is called real. */
const REAL = 0.05;

/** Campaigns side by side, the one that brought most a member first. */
export function LeagueDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('campaigns.league.title')} size={1040}>
      {opened && <League />}
    </Dialog>
  );
}

function League() {
  const { t } = useTranslation();
  const format = useFormat();
  const league = useQuery(useTRPC().campaigns.league.queryOptions({}));
  const count = league.data?.filter(({ pValue }) => pValue !== null).length ?? 0;
  const columns = useMemo((): readonly FactColumn<LeagueRow>[] => {
    const money = (minor: number) => roundMoney(minor, format);
    return [
      { id: 'name', header: t('campaigns.column.name'), cell: ({ name }) => name, grow: true },
      {
        id: 'member',
        header: t('campaigns.page.row.perMember'),
        cell: ({ perMember }) => rangeWords(perMember, t, money),
        align: 'end',
      },
      {
        id: 'sales',
        header: t('campaigns.page.row.sales'),
        cell: ({ salesMinor }) => (salesMinor.told ? money(salesMinor.estimate) : '–'),
        align: 'end',
      },
      {
        id: 'roi',
        header: t('campaigns.league.roi'),
        cell: ({ roi }) => (roi.told ? partWords(roi.estimate, format) : '–'),
        align: 'end',
      },
      {
        id: 'p',
        header: t('campaigns.league.p', { count }),
        cell: ({ adjustedPValue }) => (adjustedPValue === null ? '–' : chanceWords(adjustedPValue)),
        align: 'end',
      },
      {
        id: 'real',
        header: t('campaigns.page.answer'),
        cell: ({ adjustedPValue }) =>
          adjustedPValue === null
            ? '–'
            : t(adjustedPValue < REAL ? 'campaigns.league.sure' : 'campaigns.league.unsure'),
      },
    ];
  }, [t, format, count]);
  if (league.error) return <ErrorState error={league.error} onRetry={() => void league.refetch()} />;
  if (!league.data) return <LoadingState />;
  if (league.data.length === 0) return <EmptyState title={t('campaigns.league.empty')} />;
  return (
    <div className={classes.stack}>
      <FactTable
        label={t('campaigns.league.title')}
        columns={columns}
        rows={league.data}
        rowId={({ campaignId }) => campaignId}
      />
      <Text size="sm" c="dimmed">
        {t('campaigns.league.body')}
      </Text>
    </div>
  );
}
