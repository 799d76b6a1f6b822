import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CampaignView as Campaign } from '../../../shared/contract/campaigns.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { minorDigits } from '../../lib/format.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useFiguresFile } from '../../ui/exports/use-figures-file.ts';
import { Page } from '../../ui/Page.tsx';
import { PrintSheet } from '../../ui/receipt/PrintSheet.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { AudiencePower } from './AudiencePower.tsx';
import { CampaignActs } from './CampaignActs.tsx';
import { CampaignState } from './CampaignState.tsx';
import { draftOf } from './campaign-draft.ts';
import classes from './campaigns.module.css';
import { evaluationFigures } from './evaluation-figures.ts';
import { Figures } from './Figures.tsx';
import { MessagesSent } from './MessagesSent.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import { SalesChart } from './SalesChart.tsx';

/** A campaign as it is: what it brought in plain words, then how it goes, then its plan. */
export function CampaignView({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const mayExport = useMay('analysis.read');
  const places = minorDigits(useStoreFacts().currency);
  const { campaignId, state, freeze, treated, control, terms, history } = campaign;
  const isPlan = state === 'draft' || state === 'approved';
  const figures = useQuery({ ...trpc.campaigns.figures.queryOptions({ campaignId }), enabled: !isPlan });
  const saveFigures = useFiguresFile();
  const draft = draftOf(terms, places);
  const done = format.count(treated + control);
  const evaluation = figures.data?.evaluation;
  const exportFigures =
    evaluation && mayExport
      ? () =>
          saveFigures(
            evaluationFigures(campaign, evaluation, t),
            t('campaigns.page.excelName', { name: terms.name, date: format.isoDay(Date.now()) }),
          )
      : null;
  useShortcuts(t('campaigns.title'), [
    { keys: 'Escape', label: t('actions.back'), run: () => void navigate({ to: '/campaigns' }) },
    { keys: 'Ctrl+P', label: t('campaigns.act.print'), run: () => window.print() },
    { keys: 'Alt+X', label: t('campaigns.act.excel'), run: () => exportFigures?.(), when: exportFigures !== null },
  ]);
  return (
    <Page
      title={terms.name}
      aside={<CampaignState campaign={campaign} />}
      actions={<CampaignActs campaign={campaign} onExcel={exportFigures} />}
    >
      <div className={classes.page}>
        {freeze !== 'none' && (
          <p className={classes.notice} role="status">
            {t(freeze === 'freezing' ? 'campaigns.act.frozen' : 'campaigns.act.halted', { done })}
          </p>
        )}
        {figures.error && <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />}
        {!isPlan && figures.isPending && <LoadingState lines={6} />}
        {evaluation && (
          <>
            <Figures campaign={campaign} evaluation={evaluation} />
            {(figures.data?.days.length ?? 0) > 0 && <SalesChart days={figures.data?.days ?? []} />}
            <PrintSheet sheet="of-the-printer">
              <h1>{terms.name}</h1>
              <Figures campaign={campaign} evaluation={evaluation} />
              <h2>{t('campaigns.page.plan')}</h2>
              <PlanFacts draft={draft} />
            </PrintSheet>
          </>
        )}
        {!isPlan && <MessagesSent campaign={campaign} />}
        <section className={classes.stack}>
          <h2 className={classes.heading}>{t('campaigns.page.plan')}</h2>
          <PlanFacts draft={draft} />
          {isPlan && <AudiencePower draft={draft} />}
        </section>
        <section className={classes.stack}>
          <h2 className={classes.heading}>{t('campaigns.page.history')}</h2>
          <ul className={classes.history}>
            {history.map(({ version, state: was, atMs, staffName }) => (
              <li key={version}>
                <span>{t(`campaigns.state.${was}`)}</span>
                <span className={classes.soft}>
                  {format.dateTime(atMs)} · {staffName ?? t('campaigns.page.nobody')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}
