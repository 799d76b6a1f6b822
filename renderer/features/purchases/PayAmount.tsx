import { Button, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalText } from '../../lib/decimal-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './PayAmount.module.css';
import { likelyNotes, type PayKind, type Standing } from './payment.ts';

interface PayAmountProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly kind: PayKind;
  readonly text: string;
  readonly leftMinor: number;
  readonly digits: number;
  readonly standing: Standing;
  readonly onText: (text: string) => void;
}

/** The amount, exact unless something is typed; for cash the likely notes, and the change. */
export function PayAmount({ input, kind, text, leftMinor, digits, standing, onText }: PayAmountProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const cash = kind === 'cash';
  const wrong = text !== '' && (standing.kind === 'unreadable' || standing.kind === 'over');
  const words = () => {
    if (standing.kind === 'unreadable') return t('purchases.pay.unreadable');
    if (standing.kind === 'over') return t('purchases.pay.over', { over: format.money(standing.overMinor) });
    if (standing.kind === 'part') return t('purchases.pay.missing', { missing: format.money(standing.missingMinor) });
    return t('purchases.pay.exact', { amount: format.money(leftMinor) });
  };
  const changeMinor = standing.kind === 'covers' ? standing.changeMinor : 0;
  return (
    <div className={classes.row}>
      <div className={classes.entry}>
        <TextInput
          ref={input}
          className={classes.amount}
          label={t(cash ? 'purchases.pay.received' : 'purchases.pay.amount')}
          placeholder={decimalText(leftMinor, digits, true)}
          inputMode="decimal"
          autoComplete="off"
          maxLength={13}
          value={text}
          aria-invalid={wrong}
          aria-describedby="pay-standing"
          onChange={(event) => onText(event.currentTarget.value)}
        />
        {cash && (
          <fieldset className={classes.notes} aria-label={t('purchases.pay.notes')}>
            {likelyNotes(leftMinor, digits).map((minor) => (
              <Button key={minor} variant="default" h={44} px="md" onClick={() => onText(decimalText(minor, digits))}>
                {decimalText(minor, digits)}
              </Button>
            ))}
          </fieldset>
        )}
      </div>
      <p id="pay-standing" role="status" className={classes.standing} data-wrong={wrong || undefined}>
        {cash && changeMinor > 0 ? (
          <>
            <span>{t('purchases.pay.change')}</span>
            <span className={classes.change}>{format.money(changeMinor)}</span>
          </>
        ) : (
          words()
        )}
      </p>
    </div>
  );
}
