import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { minorDigits } from '../../lib/format.ts';
import { newId } from '../../lib/new-id.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ApprovalDialog } from '../../ui/approval/ApprovalDialog.tsx';
import { ProductFinder } from '../../ui/products/ProductFinder.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { isComposing } from '../../ui/shortcuts/key-match.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './GoodsForm.module.css';
import { GoodsTable } from './GoodsTable.tsx';
import { agreedLines, type GoodsLine, quantityOf, refundOf, withProduct } from './goods.ts';
import { RefundBar } from './RefundBar.tsx';
import { RefundChoice, type RefundKind } from './RefundChoice.tsx';
import { useTakeBackGoods } from './use-take-back-goods.ts';

interface GoodsFormProps {
  readonly onDone: (receipt: Receipt, known: boolean) => void;
}

/** An Enter that picks a word in an input method pays nothing out. */
function keepComposing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
}

/** What comes back at which price and why; a manager allows it, and the money goes out. */
export function GoodsForm({ onDone }: GoodsFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const digits = minorDigits(useStoreFacts().currency);
  /** Once for this return, however often it is sent. */
  const [returnId] = useState(() => newId<'purchase'>());
  const [lines, setLines] = useState<readonly GoodsLine[]>([]);
  const [reason, setReason] = useState('');
  const [kind, setKind] = useState<RefundKind>('cash');
  const [hint, setHint] = useState<string | null>(null);
  const [approving, setApproving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const finder = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLInputElement>(null);
  const taking = useTakeBackGoods(returnId, onDone);
  const toFinder = () => finder.current?.focus();
  useEffect(toFinder, []);
  const refundMinor = refundOf(lines, digits);

  const change = (next: readonly GoodsLine[]) => {
    setHint(null);
    taking.clear();
    setLines(next);
  };
  const askFor = (words: string, field: HTMLElement | null | undefined) => {
    setHint(words);
    field?.focus();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (taking.pending) return;
    const firstWrong = form.current?.querySelector<HTMLElement>('table [aria-invalid="true"]');
    if (lines.length === 0) return askFor(t('returns.goods.emptyTitle'), finder.current);
    if (lines.some((line) => quantityOf(line) === null)) return askFor(t('returns.goods.badQuantity'), firstWrong);
    if (refundMinor === null) return askFor(t('returns.goods.badPrice'), firstWrong);
    if (reason.trim() === '') return askFor(t('returns.goods.reasonMissing'), reasonField.current);
    setHint(null);
    setApproving(true);
  };
  useShortcuts(t('returns.goods.label'), [
    {
      keys: 'F12',
      label: t('returns.keys.complete'),
      run: () => form.current?.requestSubmit(),
      bar: true,
      when: lines.length > 0,
    },
  ]);

  return (
    <>
      <form
        ref={form}
        className={classes.form}
        aria-label={t('returns.goods.label')}
        noValidate
        onSubmit={submit}
        onKeyDown={keepComposing}
      >
        <ProductFinder input={finder} onProduct={(product) => change(withProduct(lines, product, digits))} />
        <GoodsTable lines={lines} digits={digits} onLines={change} />
        <div className={classes.end}>
          <div className={classes.how}>
            <TextInput
              ref={reasonField}
              className={classes.reason}
              label={t('returns.goods.reason')}
              description={t('returns.goods.reasonHelp')}
              maxLength={120}
              autoComplete="off"
              value={reason}
              onChange={(event) => {
                setHint(null);
                setReason(event.currentTarget.value);
              }}
            />
            <RefundChoice chosen={kind} onChoose={setKind} />
          </div>
          <RefundBar
            label={t('returns.refund.due')}
            amountMinor={refundMinor}
            hint={hint}
            note={t('returns.goods.manager')}
            failure={taking.failure}
          >
            <KeyButton keys="Enter" type="submit" h={56} className={classes.complete ?? ''} loading={taking.pending}>
              {t('returns.refund.complete', { amount: format.money(refundMinor ?? 0) })}
            </KeyButton>
          </RefundBar>
        </div>
      </form>
      {approving && refundMinor !== null && (
        <ApprovalDialog
          opened
          right="price.override"
          what={t('returns.goods.approve', {
            what: lines.map(({ product, quantity }) => `${product.name} × ${quantity}`).join(t('returns.goods.and')),
            amount: format.money(refundMinor),
          })}
          onApproved={(approvalId) => {
            setApproving(false);
            taking.takeBack({
              lines: agreedLines(lines, digits) ?? [],
              refunds:
                refundMinor > 0
                  ? [{ kind: kind === 'as-paid' ? 'cash' : kind, amountMinor: refundMinor, reference: null }]
                  : [],
              reason: reason.trim(),
              approvalId,
            });
          }}
          onClose={() => setApproving(false)}
        />
      )}
    </>
  );
}
