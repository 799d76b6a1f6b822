import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { isComposing } from '../../ui/shortcuts/key-match.ts';
import { type BasketAct, type BasketLine, quantityStep } from './basket.ts';
import classes from './QuantityStepper.module.css';
import { readQuantity } from './quantity-text.ts';

interface QuantityStepperProps {
  readonly line: BasketLine;
  readonly act: (act: BasketAct) => void;
  readonly onDone: () => void;
}

/** A line's quantity: fewer, as typed, more. Enter takes what was typed, Esc leaves it as it was. */
export function QuantityStepper({ line, act, onDone }: QuantityStepperProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState<string | null>(null);
  const { lineId, unit, quantityThousandths } = line;
  const set = (thousandths: number) => act({ kind: 'quantity', lineId, quantityThousandths: thousandths });
  const commit = () => {
    const typed = text === null ? null : readQuantity(text, unit);
    setText(null);
    if (typed !== null) set(typed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent) || !/^(Enter|Escape)$/.test(event.key)) return;
    event.preventDefault();
    if (event.key === 'Enter') commit();
    else setText(null);
    onDone();
  };
  const step = (by: number, label: string, icon: typeof IconPlus) => {
    const Icon = icon;
    return (
      <button
        type="button"
        className={classes.step}
        aria-label={label}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => set(quantityThousandths + by)}
      >
        <Icon size={16} stroke={1.75} aria-hidden />
      </button>
    );
  };
  return (
    <span className={classes.stepper}>
      {step(-quantityStep(unit), t('purchases.basket.less'), IconMinus)}
      <input
        className={classes.quantity}
        aria-label={t('purchases.basket.quantityOf', { name: line.name })}
        inputMode="decimal"
        autoComplete="off"
        maxLength={10}
        value={text ?? format.quantity(quantityThousandths)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={commit}
      />
      {step(quantityStep(unit), t('purchases.basket.more'), IconPlus)}
    </span>
  );
}
