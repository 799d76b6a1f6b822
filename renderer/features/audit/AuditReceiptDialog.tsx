import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ReceiptView } from '../../ui/receipt/ReceiptView.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';

interface Shown {
  readonly purchaseId: Id<'purchase'>;
  readonly number: string;
}
interface AuditReceiptDialogProps {
  /** Null while closed. */
  readonly receipt: Shown | null;
  readonly onClose: () => void;
}

/** The receipt that an entry is about. */
export function AuditReceiptDialog({ receipt, onClose }: AuditReceiptDialogProps) {
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

function ReceiptOf({ purchaseId }: Pick<Shown, 'purchaseId'>) {
  const trpc = useTRPC();
  const receipt = useQuery(trpc.purchases.receipt.queryOptions({ purchaseId }));
  if (receipt.error) return <ErrorState error={receipt.error} onRetry={() => void receipt.refetch()} />;
  return receipt.data ? <ReceiptView receipt={receipt.data} /> : <LoadingState lines={8} />;
}
