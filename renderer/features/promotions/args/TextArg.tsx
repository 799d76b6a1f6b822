import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldKind } from '../../../../shared/promotions/terms.ts';
import { useStoreFacts } from '../../../lib/store-facts.ts';
import type { ArgFieldProps } from './ArgField.tsx';
import classes from './args.module.css';

/** What stands behind the figure. */
function useUnit(kind: FieldKind): string | null {
  const { currency } = useStoreFacts();
  if (kind === 'percent') return '%';
  return kind === 'money' ? currency : null;
}

const NUMBERS: readonly FieldKind[] = ['percent', 'points', 'pieces'];

/** An argument that is typed: figures, amounts, times. */
export function TextArg({ kind, label, optional, draft, error, onChange }: ArgFieldProps<string>) {
  const { t } = useTranslation();
  const unit = useUnit(kind);
  const isMoment = kind === 'local-time';
  return (
    <TextInput
      className={isMoment ? classes.moment : classes.figure}
      label={label}
      type={isMoment ? 'datetime-local' : 'text'}
      inputMode={NUMBERS.includes(kind) ? 'numeric' : 'decimal'}
      autoComplete="off"
      maxLength={16}
      placeholder={optional ? t('promotions.form.optional') : ''}
      rightSection={unit && <span className={classes.unit}>{unit}</span>}
      rightSectionWidth={unit ? 12 + unit.length * 10 : 0}
      rightSectionPointerEvents="none"
      value={draft}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
