import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { LotTable } from './LotTable.tsx';
import { ledgerActs } from './ledger-acts.ts';
import { Section } from './Section.tsx';
import classes from './tabs.module.css';

/** What the member has, lot by lot, and how it came about. */
export function PointsTab({ memberId }: { readonly memberId: Id<'member'> }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const points = useQuery(trpc.points.ofMember.queryOptions({ memberId }));
  const acts = useMemo(
    () => points.data && ledgerActs(points.data.ledger, points.data.balance.balancePoints),
    [points],
  );
  if (points.error) return <ErrorState error={points.error} onRetry={() => void points.refetch()} />;
  if (!points.data || !acts) return <LoadingState />;
  const { balance, lots } = points.data;
  return (
    <div className={classes.sides}>
      <Section title={t('points.ledger')} aside={t('points.balance', { balance: balance.balancePoints })}>
        <LedgerTable acts={acts} />
      </Section>
      <Section title={t('points.lots')}>
        <LotTable lots={lots} />
      </Section>
    </div>
  );
}
