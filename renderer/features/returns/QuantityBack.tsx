import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { isComposing } from '../../ui/shortcuts/key-match.ts';
import classes from './QuantityBack.module.css';
import { stepped } from './quantity-back.ts';

interface QuantityBackProps {
  readonly name: string;
  readonly unit: ProductRow['unit'];
  readonly most: number;
  readonly text: string;
  readonly wrong: boolean;
  readonly onText: (text: string) => void;
  readonly onAll: () => void;
}

/** From one line's quantity to the next. */
function moveBetweenLines(field: HTMLInputElement, step: number): void {
  const fields = [...(field.closest('table')?.querySelectorAll<HTMLInputElement>('input') ?? [])];
  fields[fields.indexOf(field) + step]?.focus();
}

/** How much of a line comes back: typed, or by + and −. Arrows go to the next line, A takes everything. */
export function QuantityBack({ name, unit, most, text, wrong, onText, onAll }: QuantityBackProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const problemId = useId();
  const step = (direction: 1 | -1) => onText(stepped(text, unit, most, direction));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.currentTarget;
    const act = {
      ArrowDown: () => moveBetweenLines(field, 1),
      ArrowUp: () => moveBetweenLines(field, -1),
      '+': () => step(1),
      '=': () => step(1),
      '-': () => step(-1),
      a: onAll,
      A: onAll,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const button = (direction: 1 | -1) => {
    const Icon = direction === 1 ? IconPlus : IconMinus;
    return (
      <button
        type="button"
        tabIndex={-1}
        className={classes.step}
        aria-label={t(direction === 1 ? 'returns.lines.more' : 'returns.lines.less', { name })}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => step(direction)}
      >
        <Icon size={16} stroke={1.75} aria-hidden />
      </button>
    );
  };
  return (
    <>
      <span className={classes.stepper} data-wrong={wrong || undefined}>
        {button(-1)}
        <input
          className={classes.quantity}
          aria-label={t('returns.lines.quantityOf', { name })}
          aria-invalid={wrong}
          aria-describedby={problemId}
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
          placeholder="0"
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {button(1)}
      </span>
      <span id={problemId} role="status" className={classes.problem}>
        {wrong && t(unit === 'piece' ? 'returns.lines.badWhole' : 'returns.lines.bad', { most: format.quantity(most) })}
      </span>
    </>
  );
}
