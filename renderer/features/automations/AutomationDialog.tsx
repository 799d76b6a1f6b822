import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OCCASION_KINDS, type OccasionKind } from '../../../shared/automations/automation.ts';
import type { AutomationView } from '../../../shared/contract/automations.contract.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { useTRPC } from '../../lib/api.ts';
import { minorDigits } from '../../lib/format.ts';
import { newId } from '../../lib/new-id.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { type FormState, useForm } from '../../ui/form/use-form.ts';
import {
  type AutomationDraft,
  type AutomationProblem,
  blankDraft,
  DAYS_OF,
  draftOf,
  MOST,
  ofKind,
  readAutomation,
} from './automation-draft.ts';
import classes from './automations.module.css';
import { Upcoming } from './Upcoming.tsx';

interface AutomationDialogProps {
  /** Null for a new one. */
  readonly automation: AutomationView | null;
  readonly onSaved: (automation: AutomationView) => void;
  readonly onClose: () => void;
}

/** What an automation answers and what it gives, with whom it would meet beside it. */
export function AutomationDialog(props: AutomationDialogProps) {
  const { t } = useTranslation();
  const title = t(props.automation ? 'automations.editTitle' : 'automations.add');
  return (
    <Dialog opened onClose={props.onClose} title={title} size={1040} escCloses={false}>
      <AutomationForm {...props} title={title} />
    </Dialog>
  );
}

