import { type KeyboardEvent, type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../shortcuts/key-match.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import classes from './Form.module.css';
import { LeaveDialog } from './LeaveDialog.tsx';
import { LeaveFormContext } from './leave-form.ts';
import type { FormState } from './use-form.ts';

interface FormProps<Values extends object> {
  readonly form: FormState<Values>;
  readonly label: string;
  /** Esc and the leave button come here; asked first only if something would be lost. */
  readonly onLeave?: () => void;
  readonly children: ReactNode;
}

/** An Enter that picks a word in an input method must not send the form. */
function keepComposing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
}

/** A form that Enter saves and Esc leaves. An Enter that belongs to an input method never saves. */
export function Form<Values extends object>({ form, label, onLeave, children }: FormProps<Values>) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { element, dirty, submit } = form;
  const leave = () => (dirty ? setAsking(true) : onLeave?.());
  useShortcuts(label, [{ keys: 'Escape', label: t('form.leaveKey'), run: leave, when: onLeave !== undefined }]);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form
      ref={element}
      aria-label={label}
      className={classes.form}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={keepComposing}
    >
      <LeaveFormContext value={onLeave ? leave : null}>{children}</LeaveFormContext>
      <LeaveDialog opened={asking} onLeave={() => onLeave?.()} onStay={() => setAsking(false)} />
    </form>
  );
}
