import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { LotTable } from './LotTable.tsx';
import { MoreButton } from './MoreButton.tsx';
import { Section } from './Section.tsx';
import classes from './tabs.module.css';
import { useMemberLedger } from './use-member-pages.ts';

/** What the member has, lot by lot, and how it came about. */
export function PointsTab({ memberId }: { readonly memberId: Id<'member'> }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const points = useQuery(trpc.points.ofMember.queryOptions({ memberId }));
  const ledger = useMemberLedger(memberId);
  const error = points.error ?? ledger.error;
  if (error) {
    const retry = () => {
      void points.refetch();
      void ledger.refetch();
    };
    return <ErrorState error={error} onRetry={retry} />;
  }
  if (!points.data || !ledger.data) return <LoadingState />;
  const { balance, lots } = points.data;
  return (
    <div className={classes.sides}>
      <Section title={t('points.ledger')} aside={t('points.balance', { balance: balance.balancePoints })}>
        <LedgerTable acts={ledger.data} />
        <MoreButton pages={ledger} words={t('points.earlier')} />
      </Section>
      <Section title={t('points.lots')}>
        <LotTable lots={lots} />
      </Section>
    </div>
  );
}