function AutomationForm({ automation, onSaved, onClose, title }: AutomationDialogProps & { readonly title: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const { zone, cutoverMinutes, currency } = useStoreFacts();
  const digits = minorDigits(currency);
  const [before] = useState(automation);
  const [automationId] = useState(() => before?.automationId ?? newId<'automation'>());
  const save = useMutation(trpc.automations.save.mutationOptions());
  const hasMet = before !== null && before.treated + before.control > 0;

  const [today] = useState(() => businessDate(Date.now(), { zone, cutoverMinutes }));
  const between = (least: number, most: number) =>
    t('automations.wrong.between', { least: format.count(least), most: format.count(most) });
  const wordsOf = (field: AutomationProblem, { kind, templateId, couponKindId, points }: AutomationDraft): string => {
    switch (field) {
      case 'name':
        return t('form.required');
      case 'days':
        return kind === 'tier-change' ? '' : between(DAYS_OF[kind].least, DAYS_OF[kind].most);
      case 'leastPoints':
        return between(1, MOST.leastPoints);
      case 'least':
        return t('automations.wrong.least');
      case 'mostAMonth':
        return between(1, MOST.mostAMonth);
      case 'points':
        return templateId === null && couponKindId === null && points.trim() === '0'
          ? t('automations.wrong.nothing')
          : between(0, MOST.points);
      case 'control':
        return t('automations.wrong.control');
      case 'rest':
        return between(0, MOST.rest);
      case 'measured':
        return between(1, MOST.measured);
      case 'from':
        return t('automations.wrong.from');
      case 'until':
        return t('automations.wrong.until');
    }
  };
  const form = useForm<AutomationDraft>({
    initial: before ? draftOf(before.terms, digits) : blankDraft(today),
    check: (draft) => {
      const read = readAutomation(draft, digits);
      return read.ok ? {} : Object.fromEntries(read.wrong.map((field) => [field, wordsOf(field, draft)]));
    },
    save: async (draft) => {
      const read = readAutomation(draft, digits);
      if (!read.ok) return;
      const saved = await save.mutateAsync({ automationId, basedOn: before?.version ?? 0, terms: read.terms });
      onClose();
      onSaved(saved);
    },
    refusalFields: {
      'automation-audience-removed': 'audienceId',
      'automation-template-unfit': 'templateId',
      'automation-coupon-unfit': 'couponKindId',
      'automation-begun': 'control',
    },
  });
  const asked = readAutomation({ ...form.values, name: '-' }, digits);
  return (
    <Form form={form} label={title} onLeave={onClose}>
      <div className={classes.editor}>
        <div className={classes.fields}>
          <TextInput
            label={t('automations.form.name')}
            maxLength={60}
            autoComplete="off"
            data-autofocus
            {...form.field('name')}
          />
          <OccasionFields form={form} isFixed={hasMet} />
          <GivesFields form={form} />
          <div className={classes.three}>
            {form.values.kind !== 'referral' && (
              <TextInput
                label={t('automations.form.control')}
                description={t(hasMet ? 'automations.form.controlFixed' : 'automations.form.controlHelp')}
                inputMode="decimal"
                autoComplete="off"
                disabled={hasMet}
                {...form.field('control')}
              />
            )}
            <TextInput
              label={t('automations.form.rest')}
              description={t('automations.form.restHelp')}
              inputMode="numeric"
              autoComplete="off"
              {...form.field('rest')}
            />
            <TextInput
              label={t('automations.form.measured')}
              description={t('automations.form.measuredHelp')}
              inputMode="numeric"
              autoComplete="off"
              {...form.field('measured')}
            />
          </div>
          <div className={classes.pair}>
            <TextInput type="date" label={t('automations.form.from')} {...form.field('from')} />
            <TextInput type="date" label={t('automations.form.until')} {...form.field('until')} />
          </div>
        </div>
        <Upcoming automationId={automationId} terms={asked.ok ? asked.terms : null} />
      </div>
      <FormActions form={form} />
    </Form>
  );
}

interface FieldsProps {
  readonly form: FormState<AutomationDraft>;
}

/** When it acts, and for whom. Once it has met somebody, the kind stays. */
function OccasionFields({ form, isFixed }: FieldsProps & { readonly isFixed: boolean }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const audiences = useQuery(trpc.audiences.list.queryOptions({ offset: 0, limit: 200 }));
  const choices = useQuery(trpc.products.choices.queryOptions());
  const { kind } = form.values;
  return (
    <>
      <div className={kind === 'points-expiring' || kind === 'after-purchase' ? classes.three : classes.pair}>
        <Select
          label={t('automations.form.kind')}
          data={OCCASION_KINDS.map((value) => ({ value, label: t(`automations.kind.${value}`) }))}
          allowDeselect={false}
          disabled={isFixed}
          {...form.field('kind')}
          onChange={(next) => next && form.set(ofKind(next as OccasionKind))}
        />
        {kind === 'tier-change' ? (
          <Select
            label={t('automations.form.direction')}
            data={(['up', 'down'] as const).map((value) => ({ value, label: t(`automations.direction.${value}`) }))}
            allowDeselect={false}
            {...form.field('direction')}
          />
        ) : (
          <TextInput
            label={t(`automations.form.days.${kind}`)}
            inputMode="numeric"
            autoComplete="off"
            {...form.field('days')}
          />
        )}
        {kind === 'points-expiring' && (
          <TextInput
            label={t('automations.form.leastPoints')}
            inputMode="numeric"
            autoComplete="off"
            {...form.field('leastPoints')}
          />
        )}
        {kind === 'after-purchase' && (
          <Select
            label={t('automations.form.category')}
            placeholder={t('automations.form.anyCategory')}
            data={(choices.data?.categories ?? []).map(({ value, words }) => ({ value, label: words }))}
            clearable
            {...form.field('categoryId')}
          />
        )}
      </div>
      {kind === 'referral' && <ReferralFields form={form} />}
      <Select
        label={t('automations.form.audience')}
        placeholder={t('automations.form.everybody')}
        data={(audiences.data?.rows ?? []).map(({ audienceId, name }) => ({ value: audienceId, label: name }))}
        clearable
        {...form.field('audienceId')}
      />
    </>
  );
}

/** What a friend has to buy, who is met for it, and how often. */
function ReferralFields({ form }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.three}>
      <TextInput label={t('automations.form.least')} inputMode="decimal" autoComplete="off" {...form.field('least')} />
      <Select
        label={t('automations.form.whom')}
        data={(['both', 'referrer', 'friend'] as const).map((value) => ({
          value,
          label: t(`automations.whom.${value}`),
        }))}
        allowDeselect={false}
        {...form.field('whom')}
      />
      <TextInput
        label={t('automations.form.mostAMonth')}
        inputMode="numeric"
        autoComplete="off"
        {...form.field('mostAMonth')}
      />
    </div>
  );
}

/** What it gives: any of three. */
function GivesFields({ form }: FieldsProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const templates = useQuery(trpc.messages.templates.queryOptions());
  const kinds = useQuery(trpc.coupons.kinds.queryOptions());
  return (
    <fieldset className={classes.gives}>
      <legend>{t('automations.form.gives')}</legend>
      <div className={classes.three}>
        <Select
          label={t('automations.form.template')}
          placeholder={t('automations.form.none')}
          data={(templates.data ?? [])
            .filter(({ purpose }) => purpose === 'marketing')
            .map(({ templateId, name, channel }) => ({
              value: templateId,
              label: `${name} · ${t(`messages.channel.${channel}`)}`,
            }))}
          clearable
          {...form.field('templateId')}
        />
        <Select
          label={t('automations.form.coupon')}
          placeholder={t('automations.form.none')}
          data={(kinds.data ?? [])
            .filter(({ state, kindId }) => state === 'live' || kindId === form.values.couponKindId)
            .map(({ kindId, terms }) => ({ value: kindId, label: terms.name }))}
          clearable
          {...form.field('couponKindId')}
        />
        <TextInput
          label={t('automations.form.points')}
          inputMode="numeric"
          autoComplete="off"
          {...form.field('points')}
        />
      </div>
      <p className={classes.soft}>{t('automations.form.givesHelp')}</p>
    </fieldset>
  );
}
