import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AutomationView } from '../../../shared/contract/automations.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { DefinitionList } from '../../ui/facts/DefinitionList.tsx';
import { Page } from '../../ui/Page.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { AutomationActs } from './AutomationActs.tsx';
import { AutomationState } from './AutomationState.tsx';
import { givesWords, occasionWords } from './automation-words.ts';
import classes from './automations.module.css';
import { Brought } from './Brought.tsx';
import { MetTable } from './MetTable.tsx';
import { Upcoming } from './Upcoming.tsx';

/** One automation: what it brings in plain words, what it does, whom it meets next and whom it met. */
export function AutomationPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const may = useMay('campaign.plan');
  const automationId = useParams({ from: '/automations/$automationId' }).automationId as Id<'automation'>;
  const automation = useQuery({ ...trpc.automations.get.queryOptions({ automationId }), enabled: may });
  if (may && automation.data) return <Automation automation={automation.data} />;
  return (
    <Page title={t('automations.title')}>
      {!may && <NoPermission right="campaign.plan" />}
      {may && automation.error && <ErrorState error={automation.error} onRetry={() => void automation.refetch()} />}
      {may && !automation.error && <LoadingState />}
    </Page>
  );
}

function Automation({ automation }: { readonly automation: AutomationView }) {
  const { t } = useTranslation();
  const { automationId, state, hindrance, terms, treated, control, isOwn, history } = automation;
  const format = useFormat();
  return (
    <Page
      title={terms.name}
      aside={<AutomationState state={state} hindrance={hindrance} />}
      actions={<AutomationActs automation={automation} />}
    >
      <div className={classes.page}>
        {hindrance && (
          <p className={classes.notice} role="note">
            {t(`refusals.${hindrance}`)}
          </p>
        )}
        {!isOwn && (
          <p className={classes.notice} role="note">
            {t('refusals.automation-not-ours')}
          </p>
        )}
        {state === 'paused' && treated + control === 0 && (
          <p className={classes.soft}>{t('automations.page.notYet')}</p>
        )}
        {treated + control > 0 && <Brought automationId={automationId} />}
        <div className={classes.columns}>
          <section className={classes.stack}>
            <h2 className={classes.heading}>{t('automations.page.terms')}</h2>
            <Terms automation={automation} />
          </section>
          <Upcoming automationId={automationId} terms={terms} />
        </div>
        {treated + control > 0 && <MetTable automationId={automationId} />}
        <section className={classes.stack}>
          <h2 className={classes.heading}>{t('automations.page.history')}</h2>
          <ul className={classes.history}>
            {history.map(({ version, state: was, atMs, staffName }) => (
              <li key={version}>
                <span>{t(`automations.was.${was}`)}</span>
                <span className={classes.soft}>
                  {format.dateTime(atMs)} · {staffName ?? '–'}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}

function Terms({ automation }: { readonly automation: AutomationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { terms, categoryName, audienceName } = automation;
  const { occasion, audienceId, controlBp, restDays, measuredDays, from, until } = terms;
  const days = (count: number) => t('automations.days', { count });
  const facts = {
    occasion: occasionWords(occasion, t, categoryName),
    audience: audienceId ? (audienceName ?? '–') : t('automations.form.everybody'),
    gives: givesWords(terms, t, automation),
    control: controlBp === 0 ? t('automations.noControl') : format.percent(controlBp),
    rest: restDays === 0 ? t('automations.noRest') : days(restDays),
    measured: days(measuredDays),
    span:
      until === null
        ? t('automations.since', { from: format.date(from) })
        : t('automations.between', { from: format.date(from), until: format.date(until) }),
  };
  return (
    <DefinitionList
      facts={(Object.keys(facts) as (keyof typeof facts)[]).map((name) => ({
        label: t(`automations.fact.${name}`),
        value: facts[name],
      }))}
    />
  );
}
