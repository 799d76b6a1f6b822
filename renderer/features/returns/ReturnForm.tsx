import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { refundAsPaid } from '../../../shared/purchases/refund-tenders.ts';
import { newId } from '../../lib/new-id.ts';
import { quantityText, readQuantity } from '../../lib/quantity-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { isComposing } from '../../ui/shortcuts/key-match.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { RefundBar } from './RefundBar.tsx';
import { RefundChoice, type RefundKind } from './RefundChoice.tsx';
import { ReturnCoupons } from './ReturnCoupons.tsx';
import classes from './ReturnForm.module.css';
import { ReturnLines } from './ReturnLines.tsx';
import { ReturnPoints } from './ReturnPoints.tsx';
import { useReturnQuote } from './use-return-quote.ts';
import { useTakeBack } from './use-take-back.ts';

interface ReturnFormProps {
  readonly receipt: Receipt;
  readonly returnableThousandths: readonly number[];
  readonly onDone: (receipt: Receipt, known: boolean) => void;
}

/** An Enter that picks a word in an input method pays nothing out. */
function keepComposing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
}

/** How many of each line come back and how the money goes out. A takes all, Enter refunds. */
export function ReturnForm({ receipt, returnableThousandths, onDone }: ReturnFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  /** Once for this return, however often it is sent. */
  const [returnId] = useState(() => newId<'purchase'>());
  const [texts, setTexts] = useState<readonly string[]>(() => receipt.lines.map(() => ''));
  const [kind, setKind] = useState<RefundKind>('as-paid');
  const [hint, setHint] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toLines = () => form.current?.querySelector<HTMLInputElement>('table input')?.focus();
  useEffect(toLines, []);

  const quantities = receipt.lines.map((line, index) =>
    readQuantity(texts[index] ?? '', line.unit, returnableThousandths[index] ?? 0),
  );
  const readable = quantities.every((quantity) => quantity !== null);
  const lines = quantities.flatMap((quantity, index) =>
    quantity ? [{ lineNo: index + 1, quantityThousandths: quantity }] : [],
  );
  const { quote, fresh, error } = useReturnQuote(receipt.purchaseId, readable ? lines : []);
  const taking = useTakeBack(returnId, onDone);
  const payOutMinor = quote?.payOutMinor ?? 0;
  const asPaid = refundAsPaid(receipt.tenders, payOutMinor);
  const refunds =
    kind === 'as-paid' ? asPaid : payOutMinor > 0 ? [{ kind, amountMinor: payOutMinor, reference: null }] : [];

  const change = (next: readonly string[]) => {
    setHint(false);
    taking.clear();
    setTexts(next);
  };
  const takeAll = () =>
    change(returnableThousandths.map((thousandths) => (thousandths ? quantityText(thousandths) : '')));
  useShortcuts(t('returns.lines.label'), [
    { keys: 'A', label: t('returns.keys.all'), run: takeAll, bar: true },
    { keys: 'F12', label: t('returns.keys.complete'), run: () => form.current?.requestSubmit(), bar: lines.length > 0 },
  ]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!readable) return form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
    if (lines.length === 0) {
      setHint(true);
      return toLines();
    }
    if (fresh) taking.takeBack({ originalId: receipt.purchaseId, lines, refunds });
  };

  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={t('returns.lines.label')}
      noValidate
      onSubmit={submit}
      onKeyDown={keepComposing}
    >
      <ReturnLines
        lines={receipt.lines}
        returnableThousandths={returnableThousandths}
        texts={texts}
        quantities={quantities}
        onText={(index, text) => change(texts.with(index, text))}
        onAll={takeAll}
      />
      <div className={classes.end}>
        <div className={classes.how}>
          <RefundChoice asPaid={asPaid} paid={receipt.tenders} chosen={kind} onChoose={setKind} />
          {quote && <ReturnPoints quote={quote} />}
          {quote && <ReturnCoupons quote={quote} />}
        </div>
        <RefundBar
          label={t('returns.refund.due')}
          amountMinor={quote ? payOutMinor : null}
          stale={!fresh && lines.length > 0}
          hint={hint ? t('returns.refund.choose') : null}
          error={error}
          failure={taking.failure}
        >
          <KeyButton keys="Enter" type="submit" h={56} className={classes.complete ?? ''} loading={taking.pending}>
            {payOutMinor > 0
              ? t('returns.refund.complete', { amount: format.money(payOutMinor) })
              : t('returns.refund.completeFree')}
          </KeyButton>
        </RefundBar>
      </div>
    </form>
  );
}
