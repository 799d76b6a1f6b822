import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../../shared/contract/campaigns.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { minorDigits } from '../../lib/format.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { FormFailure } from '../../ui/form/FormFailure.tsx';
import { LeaveDialog } from '../../ui/form/LeaveDialog.tsx';
import { Page } from '../../ui/Page.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { blankPlan, type CampaignDraft, draftOf, readPlan, STEPS, type Step, wrongIn } from './campaign-draft.ts';
import classes from './campaigns.module.css';
import { keptPlans } from './kept-plan.ts';
import { StepFields } from './StepFields.tsx';

interface CampaignWizardProps {
  readonly campaignId: Id<'campaign'>;
  /** Null while it is new. */
  readonly campaign: CampaignView | null;
}

/** A plan, a step at a time, back and forth. What is typed is kept until it is saved or given up. */
export function CampaignWizard({ campaignId, campaign }: CampaignWizardProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const { currency, zone, cutoverMinutes } = useStoreFacts();
  const places = minorDigits(currency);
  const [today] = useState(() => businessDate(Date.now(), { zone, cutoverMinutes }));
  const saved = campaign ? draftOf(campaign.terms, places) : blankPlan(today);
  const [kept] = useState(() => keptPlans.of(campaignId));
  const [draft, setDraft] = useState<CampaignDraft>(kept?.draft ?? saved);
  const [step, setStep] = useState<Step>(kept?.step ?? 'goal');
  const [tried, setTried] = useState<ReadonlySet<Step>>(new Set());
  const [leaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const basedOn = kept?.basedOn ?? campaign?.version ?? 0;
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);
  keptPlans.useKeep({ id: campaignId, basedOn, step, draft }, isDirty);
  const save = useMutation(trpc.campaigns.save.mutationOptions());
  const { terms, wrong } = readPlan(draft, places);
  const at = STEPS.indexOf(step);

  // Every step begins with its first field, and after a refused attempt with what is wrong.
  useEffect(() => {
    const isTried = tried.has(step);
    const first = '[aria-invalid="true"], [data-wrong] input';
    const found = isTried ? form.current?.querySelector<HTMLElement>(first) : null;
    const section = form.current?.querySelector<HTMLElement>('[data-step]');
    (found ?? section?.querySelector<HTMLElement>('[data-first]') ?? section)?.focus();
  }, [step, tried]);

  const change = (changes: Partial<CampaignDraft>) => {
    save.reset();
    setDraft((before) => ({ ...before, ...changes }));
  };
  const go = (to: Step | undefined) => to && setStep(to);
  const next = () => {
    if (wrongIn(step, wrong).length > 0) setTried((before) => new Set([...before, step]));
    else go(STEPS[at + 1]);
  };
  const submit = async () => {
    if (save.isPending) return;
    if (!terms) {
      setTried(new Set(STEPS));
      return go(STEPS.find((each) => wrongIn(each, wrong).length > 0));
    }
    const view = await save.mutateAsync({ campaignId, basedOn, terms }).catch(() => null);
    if (!view) return;
    queries.setQueryData(trpc.campaigns.get.queryKey({ campaignId }), view);
    keptPlans.forget(campaignId);
    await navigate({ to: '/campaigns/$campaignId', params: { campaignId }, replace: true });
    notifications.show({ message: t('campaigns.wizard.savedDraft', { name: view.terms.name }) });
  };
  const leave = () => {
    keptPlans.forget(campaignId);
    if (campaign) void navigate({ to: '/campaigns/$campaignId', params: { campaignId }, replace: true });
    else void navigate({ to: '/campaigns' });
  };
  const begin = () => {
    setDraft(saved);
    setStep('goal');
    setTried(new Set());
    keptPlans.forget(campaignId);
  };
  useShortcuts(t('campaigns.wizard.label'), [
    { keys: 'Ctrl+Enter', label: t('campaigns.wizard.save'), run: () => void submit() },
    { keys: 'Alt+B', label: t('campaigns.wizard.back'), run: () => go(STEPS[at - 1]), when: at > 0 },
    { keys: 'Escape', label: t('actions.back'), run: () => (isDirty ? setLeaving(true) : leave()) },
  ]);
  const failure = save.error ? errorWords(save.error) : null;
  const isLast = step === 'review';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isLast) void submit();
    else next();
  };
  return (
    <Page
      fill
      title={campaign?.terms.name ?? t('campaigns.wizard.newTitle')}
      actions={
        <KeyButton keys="Ctrl+Enter" h={36} variant="default" loading={save.isPending} onClick={() => void submit()}>
          {t('campaigns.wizard.save')}
        </KeyButton>
      }
    >
      <div className={classes.wizard}>
        <nav aria-label={t('campaigns.wizard.steps')}>
          <ol className={classes.steps}>
            {STEPS.map((each, index) => {
              const isWrong = tried.has(each) && wrongIn(each, wrong).length > 0;
              return (
                <li key={each}>
                  <button
                    type="button"
                    className={classes.step}
                    aria-current={each === step ? 'step' : undefined}
                    data-wrong={isWrong || undefined}
                    onClick={() => setStep(each)}
                  >
                    <span className={classes.number} aria-hidden>
                      {index < at && !isWrong ? <IconCheck size={14} stroke={2} /> : index + 1}
                    </span>
                    {t(`campaigns.wizard.step.${each}`)}
                  </button>
                </li>
              );
            })}
          </ol>
        </nav>
        <form
          ref={form}
          className={classes.form}
          aria-label={t('campaigns.wizard.label')}
          noValidate
          onSubmit={onSubmit}
        >
          {kept && isDirty && (
            <p className={classes.notice} role="status">
              {t('campaigns.wizard.restored')}
              <Button variant="subtle" size="compact-sm" onClick={begin}>
                {t('campaigns.wizard.forget')}
              </Button>
            </p>
          )}
          <FormFailure failure={failure} />
          <section
            key={step}
            tabIndex={-1}
            className={classes.stack}
            data-step={step}
            aria-label={t(`campaigns.wizard.step.${step}`)}
          >
            <StepFields step={step} draft={draft} onChange={change} wrong={isLast || tried.has(step) ? wrong : []} />
          </section>
          <div className={classes.feet}>
            <Button variant="default" disabled={at === 0} aria-keyshortcuts="Alt+B" onClick={() => go(STEPS[at - 1])}>
              {t('campaigns.wizard.back')}
            </Button>
            <Button type="submit" loading={isLast && save.isPending}>
              {t(isLast ? 'campaigns.wizard.save' : 'campaigns.wizard.next')}
            </Button>
          </div>
        </form>
      </div>
      <LeaveDialog opened={leaving} onLeave={leave} onStay={() => setLeaving(false)} />
    </Page>
  );
}
