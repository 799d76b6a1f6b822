import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PurchaseRow } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ReceiptActions } from '../../ui/receipt/ReceiptActions.tsx';
import { ReceiptView } from '../../ui/receipt/ReceiptView.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';

interface ReceiptDialogProps {
  /** Null while closed. */
  readonly purchase: PurchaseRow | null;
  readonly onClose: () => void;
}

/** One receipt as it was printed; it can be printed again. */
export function ReceiptDialog({ purchase, onClose }: ReceiptDialogProps) {
  const { t } = useTranslation();
  // While it closes it shows what it showed.
  const [shown, setShown] = useState(purchase);
  if (purchase && purchase !== shown) setShown(purchase);
  return (
    <Dialog
      opened={purchase !== null}
      onClose={onClose}
      title={t('members.purchases.open', { number: shown?.receiptNumber ?? '' })}
    >
      {shown && <ReceiptOf purchaseId={shown.purchaseId} onClose={onClose} />}
    </Dialog>
  );
}

function ReceiptOf({ purchaseId, onClose }: { readonly purchaseId: Id<'purchase'>; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const receipt = useQuery(trpc.purchases.receipt.queryOptions({ purchaseId }));
  if (receipt.error) return <ErrorState error={receipt.error} onRetry={() => void receipt.refetch()} />;
  if (!receipt.data) return <LoadingState lines={8} />;
  return (
    <>
      <ReceiptView receipt={receipt.data} />
      <Group justify="flex-end" gap="sm" mt="lg">
        <ReceiptActions receipt={receipt.data} />
        <KeyButton keys="Escape" onClick={onClose} data-autofocus>
          {t('actions.close')}
        </KeyButton>
      </Group>
    </>
  );
}
