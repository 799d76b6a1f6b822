import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStoreFacts } from '../../../lib/store-facts.ts';
import type { FormState } from '../../../ui/form/use-form.ts';
import classes from './ProgrammeForm.module.css';
import type { ProgrammeDraft } from './programme-draft.ts';

export function RedeemFields({ form }: { readonly form: FormState<ProgrammeDraft> }) {
  const { t } = useTranslation();
  const { currency } = useStoreFacts();
  const figure = { inputMode: 'numeric', autoComplete: 'off', maxLength: 12 } as const;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('programme.redeem.title')}</legend>
      <div className={classes.row} data-columns="3">
        <TextInput label={t('programme.redeem.stepPoints')} {...figure} {...form.field('stepPoints')} />
        <TextInput
          label={t('programme.redeem.stepMoney', { currency })}
          {...figure}
          inputMode="decimal"
          {...form.field('stepMoney')}
        />
        <TextInput label={t('programme.redeem.maxPercent')} {...figure} {...form.field('maxPercent')} />
      </div>
    </fieldset>
  );
}
