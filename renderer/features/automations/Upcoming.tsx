import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AutomationTerms } from '../../../shared/automations/automation.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import classes from './automations.module.css';

const SETTLE_MS = 400;

interface UpcomingProps {
  readonly automationId: Id<'automation'>;
  /** Null where they cannot be read as typed. */
  readonly terms: AutomationTerms | null;
}

/** Whom an automation would meet by its next run and in the thirty days after, as things stand now. */
export function Upcoming({ automationId, terms }: UpcomingProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const [settled] = useDebouncedValue(terms, SETTLE_MS);
  const { name: _, ...asked } = settled ?? { name: '' };
  const preview = useQuery({
    ...trpc.automations.preview.queryOptions({ automationId, terms: asked as Omit<AutomationTerms, 'name'> }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  });
  const { data } = preview;
  return (
    <section className={classes.upcoming} role="status" aria-label={t('automations.upcoming.title')}>
      <h2 className={classes.heading}>{t('automations.upcoming.title')}</h2>
      {settled === null && <p className={classes.soft}>{t('automations.upcoming.unread')}</p>}
      {preview.error && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {settled !== null && !data && !preview.error && <LoadingState lines={3} />}
      {settled !== null && data && (
        <>
          <p>{t('automations.upcoming.now', { count: data.now })}</p>
          {data.keptOut > 0 && <p>{t('automations.upcoming.keptOut', { count: data.keptOut })}</p>}
          <p>
            {data.soon === null
              ? t('automations.upcoming.unforeseen')
              : t('automations.upcoming.soon', { count: data.soon })}
          </p>
          {data.first.length > 0 && (
            <ul className={classes.first}>
              {data.first.map(({ memberId, memberName, dueOn }, at) => (
                <li key={`${memberId} ${at}`}>
                  <span>{memberName ?? t('automations.nameless')}</span>
                  <span className={classes.soft}>{format.date(dueOn)}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
