import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ReceiptActions } from '../../ui/receipt/ReceiptActions.tsx';
import { ReceiptView } from '../../ui/receipt/ReceiptView.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';

interface ReceiptDialogProps {
  readonly receipt: Receipt;
  readonly onClose: () => void;
}

/** A receipt as it was given out, to be printed again. */
export function ReceiptDialog({ receipt, onClose }: ReceiptDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('purchases.receipt.label', { number: receipt.receiptNumber })}>
      <ReceiptView receipt={receipt} />
      <Group justify="flex-end" gap="sm" mt="lg">
        <ReceiptActions receipt={receipt} />
        <KeyButton keys="Escape" data-autofocus onClick={onClose}>
          {t('actions.close')}
        </KeyButton>
      </Group>
    </Dialog>
  );
}
