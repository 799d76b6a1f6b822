import { Button } from '@mantine/core';
import { IconPrinter, IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { KeyButton } from '../shortcuts/KeyButton.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { MessageReceipt } from './MessageReceipt.tsx';
import { SavePdfButton } from './SavePdfButton.tsx';
import { useSendReceipt } from './use-send-receipt.ts';

interface ReceiptActionsProps {
  readonly receipt: Receipt;
  readonly height?: number;
}

const print = () => window.print();

/** Prints the receipt that is on screen, by the store's receipt printer if it has one, or saves it as a PDF. */
export function ReceiptActions({ receipt, height = 44 }: ReceiptActionsProps) {
  const { t } = useTranslation();
  const { ready, sending, send } = useSendReceipt();
  useShortcuts(t('receipts.print'), [{ keys: 'Ctrl+P', label: t('receipts.print'), run: print }]);
  return (
    <>
      {ready && (
        <Button
          variant="default"
          h={height}
          loading={sending}
          leftSection={<IconReceipt size={18} stroke={1.5} aria-hidden />}
          onClick={() => send(receipt.purchaseId)}
        >
          {t('receipts.send')}
        </Button>
      )}
      <MessageReceipt purchaseId={receipt.purchaseId} height={height} />
      <KeyButton
        keys="Ctrl+P"
        variant="default"
        h={height}
        leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
        onClick={print}
      >
        {t('receipts.print')}
      </KeyButton>
      <SavePdfButton name={receipt.receiptNumber} height={height} />
    </>
  );
}
