import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { Dialog } from '../Dialog.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingState } from '../states/LoadingState.tsx';
import { ReceiptView } from './ReceiptView.tsx';

export interface ShownReceipt {
  readonly purchaseId: Id<'purchase'>;
  readonly number: string;
}
interface ReceiptDialogProps {
  /** Null while closed. */
  readonly receipt: ShownReceipt | null;
  readonly onClose: () => void;
}

/** A receipt, as it was and always will be. */
export function ReceiptDialog({ receipt, onClose }: ReceiptDialogProps) {
  const { t } = useTranslation();
  // While it closes it shows what it showed.
  const [shown, setShown] = useState(receipt);
  if (receipt && receipt !== shown) setShown(receipt);
  return (
    <Dialog opened={receipt !== null} onClose={onClose} title={t('audit.receipt', { number: shown?.number ?? '' })}>
      {shown && <ReceiptOf purchaseId={shown.purchaseId} />}
    </Dialog>
  );
}

function ReceiptOf({ purchaseId }: Pick<ShownReceipt, 'purchaseId'>) {
  const trpc = useTRPC();
  const receipt = useQuery(trpc.purchases.receipt.queryOptions({ purchaseId }));
  if (receipt.error) return <ErrorState error={receipt.error} onRetry={() => void receipt.refetch()} />;
  return receipt.data ? <ReceiptView receipt={receipt.data} /> : <LoadingState lines={8} />;
}
