import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { BasketHold } from './basket-store.ts';
import { PayForm } from './PayForm.tsx';
import type { Pricing } from './use-quote.ts';

interface PayDialogProps {
  readonly hold: BasketHold;
  readonly pricing: Pricing;
  readonly onReceipt: (receipt: Receipt, known: boolean) => void;
  readonly onApprovalNeeded: () => void;
  readonly onClose: () => void;
}

/** Takes the money: what is to pay, how it is paid, and the change. */
export function PayDialog({ onClose, ...sale }: PayDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('purchases.pay.title')} size={640} escCloses={false}>
      <PayForm {...sale} onClose={onClose} />
    </Dialog>
  );
}
