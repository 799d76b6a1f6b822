import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { CannotVoid } from './CannotVoid.tsx';
import { useLastSale } from './use-last-sale.ts';
import { VoidConfirm } from './VoidConfirm.tsx';
import { VoidDone } from './VoidDone.tsx';

/** Voids the till's last sale, after showing which it is and what goes back. */
export function VoidLastDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [done, setDone] = useState<Receipt | null>(null);
  const last = useLastSale();
  const body = () => {
    if (done) return <VoidDone receipt={done} onClose={onClose} />;
    if (last.error) return <ErrorState error={last.error} onRetry={last.retry} />;
    if (last.none) return <EmptyState title={t('returns.void.none')} body={t('returns.void.noneBody')} />;
    if (!last.sale) return <LoadingState lines={6} />;
    if (!last.sale.mayVoid) return <CannotVoid found={last.sale} onClose={onClose} />;
    return <VoidConfirm receipt={last.sale.receipt} onDone={setDone} onClose={onClose} />;
  };
  const number = done?.receiptNumber ?? '';
  return (
    <Dialog
      opened
      onClose={onClose}
      size={520}
      title={done ? t('returns.void.done', { number }) : t('returns.void.title')}
    >
      {body()}
    </Dialog>
  );
}
