import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormState } from '../../../ui/form/use-form.ts';
import classes from './ProgrammeForm.module.css';
import type { ProgrammeDraft } from './programme-draft.ts';

const KINDS = ['months-after-earning', 'end-of-month', 'end-of-quarter', 'end-of-year', 'fixed-date', 'never'] as const;

/** When points end, and the one figure that the chosen way needs. */
export function ExpiryFields({ form }: { readonly form: FormState<ProgrammeDraft> }) {
  const { t } = useTranslation();
  const figure = { inputMode: 'numeric', autoComplete: 'off', maxLength: 3 } as const;
  const { expiry } = form.values;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('programme.expiry.title')}</legend>
      <div className={classes.row} data-columns="3">
        <Select
          label={t('programme.expiry.kind')}
          className={expiry === 'never' ? (classes.wide ?? '') : (classes.two ?? '')}
          data={KINDS.map((value) => ({ value, label: t(`programme.expiry.kinds.${value}`) }))}
          allowDeselect={false}
          {...form.field('expiry')}
        />
        {expiry === 'months-after-earning' && (
          <TextInput label={t('programme.expiry.months')} {...figure} {...form.field('months')} />
        )}
        {expiry === 'end-of-month' && (
          <TextInput label={t('programme.expiry.endMonths')} {...figure} {...form.field('endMonths')} />
        )}
        {expiry === 'end-of-quarter' && (
          <TextInput label={t('programme.expiry.quarters')} {...figure} {...form.field('quarters')} />
        )}
        {expiry === 'end-of-year' && (
          <TextInput label={t('programme.expiry.years')} {...figure} {...form.field('years')} />
        )}
        {expiry === 'fixed-date' && (
          <TextInput
            label={t('programme.expiry.lastDate')}
            placeholder="2027-12-31"
            autoComplete="off"
            maxLength={10}
            {...form.field('lastDate')}
          />
        )}
      </div>
    </fieldset>
  );
}
