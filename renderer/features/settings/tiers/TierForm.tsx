import { Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TIERS } from '../../../../shared/members/profile.ts';
import type { Programme } from '../../../../shared/points/programme.ts';
import { REACHED_TIERS, TIER_BASES } from '../../../../shared/tiers/ladder.ts';
import { useTRPC } from '../../../lib/api.ts';
import { minorDigits } from '../../../lib/format.ts';
import { ladderSentences } from '../../../lib/ladder-words.ts';
import { useStoreFacts } from '../../../lib/store-facts.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import classes from '../programme/ProgrammeForm.module.css';
import { checkLadder, draftOf, type LadderDraft, ladderOf } from './ladder-draft.ts';

const WINDOWS = ['rolling', 'calendar-year', 'since-enrolment'] as const;

interface TierFormProps {
  readonly programme: Programme;
  readonly onClose: () => void;
}

/** The ladder of tiers, with what it says in sentences, written anew with every change. */
export function TierForm({ programme, onClose }: TierFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const { currency } = useStoreFacts();
  const places = minorDigits(currency);
  // The version that the form began with, whatever is put in force meanwhile.
  const [before] = useState(programme);
  const save = useMutation(trpc.programme.save.mutationOptions());
  const problemsOf = (draft: LadderDraft) => checkLadder(draft, places, t);
  const form = useForm<LadderDraft>({
    initial: draftOf(before.tiers, places),
    check: problemsOf,
    save: async (draft) => {
      const { version: basedOn, earn, redeem, expiry } = before;
      const terms = { basedOn, earn, redeem, expiry, tiers: ladderOf(draft, places) };
      const { version } = await save.mutateAsync(terms as Parameters<typeof save.mutateAsync>[0]);
      notifications.show({ message: t('programme.saved', { version }) });
      onClose();
    },
  });
  const { values } = form;
  const figure = { inputMode: 'numeric', autoComplete: 'off', maxLength: 12 } as const;
  const isWhole = Object.keys(problemsOf(values)).length === 0;
  const ladder = isWhole ? ladderOf(values, places) : null;
  return (
    <Form form={form} label={t('tiers.editTitle')} onLeave={onClose}>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('tiers.how')}</legend>
        <div className={classes.row}>
          <Select
            label={t('tiers.basis')}
            data={TIER_BASES.map((value) => ({ value, label: t(`tiers.bases.${value}`) }))}
            allowDeselect={false}
            data-autofocus
            {...form.field('basis')}
          />
          <Select
            label={t('tiers.window')}
            data={WINDOWS.map((value) => ({ value, label: t(`tiers.windows.${value}`) }))}
            allowDeselect={false}
            {...form.field('window')}
          />
          {values.window === 'rolling' && (
            <TextInput label={t('tiers.months')} {...figure} maxLength={2} {...form.field('months')} />
          )}
          {values.window !== 'since-enrolment' && (
            <TextInput label={t('tiers.graceDays')} {...figure} maxLength={3} {...form.field('graceDays')} />
          )}
        </div>
      </fieldset>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('tiers.ladder')}</legend>
        <div className={classes.row}>
          {TIERS.map((tier) => (
            <TextInput
              key={tier}
              label={t('tiers.name', { tier: t(`members.tier.${tier}`) })}
              placeholder={t(`members.tier.${tier}`)}
              autoComplete="off"
              maxLength={16}
              {...form.field(`${tier}Name`)}
            />
          ))}
          <span />
          {REACHED_TIERS.map((tier) => (
            <TextInput
              key={tier}
              label={t('tiers.threshold', {
                tier: values[`${tier}Name`].trim() || t(`members.tier.${tier}`),
                unit: values.basis === 'spend' ? currency : t(`tiers.units.${values.basis}`),
              })}
              placeholder={t('tiers.byHand')}
              {...figure}
              inputMode="decimal"
              {...form.field(`${tier}Threshold`)}
            />
          ))}
          {TIERS.map((tier) => (
            <TextInput
              key={tier}
              label={t('tiers.gift', { tier: values[`${tier}Name`].trim() || t(`members.tier.${tier}`) })}
              {...figure}
              maxLength={7}
              {...form.field(`${tier}Gift`)}
            />
          ))}
        </div>
      </fieldset>
      <div className={classes.example} role="status" aria-label={t('tiers.inWords')}>
        <p className={classes.exampleTitle}>{t('tiers.inWords')}</p>
        {ladder ? (
          ladderSentences(ladder, (tier) => ladder.names[tier] || t(`members.tier.${tier}`), t, format).map(
            (sentence) => <p key={sentence}>{sentence}</p>,
          )
        ) : (
          <p>{t('programme.example.incomplete')}</p>
        )}
      </div>
      <FormActions form={form} save={t('programme.save')} />
    </Form>
  );
}
