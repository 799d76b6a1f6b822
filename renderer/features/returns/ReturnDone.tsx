import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ReceiptActions } from '../../ui/receipt/ReceiptActions.tsx';
import { ReceiptView } from '../../ui/receipt/ReceiptView.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { PaidOut } from './PaidOut.tsx';
import classes from './ReturnDone.module.css';

interface ReturnDoneProps {
  readonly receipt: Receipt;
  /** It had gone through before, and its answer was lost. */
  readonly known: boolean;
  readonly onNext: () => void;
  readonly onTill: () => void;
}

/** After the return: the money to hand out, the points, and the receipt. Enter begins another, Esc goes to the till. */
export function ReturnDone({ receipt, known, onNext, onTill }: ReturnDoneProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  useShortcuts(t('returns.done.title'), [
    { keys: 'Enter', label: t('returns.done.next'), run: onNext, bar: true },
    { keys: 'Escape', label: t('returns.done.till'), run: onTill, bar: true },
  ]);
  return (
    <div className={classes.sides}>
      <section className={classes.done} aria-label={t('returns.done.title')}>
        <h2 className={classes.title}>
          <IconCircleCheck size={24} stroke={1.75} aria-hidden />
          {t('returns.done.title')}
        </h2>
        {known && (
          <p role="status" className={classes.known}>
            {t('returns.refund.already')}
          </p>
        )}
        <PaidOut receipt={receipt} label={t('returns.done.payOut')} />
        {receipt.member && receipt.balanceAfter !== null && (
          <p className={classes.points}>
            {t('returns.done.balance')} <strong>{format.count(receipt.balanceAfter)}</strong>
          </p>
        )}
        <div className={classes.acts}>
          <KeyButton ref={next} keys="Enter" h={56} onClick={onNext}>
            {t('returns.done.next')}
          </KeyButton>
          <KeyButton keys="Escape" variant="default" h={56} onClick={onTill}>
            {t('returns.done.till')}
          </KeyButton>
          <ReceiptActions receipt={receipt} height={56} />
        </div>
      </section>
      <section
        className={classes.receipt}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long receipt scrolls, also by keyboard.
        tabIndex={0}
        aria-label={t('purchases.receipt.label', { number: receipt.receiptNumber })}
      >
        <ReceiptView receipt={receipt} />
      </section>
    </div>
  );
}
