import { Autocomplete, Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { MAX_STOCK_LINES } from '../../../shared/contract/stock.contract.ts';
import type { ReceiptDraft } from '../../../shared/stock/drafts.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFailedAct } from '../../lib/failed-act.ts';
import { minorDigits } from '../../lib/format.ts';
import { newId } from '../../lib/new-id.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useWayBack } from '../../lib/use-way-back.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ProductFinder } from '../../ui/products/ProductFinder.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { isComposing } from '../../ui/shortcuts/key-match.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { SupportDetails } from '../../ui/states/SupportDetails.tsx';
import { GoodsLines } from './GoodsLines.tsx';
import { costOf, lineCostMinor, quantityOf, withProduct } from './goods-lines.ts';
import classes from './ReceivePage.module.css';

const NEW = (): ReceiptDraft => ({ documentId: newId<'stock-document'>(), supplier: '', reference: '', lines: [] });

interface ReceiveFormProps {
  /** What was entered before; null where nothing was. */
  readonly kept: ReceiptDraft | null;
  /** Null puts it away. */
  readonly onDraft: (draft: ReceiptDraft | null) => void;
}

/** Found by typing: the hand goes on to quantity and cost. Scanned: the next scan is awaited. F12 receives. */
export function ReceiveForm({ kept, onDraft: keep }: ReceiveFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const format = useFormat();
  const digits = minorDigits(useStoreFacts().currency);
  const back = useWayBack('/stock');
  const failedAct = useFailedAct(t('stock.receive.unsure'));
  const [fresh] = useState(NEW);
  const draft = kept ?? fresh;
  const { lines } = draft;
  const [hint, setHint] = useState<string | null>(null);
  const [discarding, setDiscarding] = useState(false);
  /** The line whose quantity is typed next, once it is there. */
  const [goTo, setGoTo] = useState<{ readonly line: number } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const finder = useRef<HTMLInputElement>(null);
  const toFinder = () => finder.current?.focus();
  useEffect(toFinder, []);
  useEffect(() => {
    if (goTo) form.current?.querySelectorAll<HTMLInputElement>('[data-field="quantity"]')[goTo.line]?.focus();
  }, [goTo]);
  const suppliers = useQuery(trpc.stock.suppliers.queryOptions()).data ?? [];
  const receive = useMutation(
    trpc.stock.receive.mutationOptions({
      onSuccess: ({ documentId }) => {
        keep(null);
        notifications.show({ message: t('stock.receive.done') });
        void navigate({ to: '/stock/documents/$documentId', params: { documentId }, replace: true });
      },
    }),
  );
  const failure = receive.error ? failedAct(receive.error) : null;

  const change = (changes: Partial<ReceiptDraft>) => {
    setHint(null);
    receive.reset();
    keep({ ...draft, ...changes });
  };
  const take = (product: ProductRow, how: 'typed' | 'scanned') => {
    const next = withProduct(lines, product);
    change({ lines: next });
    if (how === 'typed') setGoTo({ line: next.findIndex((line) => line.product.productId === product.productId) });
  };
  const askFor = (words: string, field: HTMLElement | null | undefined) => {
    setHint(words);
    field?.focus();
  };
  const submit = () => {
    if (receive.isPending) return;
    const firstWrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (lines.length === 0) return askFor(t('stock.receive.emptyTitle'), finder.current);
    if (lines.length > MAX_STOCK_LINES) return setHint(t('stock.receive.tooMany', { count: MAX_STOCK_LINES }));
    if (lines.some((line) => quantityOf(line) === null)) return askFor(t('stock.receive.badQuantity'), firstWrong);
    if (lines.some((line) => costOf(line, digits) === null)) return askFor(t('stock.receive.badCost'), firstWrong);
    receive.mutate({
      documentId: draft.documentId,
      supplier: draft.supplier.trim() || null,
      reference: draft.reference.trim() || null,
      lines: lines.map((line) => {
        const cost = costOf(line, digits);
        return {
          productId: line.product.productId,
          quantityThousandths: quantityOf(line) ?? 0,
          unitCostMinor: typeof cost === 'number' ? cost : null,
        };
      }),
    });
  };
  /** Esc goes one step back: to the product field, then out; the draft stays. */
  const stepBack = () => (document.activeElement === finder.current ? back() : toFinder());
  useShortcuts(t('stock.receive.title'), [
    { keys: 'F2', label: t('purchases.keys.product'), run: toFinder, bar: true },
    { keys: 'F12', label: t('stock.receive.save'), run: submit, bar: true, when: lines.length > 0 },
    { keys: 'Escape', label: t('actions.back'), run: stepBack, bar: true },
  ]);
  /** Enter goes on: quantity, cost, the next product. It never sends the form by mistake. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const cost = event.target.closest('tr')?.querySelector<HTMLInputElement>('[data-field="cost"]');
    if (event.target.dataset.field === 'quantity') cost?.focus();
    else if (event.target.dataset.field === 'cost') toFinder();
  };
  const costs = lines.map((line) => lineCostMinor(line, digits));
  const sumMinor = costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);

  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={t('stock.receive.title')}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      <div className={classes.finder}>
        <ProductFinder input={finder} onProduct={take} />
      </div>
      {lines.length === 0 ? (
        <div className={classes.empty}>
          <EmptyState
            icon={<IconTruckDelivery size={32} stroke={1.5} aria-hidden />}
            title={t('stock.receive.emptyTitle')}
            body={t('stock.receive.emptyBody')}
          />
        </div>
      ) : (
        <GoodsLines lines={lines} digits={digits} onLines={(next) => change({ lines: next })} />
      )}
      <div className={classes.end}>
        <Autocomplete
          className={classes.field ?? ''}
          label={t('stock.receive.supplier')}
          placeholder={t('stock.receive.optional')}
          data={suppliers}
          maxLength={80}
          comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
          value={draft.supplier}
          onChange={(supplier) => change({ supplier })}
        />
        <TextInput
          className={classes.field ?? ''}
          label={t('stock.receive.reference')}
          placeholder={t('stock.receive.optional')}
          maxLength={40}
          autoComplete="off"
          value={draft.reference}
          onChange={(event) => change({ reference: event.currentTarget.value })}
        />
        {failure || hint ? (
          <div role="alert" className={classes.problem} data-tone={failure ? 'danger' : undefined}>
            <p>{failure?.text ?? hint}</p>
            {failure && <SupportDetails text={failure.details} />}
          </div>
        ) : (
          <p className={classes.draft}>{lines.length > 0 && t('stock.receive.draft')}</p>
        )}
        <p className={classes.sum}>
          <span>
            {costs.includes(null) && lines.length > 0 ? t('stock.receive.someUnknown') : t('stock.receive.sum')}
          </span>
          <strong>{format.money(sumMinor)}</strong>
        </p>
        {lines.length > 0 && (
          <Button variant="default" h={44} flex="none" onClick={() => setDiscarding(true)}>
            {t('stock.receive.discard')}
          </Button>
        )}
        <KeyButton keys="F12" loading={receive.isPending} onClick={submit}>
          {t('stock.receive.save')}
        </KeyButton>
      </div>
      <ConfirmDialog
        opened={discarding}
        title={t('stock.receive.discardTitle')}
        body={t('stock.receive.discardBody')}
        confirm={t('stock.receive.discard')}
        danger
        onConfirm={() => {
          setDiscarding(false);
          keep(NEW());
          toFinder();
        }}
        onCancel={() => setDiscarding(false)}
      />
    </form>
  );
}
