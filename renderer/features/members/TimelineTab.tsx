import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { ledgerActs } from './ledger-acts.ts';
import classes from './Timeline.module.css';
import { TimelineRow } from './TimelineRow.tsx';
import tabs from './tabs.module.css';
import { byMonth, timelineEvents } from './timeline-events.ts';
import { useMemberPurchases } from './use-member-purchases.ts';

/** `YYYY-MM` of an instant in a zone. */
const monthIn = (zone: string) => {
  const form = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone: zone });
  return (atMs: number) => form.format(atMs).slice(0, 7);
};

/** Everything that happened with the member, in one list. */
export function TimelineTab({ profile }: { readonly profile: MemberProfile }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const { zone } = useStoreFacts();
  const { memberId } = profile.card;
  const purchases = useMemberPurchases(memberId);
  const points = useQuery(trpc.points.ofMember.queryOptions({ memberId }));
  const error = purchases.error ?? points.error;
  if (error) {
    const retry = () => {
      void purchases.refetch();
      void points.refetch();
    };
    return <ErrorState error={error} onRetry={retry} />;
  }
  if (!purchases.data || !points.data) return <LoadingState />;
  const events = timelineEvents({
    purchases: purchases.data,
    hasEarlier: purchases.hasNextPage,
    acts: ledgerActs(points.data.ledger, points.data.balance.balancePoints),
    profile,
  });
  return (
    <div className={tabs.column}>
      {byMonth(events, monthIn(zone)).map(({ month, events: ofMonth }) => (
        <section key={month} aria-label={format.month(month)}>
          <h2 className={classes.month}>{format.month(month)}</h2>
          <ol className={classes.events}>
            {ofMonth.map((event) => (
              <TimelineRow key={event.id} event={event} />
            ))}
          </ol>
        </section>
      ))}
      {purchases.hasNextPage && (
        <Button
          variant="default"
          className={tabs.more ?? ''}
          loading={purchases.isFetchingNextPage}
          onClick={() => void purchases.fetchNextPage()}
        >
          {t('members.timeline.loadMore')}
        </Button>
      )}
    </div>
  );
}
