import { IconCircleCheck, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { isRise } from '../../../shared/tiers/ladder.ts';
import { useTierName } from '../../lib/tier-names.ts';
import { useFormat } from '../../lib/use-format.ts';
import { MessageReceipt } from '../../ui/receipt/MessageReceipt.tsx';
import { ReceiptView } from '../../ui/receipt/ReceiptView.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './SaleDone.module.css';

interface SaleDoneProps {
  readonly receipt: Receipt;
  /** It had gone through before, and its answer was lost. */
  readonly known: boolean;
  readonly onNext: () => void;
}

const print = () => window.print();

/** After the sale: the change to hand out, the points, and the receipt. Enter begins the next sale. */
export function SaleDone({ receipt, known, onNext }: SaleDoneProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useTierName();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  useShortcuts(t('purchases.done.title'), [
    { keys: 'Enter', label: t('purchases.done.next'), run: onNext, bar: true },
    { keys: 'Escape', label: t('purchases.done.next'), run: onNext },
    { keys: 'Ctrl+P', label: t('purchases.done.print'), run: print, bar: true },
  ]);
  const changeMinor = receipt.tenders.reduce((sum, tender) => sum + tender.changeMinor, 0);
  return (
    <>
      <section className={classes.done} aria-label={t('purchases.done.title')}>
        <h2 className={classes.title}>
          <IconCircleCheck size={24} stroke={1.75} aria-hidden />
          {t('purchases.done.title')}
        </h2>
        {known && (
          <p role="status" className={classes.known}>
            {t('purchases.pay.already')}
          </p>
        )}
        <p className={classes.big}>
          <span>{t(changeMinor > 0 ? 'purchases.done.change' : 'purchases.done.paid')}</span>
          <output className={classes.figure}>{format.money(changeMinor > 0 ? changeMinor : receipt.netMinor)}</output>
        </p>
        {receipt.tierChange && (
          <p role="status" className={classes.known}>
            {t(`tiers.${isRise(receipt.tierChange) ? 'reachedNow' : 'backTo'}`, {
              tier: nameOf(receipt.tierChange.to),
            })}
          </p>
        )}
        {receipt.member && (
          <dl className={classes.points}>
            <div>
              <dt>{t('purchases.done.earned')}</dt>
              <dd>+{format.count(receipt.pointsEarned)}</dd>
            </div>
            <div>
              <dt>{t('purchases.done.balance')}</dt>
              <dd>{format.count(receipt.balanceAfter ?? 0)}</dd>
            </div>
          </dl>
        )}
        <div className={classes.acts}>
          <KeyButton ref={next} keys="Enter" h={56} className={classes.next ?? ''} onClick={onNext}>
            {t('purchases.done.next')}
          </KeyButton>
          <KeyButton
            keys="Ctrl+P"
            variant="default"
            h={56}
            leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
            onClick={print}
          >
            {t('purchases.done.print')}
          </KeyButton>
          <MessageReceipt purchaseId={receipt.purchaseId} height={56} />
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
    </>
  );
}
