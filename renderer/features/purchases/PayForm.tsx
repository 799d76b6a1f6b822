import { type KeyboardEvent, type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { minorDigits } from '../../lib/format.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useScanner } from '../../lib/use-scanner.ts';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { isComposing } from '../../ui/shortcuts/key-match.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { SupportDetails } from '../../ui/states/SupportDetails.tsx';
import type { BasketHold } from './basket-store.ts';
import { PayAmount } from './PayAmount.tsx';
import classes from './PayForm.module.css';
import { leftToPay, newPayment, PAY_KINDS, type PayKind, standingOf } from './payment.ts';
import { TendersTaken } from './TendersTaken.tsx';
import { TenderTiles } from './TenderTiles.tsx';
import { useCompleteSale } from './use-complete-sale.ts';
import type { Pricing } from './use-quote.ts';
import { useWhenFresh } from './use-when-fresh.ts';

interface PayFormProps {
  readonly hold: BasketHold;
  readonly pricing: Pricing;
  readonly onReceipt: (receipt: Receipt, known: boolean) => void;
  readonly onApprovalNeeded: () => void;
  readonly onClose: () => void;
}

/** An Enter that picks a word in an input method takes no money. */
function keepComposing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
}

/** Keys 1–6 choose how it is paid, Enter takes the amount and completes, Esc goes one step back. */
export function PayForm({ hold, pricing: { quote, fresh }, onClose, ...answers }: PayFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const digits = minorDigits(useStoreFacts().currency);
  const [payment, setPayment] = useState(newPayment);
  const [told, setTold] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const amount = useRef<HTMLInputElement>(null);
  const sale = useCompleteSale(hold, answers);
  useScanner(() => setTold(t('purchases.pay.scanned')));

  const dueMinor = quote?.toPayMinor ?? 0;
  const leftMinor = leftToPay(payment.taken, dueMinor);
  const standing = standingOf(payment, dueMinor, digits);
  const free = fresh && dueMinor === 0;

  const change = (changes: Partial<typeof payment>) => {
    setTold(null);
    sale.clear();
    setPayment((now) => ({ ...now, ...changes }));
  };
  const focusTiles = () => form.current?.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.focus();
  const choose = (kind: PayKind) => {
    change({ kind, amount: '' });
    if (kind === 'cash') amount.current?.focus();
    else form.current?.querySelector<HTMLInputElement>(`input[value="${kind}"]`)?.focus();
  };
  const back = () => {
    if (payment.amount !== '' || document.activeElement === amount.current) {
      change({ amount: '' });
      return focusTiles();
    }
    if (payment.taken.length > 0) return change({ taken: payment.taken.slice(0, -1) });
    if (!sale.pending) onClose();
  };
  useShortcuts(t('purchases.pay.title'), [
    ...(free ? [] : PAY_KINDS).map((kind, index) => ({
      keys: String(index + 1),
      label: t(`purchases.tender.${kind}`),
      run: () => choose(kind),
    })),
    { keys: 'Escape', label: t('actions.back'), run: back },
  ]);

  const take = () => {
    if (!quote || sale.pending) return;
    if (standing.kind === 'covers') return sale.complete(standing.tenders, quote);
    if (standing.kind !== 'part') return amount.current?.focus();
    change({ taken: [...payment.taken, standing.tender], amount: '' });
    focusTiles();
  };
  // An Enter that comes before the price is not lost.
  const takeWhenPriced = useWhenFresh(fresh, take);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    takeWhenPriced();
  };

  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={t('purchases.pay.title')}
      onSubmit={submit}
      onKeyDown={keepComposing}
    >
      <p className={classes.due} data-stale={!fresh || undefined}>
        <span>{t(payment.taken.length > 0 ? 'purchases.pay.left' : 'purchases.pay.due')}</span>
        <output className={classes.figure}>{quote ? format.money(leftMinor) : '…'}</output>
      </p>
      <TendersTaken
        taken={payment.taken}
        onTakeBack={(index) => change({ taken: payment.taken.filter((_, at) => at !== index) })}
      />
      {free ? (
        <p className={classes.free}>{t('purchases.pay.nothingDue')}</p>
      ) : (
        <>
          <TenderTiles chosen={payment.kind} onChoose={choose} onSelect={(kind) => change({ kind, amount: '' })} />
          <PayAmount
            input={amount}
            kind={payment.kind}
            text={payment.amount}
            leftMinor={leftMinor}
            digits={digits}
            standing={standing}
            onText={(text) => change({ amount: text })}
          />
        </>
      )}
      <div role="alert" className={classes.alert}>
        {told && <p>{told}</p>}
        {sale.failure && (
          <>
            <p>{sale.failure.text}</p>
            {sale.failure.unsure && <p>{t('purchases.pay.unsureLeave')}</p>}
            <SupportDetails text={sale.failure.details} />
          </>
        )}
      </div>
      <div className={classes.end}>
        <KeyButton keys="Escape" variant="default" h={56} disabled={sale.pending} onClick={back}>
          {t('actions.back')}
        </KeyButton>
        <KeyButton
          keys="Enter"
          type="submit"
          h={56}
          className={classes.complete ?? ''}
          loading={sale.pending}
          data-autofocus={free || undefined}
        >
          {standing.kind === 'part'
            ? t('purchases.pay.takePart', { amount: format.money(standing.tender.amountMinor) })
            : t('purchases.pay.complete')}
        </KeyButton>
      </div>
    </form>
  );
}
