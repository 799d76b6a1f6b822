import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BIRTHDAY_SPANS } from '../../../../shared/promotions/conditions/birthday.ts';
import { REPEATS } from '../arg-kinds.ts';
import type { ArgFieldProps } from './ArgField.tsx';
import classes from './args.module.css';

/** One of a few. */
export function ChoiceArg({ kind, label, draft, error, onChange }: ArgFieldProps<string>) {
  const { t } = useTranslation();
  const choices = kind === 'each-or-once' ? REPEATS : BIRTHDAY_SPANS;
  return (
    <Select
      className={classes.choice ?? ''}
      label={label}
      data={choices.map((value) => ({ value, label: t(`promotions.choice.${value}`) }))}
      value={draft}
      error={error}
      onChange={(next) => next && onChange(next)}
    />
  );
}
