import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TIERS } from '../../../../shared/members/profile.ts';
import { useStoreFacts } from '../../../lib/store-facts.ts';
import type { FormState } from '../../../ui/form/use-form.ts';
import classes from './ProgrammeForm.module.css';
import { EARNING_TENDERS, type ProgrammeDraft } from './programme-draft.ts';

const ROUNDINGS = ['down', 'half-up', 'up'] as const;
const BASES = ['net', 'gross'] as const;

export function EarnFields({ form }: { readonly form: FormState<ProgrammeDraft> }) {
  const { t } = useTranslation();
  const { currency } = useStoreFacts();
  const figure = { inputMode: 'numeric', autoComplete: 'off', maxLength: 12 } as const;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('programme.earn.title')}</legend>
      <div className={classes.row}>
        <TextInput label={t('programme.earn.points')} data-autofocus {...figure} {...form.field('points')} />
        <TextInput
          label={t('programme.earn.per', { currency })}
          {...figure}
          inputMode="decimal"
          {...form.field('per')}
        />
        <Select
          label={t('programme.earn.base')}
          data={BASES.map((value) => ({ value, label: t(`programme.earn.bases.${value}`) }))}
          allowDeselect={false}
          {...form.field('base')}
        />
        <Select
          label={t('programme.earn.rounding')}
          data={ROUNDINGS.map((value) => ({ value, label: t(`programme.earn.roundings.${value}`) }))}
          allowDeselect={false}
          {...form.field('rounding')}
        />
        {TIERS.map((tier) => (
          <TextInput
            key={tier}
            label={t('programme.earn.rate', { tier: t(`members.tier.${tier}`) })}
            {...figure}
            {...form.field(tier)}
          />
        ))}
        <TextInput label={t('programme.earn.pendingDays')} {...figure} {...form.field('pendingDays')} />
        <div className={classes.checks}>
          <Checkbox
            label={t('programme.earn.pointsPaid')}
            checked={form.values.pointsPaidEarns}
            onChange={(event) => form.set({ pointsPaidEarns: event.currentTarget.checked })}
          />
        </div>
        <Checkbox.Group
          className={classes.wide ?? ''}
          label={t('programme.earn.tendersWithout')}
          value={[...form.values.withoutEarning]}
          onChange={(kinds) => form.set({ withoutEarning: EARNING_TENDERS.filter((kind) => kinds.includes(kind)) })}
        >
          <div className={classes.tenders}>
            {EARNING_TENDERS.map((kind) => (
              <Checkbox key={kind} value={kind} label={t(`purchases.tender.${kind}`)} />
            ))}
          </div>
        </Checkbox.Group>
      </div>
    </fieldset>
  );
}
