import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { gotWords } from '../../ui/automations/got-words.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { FactTable } from '../../ui/table/FactTable.tsx';

import classes from './automations.module.css';

const SHOWN = 50;

/** Whom an automation met last, what each got and bought since. Enter opens the member. */
export function MetTable({ automationId }: { readonly automationId: Id<'automation'> }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const met = useQuery(trpc.automations.met.queryOptions({ automationId, offset: 0, limit: SHOWN }));
  return (
    <section className={classes.stack}>
      <h2 className={classes.heading}>{t('automations.met.title')}</h2>
      {met.error && <ErrorState error={met.error} onRetry={() => void met.refetch()} />}
      {!met.error && !met.data && <LoadingState lines={4} />}
      {met.data && (
        <>
          <FactTable
            label={t('automations.met.title')}
            rows={met.data.rows}
            rowId={({ occasionId }) => occasionId}
            onOpen={({ memberId }) => void navigate({ to: '/members/$memberId', params: { memberId } })}
            columns={[
              {
                id: 'member',
                header: t('automations.met.member'),
                cell: ({ memberName }) => memberName ?? t('automations.nameless'),
                opens: true,
                grow: true,
              },
              { id: 'taken', header: t('automations.met.takenOn'), cell: ({ takenOn }) => format.date(takenOn) },
              { id: 'got', header: t('automations.met.got'), cell: (row) => gotWords(row, t) },
              {
                id: 'purchases',
                header: t('automations.met.purchases'),
                cell: ({ purchases }) => format.count(purchases),
                align: 'end',
              },
              {
                id: 'sales',
                header: t('automations.met.sales'),
                cell: ({ salesMinor }) => format.money(salesMinor),
                align: 'end',
              },
            ]}
          />
          {met.data.total > SHOWN && (
            <p className={classes.soft}>
              {t('automations.met.last', { shown: format.count(SHOWN), total: format.count(met.data.total) })}
            </p>
          )}
        </>
      )}
    </section>
  );
}
