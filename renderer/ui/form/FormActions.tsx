import { Button } from '@mantine/core';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Form.module.css';
import { FormFailure } from './FormFailure.tsx';
import { LeaveFormContext } from './leave-form.ts';
import type { FormState } from './use-form.ts';

interface FormActionsProps<Values extends object> {
  readonly form: FormState<Values>;
  readonly save?: string;
}

/** The end of a form: what went wrong as a whole, then leave and save. */
export function FormActions<Values extends object>({ form, save }: FormActionsProps<Values>) {
  const { t } = useTranslation();
  const leave = useContext(LeaveFormContext);
  return (
    <div className={classes.end}>
      <FormFailure failure={form.failure} />
      <div className={classes.actions}>
        {leave && (
          <Button variant="default" onClick={leave}>
            {t('actions.cancel')}
          </Button>
        )}
        <Button type="submit" loading={form.saving}>
          {save ?? t('actions.save')}
        </Button>
      </div>
    </div>
  );
}
