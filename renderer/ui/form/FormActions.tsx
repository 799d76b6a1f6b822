import { Button } from '@mantine/core';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { SupportDetails } from '../states/SupportDetails.tsx';
import classes from './Form.module.css';
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
      {form.failure && (
        <div role="alert" className={classes.failure}>
          <p>{form.failure.text}</p>
          <SupportDetails text={form.failure.details} />
        </div>
      )}
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
