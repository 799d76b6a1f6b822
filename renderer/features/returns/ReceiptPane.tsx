import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NothingToReturn } from './NothingToReturn.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { ReceiptHead } from './ReceiptHead.tsx';
import classes from './ReceiptPane.module.css';
import { ReturnForm } from './ReturnForm.tsx';
import { VoidLastDialog } from './VoidLastDialog.tsx';

interface ReceiptPaneProps {
  readonly number: string;
  readonly onOpen: (number: string) => void;
  readonly onBack: () => void;
  readonly onDone: (receipt: Receipt, known: boolean) => void;
}

/** One receipt: what it was, what may come back of it, and the acts on the whole: void it, print it again. */
export function ReceiptPane({ number, onOpen, onBack, onDone }: ReceiptPaneProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const mayVoid = useMay('sale.void');
  const found = useQuery(trpc.purchases.byReceipt.queryOptions({ receiptNumber: number }));
  const [open, setOpen] = useState<'receipt' | 'void' | null>(null);
  useShortcuts(t('returns.title'), [
    { keys: 'Ctrl+P', label: t('returns.keys.reprint'), run: () => setOpen('receipt'), bar: true },
    { keys: 'Escape', label: t('returns.keys.back'), run: onBack, bar: true },
  ]);
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data)
    return (
      <div className={classes.wait}>
        <LoadingState lines={8} />
      </div>
    );
  const { receipt, returnableThousandths } = found.data;
  const returnable = returnableThousandths.some((thousandths) => thousandths > 0);
  return (
    <>
      <ReceiptHead
        receipt={receipt}
        onShow={() => setOpen('receipt')}
        {...(mayVoid && found.data.mayVoid ? { onVoid: () => setOpen('void') } : {})}
      />
      {returnable ? (
        <ReturnForm receipt={receipt} returnableThousandths={returnableThousandths} onDone={onDone} />
      ) : (
        <NothingToReturn receipt={receipt} onOpen={onOpen} />
      )}
      {open === 'receipt' && <ReceiptDialog receipt={receipt} onClose={() => setOpen(null)} />}
      {open === 'void' && <VoidLastDialog onClose={() => setOpen(null)} />}
    </>
  );
}
