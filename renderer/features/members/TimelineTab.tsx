import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { byMonth } from './by-month.ts';
import { MoreButton } from './MoreButton.tsx';
import classes from './Timeline.module.css';
import { TimelineRow } from './TimelineRow.tsx';
import tabs from './tabs.module.css';
import { useMemberTimeline } from './use-member-pages.ts';

/** `YYYY-MM` of an instant in a zone. */
const monthIn = (zone: string) => {
  const form = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone: zone });
  return (atMs: number) => form.format(atMs).slice(0, 7);
};

/** Everything that happened with the member, in one list. */
export function TimelineTab({ memberId }: { readonly memberId: Id<'member'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { zone } = useStoreFacts();
  const timeline = useMemberTimeline(memberId);
  if (timeline.error) return <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />;
  if (!timeline.data) return <LoadingState />;
  return (
    <div className={tabs.column}>
      {byMonth(timeline.data, monthIn(zone)).map(({ month, events }) => (
        <section key={events[0]?.id ?? month} aria-label={format.month(month)}>
          <h2 className={classes.month}>{format.month(month)}</h2>
          <ol className={classes.events}>
            {events.map((event) => (
              <TimelineRow key={event.id} event={event} />
            ))}
          </ol>
        </section>
      ))}
      <MoreButton pages={timeline} words={t('members.timeline.loadMore')} />
    </div>
  );
}
