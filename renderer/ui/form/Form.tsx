import { type KeyboardEvent, type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { isComposing } from '../shortcuts/key-match.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import classes from './Form.module.css';
import { LeaveFormContext } from './leave-form.ts';
import type { FormState } from './use-form.ts';

interface FormProps<Values extends object> {
  readonly form: FormState<Values>;
  readonly label: string;
  /** Esc and the leave button come here; asked first only if something would be lost. */
  readonly onLeave?: () => void;
  readonly children: ReactNode;
}

/** A form that Enter saves and Esc leaves. An Enter that belongs to an input method never saves. */
export function Form<Values extends object>({ form, label, onLeave, children }: FormProps<Values>) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const leave = () => (form.dirty ? setAsking(true) : onLeave?.());
  useShortcuts(label, [{ keys: 'Escape', label: t('form.leaveKey'), run: leave, when: onLeave !== undefined }]);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void form.submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
  };
  return (
    <form
      ref={form.element}
      aria-label={label}
      className={classes.form}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
    >
      <LeaveFormContext value={onLeave ? leave : null}>{children}</LeaveFormContext>
      <ConfirmDialog
        opened={asking}
        title={t('form.leaveTitle')}
        body={t('form.leaveBody')}
        confirm={t('actions.leave')}
        cancel={t('actions.stay')}
        danger
        onConfirm={() => onLeave?.()}
        onCancel={() => setAsking(false)}
      />
    </form>
  );
}
