import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '../../lib/format.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './CashField.module.css';
import { badPieces, type CashCount, facesOf, withPieces, withSum } from './cash-count.ts';

interface CashFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly count: CashCount;
  readonly onCount: (count: CashCount) => void;
}

/** Cash counted: the sum typed, or how many of each note and coin. */
export function CashField({ label, help, error, count, onCount }: CashFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = useStoreFacts();
  const digits = minorDigits(currency);
  return (
    <div className={classes.cash}>
      <TextInput
        className={classes.sum}
        label={label}
        description={help}
        error={error}
        inputMode="decimal"
        autoComplete="off"
        maxLength={13}
        placeholder={format.amount(0)}
        data-autofocus
        value={count.sum}
        onChange={(event) => onCount(withSum(event.currentTarget.value))}
      />
      <fieldset className={classes.faces}>
        <legend className={classes.legend}>{t('shifts.count.notes')}</legend>
        <p className={classes.help}>{t('shifts.count.notesHelp')}</p>
        {facesOf(currency).map((face) => {
          const text = count.pieces[face] ?? '';
          return (
            <label key={face} className={classes.face}>
              <span className={classes.value}>{format.money(face)}</span>
              <span aria-hidden>×</span>
              <input
                className={classes.pieces}
                aria-label={t('shifts.count.pieces', { value: format.money(face) })}
                aria-invalid={badPieces(text)}
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                placeholder="0"
                value={text}
                onChange={(event) => onCount(withPieces(count, face, event.currentTarget.value, digits))}
              />
            </label>
          );
        })}
      </fieldset>
    </div>
  );
}
