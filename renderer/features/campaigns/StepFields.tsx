import { Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CAMPAIGN_GOALS } from '../../../shared/campaigns/campaign.ts';
import { useTRPC } from '../../lib/api.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { AudiencePower } from './AudiencePower.tsx';
import { AudienceStep } from './AudienceStep.tsx';
import { ChannelsStep } from './ChannelsStep.tsx';
import type { CampaignDraft, Step, WrongField } from './campaign-draft.ts';
import classes from './campaigns.module.css';
import { PlanFacts } from './PlanFacts.tsx';

interface StepProps {
  readonly draft: CampaignDraft;
  readonly onChange: (changes: Partial<CampaignDraft>) => void;
  /** What is wrong and to be said. */
  readonly wrong: readonly WrongField[];
}

/** The fields of one step. */
export function StepFields({ step, ...props }: StepProps & { readonly step: Step }) {
  switch (step) {
    case 'goal':
      return <GoalStep {...props} />;
    case 'audience':
      return <AudienceStep {...props} />;
    case 'offer':
      return <OfferStep {...props} />;
    case 'budget':
      return <BudgetStep {...props} />;
    case 'channels':
      return <ChannelsStep {...props} />;
    case 'control':
      return <ControlStep {...props} />;
    case 'review':
      return <ReviewStep {...props} />;
  }
}

type TextField = 'name' | 'rise' | 'budget' | 'otherCost' | 'from' | 'until' | 'control';

function useField({ draft, onChange, wrong }: StepProps) {
  const { t } = useTranslation();
  return (name: TextField) => ({
    label: t(`campaigns.wizard.${name}`),
    value: draft[name],
    error: wrong.includes(name) ? t(`campaigns.wizard.wrong.${name}`) : undefined,
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
}

function GoalStep(props: StepProps) {
  const { t } = useTranslation();
  const field = useField(props);
  return (
    <>
      <TextInput {...field('name')} description={t('campaigns.wizard.nameHelp')} maxLength={60} data-first />
      <Radio.Group
        label={t('campaigns.wizard.goal')}
        value={props.draft.goal}
        onChange={(goal) => props.onChange({ goal: goal as CampaignDraft['goal'] })}
      >
        <Stack gap="xs" mt="xs">
          {CAMPAIGN_GOALS.map((goal) => (
            <Radio key={goal} value={goal} label={t(`campaigns.goal.${goal}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        {...field('rise')}
        className={classes.short ?? ''}
        description={t('campaigns.wizard.riseHelp')}
        inputMode="numeric"
        maxLength={3}
      />
    </>
  );
}

function OfferStep({ draft, onChange, wrong }: StepProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const found = useQuery(trpc.offers.list.queryOptions({ state: 'draft', offset: 0, limit: 200 }));
  const offers = (found.data?.rows ?? []).filter(({ isOwn }) => isOwn);
  const first = useRef<HTMLInputElement>(null);
  const isRead = found.data !== undefined;
  // The step has the focus from its start on; what it offers comes after.
  useEffect(() => {
    if (isRead && document.activeElement === first.current?.closest('[data-step]')) first.current?.focus();
  }, [isRead]);
  if (found.data && offers.length === 0)
    return (
      <EmptyState
        title={t('campaigns.wizard.noOffers')}
        action={
          <Button variant="default" data-first onClick={() => void navigate({ to: '/promotions' })}>
            {t('campaigns.wizard.openPromotions')}
          </Button>
        }
      />
    );
  return (
    <Checkbox.Group
      label={t('campaigns.wizard.offers')}
      description={t('campaigns.wizard.offersHelp')}
      value={draft.offerIds}
      error={wrong.includes('offerIds') ? t('campaigns.wizard.wrong.offerIds') : undefined}
      data-wrong={wrong.includes('offerIds') || undefined}
      onChange={(chosen) =>
        onChange({ offerIds: offers.flatMap(({ offerId }) => (chosen.includes(offerId) ? [offerId] : [])).slice(0, 5) })
      }
    >
      <Stack gap="xs" mt="xs">
        {offers.map(({ offerId, terms }, index) => (
          <Checkbox
            key={offerId}
            value={offerId}
            label={terms.name}
            {...(index === 0 ? { ref: first, 'data-first': true } : {})}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function BudgetStep(props: StepProps) {
  const { t } = useTranslation();
  const field = useField(props);
  const money = { inputMode: 'decimal', maxLength: 14 } as const;
  return (
    <>
      <div className={classes.pair}>
        <TextInput {...field('budget')} {...money} description={t('campaigns.wizard.budgetHelp')} data-first />
        <TextInput {...field('otherCost')} {...money} description={t('campaigns.wizard.otherCostHelp')} />
      </div>
      <div className={classes.pair}>
        <TextInput {...field('from')} type="date" />
        <TextInput {...field('until')} type="date" />
      </div>
    </>
  );
}

function ControlStep(props: StepProps) {
  const { t } = useTranslation();
  const field = useField(props);
  return (
    <>
      <TextInput
        {...field('control')}
        className={classes.short ?? ''}
        description={t('campaigns.wizard.controlHelp')}
        inputMode="decimal"
        maxLength={5}
        data-first
      />
      <AudiencePower draft={props.draft} />
    </>
  );
}

function ReviewStep({ draft, wrong }: StepProps) {
  const { t } = useTranslation();
  return (
    <>
      <PlanFacts draft={draft} />
      {wrong.length === 0 ? (
        <p className={classes.soft}>{t('campaigns.wizard.review.ready')}</p>
      ) : (
        <div role="alert" className={classes.failure}>
          <p>{t('campaigns.wizard.review.missing')}</p>
          <ul>
            {wrong.map((field) => (
              <li key={field}>{t(`campaigns.wizard.wrong.${field}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <AudiencePower draft={draft} />
    </>
  );
}
