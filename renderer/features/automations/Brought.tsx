import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { chanceWords, partWords, rangeWords, roundMoney } from '../../ui/facts/estimate-words.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { FactTable } from '../../ui/table/FactTable.tsx';
import { answerWords } from './automation-words.ts';
import classes from './automations.module.css';

/** What an automation brought: the answer in plain words, then both groups. */
export function Brought({ automationId }: { readonly automationId: Id<'automation'> }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const figures = useQuery(trpc.automations.figures.queryOptions({ automationId }));
  if (figures.error) return <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />;
  if (!figures.data) return <LoadingState lines={4} />;
  const { treated, control, ratio, perMember, waiting } = figures.data;
  const arms = [
    { name: t('automations.page.treated'), ...treated },
    { name: t('automations.page.control'), ...control },
  ];
  return (
    <>
      <section className={classes.words}>
        <h2 className={classes.question}>{t('automations.page.brought')}</h2>
        {ratio.told && ratio.alarm && (
          <p role="alert" className={classes.alarm}>
            {t('automations.page.alarm', { p: chanceWords(ratio.pValue) })}
          </p>
        )}
        <p className={classes.answer}>{answerWords(figures.data, t, format)}</p>
        {perMember.told && (
          <p>
            {t('automations.page.perMember', { range: rangeWords(perMember, t, (minor) => roundMoney(minor, format)) })}
          </p>
        )}
        {waiting > 0 && <p className={classes.soft}>{t('automations.page.waiting', { count: waiting })}</p>}
      </section>
      {treated.members + control.members > 0 && (
        <FactTable
          label={t('automations.page.groups')}
          rows={arms}
          rowId={({ name }) => name}
          columns={[
            { id: 'group', header: t('automations.page.group'), cell: ({ name }) => name, grow: true },
            {
              id: 'members',
              header: t('automations.page.members'),
              cell: ({ members }) => format.count(members),
              align: 'end',
            },
            {
              id: 'buyers',
              header: t('automations.page.buyers'),
              cell: (arm) => format.count(arm.buyers),
              align: 'end',
            },
            {
              id: 'share',
              header: t('automations.page.share'),
              cell: (arm) => (arm.members === 0 ? '–' : partWords(arm.buyers / arm.members, format)),
              align: 'end',
            },
            {
              id: 'average',
              header: t('automations.page.average'),
              cell: (arm) => (arm.members === 0 ? '–' : roundMoney(arm.salesMinor / arm.members, format)),
              align: 'end',
            },
          ]}
        />
      )}
    </>
  );
}
