import { IconBackspace } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PinPad.module.css';

interface PinPadProps {
  readonly disabled: boolean;
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
  /** The button in the lower right corner. */
  readonly enter: ReactNode;
}

/** Digits for fingers. A touch leaves the focus in the PIN field, so that keyboard and pad mix freely. */
export function PinPad({ disabled, onDigit, onErase, enter }: PinPadProps) {
  const { t } = useTranslation();
  const key = (digit: string) => (
    <button
      key={digit}
      type="button"
      className={classes.key}
      disabled={disabled}
      tabIndex={-1}
      aria-label={t('staff.signIn.digit', { digit })}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onDigit(digit)}
    >
      {digit}
    </button>
  );
  return (
    <fieldset className={classes.pad} aria-label={t('staff.signIn.pad')}>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(key)}
      <button
        type="button"
        className={classes.key}
        disabled={disabled}
        tabIndex={-1}
        aria-label={t('staff.signIn.erase')}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onErase}
      >
        <IconBackspace size={22} stroke={1.5} aria-hidden />
      </button>
      {key('0')}
      {enter}
    </fieldset>
  );
}
