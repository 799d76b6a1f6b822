import { Group, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { PrintSheet } from '../../ui/receipt/PrintSheet.tsx';
import { ReceiptActions } from '../../ui/receipt/ReceiptActions.tsx';
import { ReceiptPaper } from '../../ui/receipt/ReceiptPaper.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { PaidOut } from './PaidOut.tsx';

interface VoidDoneProps {
  readonly receipt: Receipt;
  readonly onClose: () => void;
}

/** The money to hand back, and the slip of the void to print. */
export function VoidDone({ receipt, onClose }: VoidDoneProps) {
  const { t } = useTranslation();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <Stack gap="lg">
      <PaidOut receipt={receipt} label={t('returns.void.payOut')} />
      <PrintSheet>
        <ReceiptPaper receipt={receipt} />
      </PrintSheet>
      <Group justify="flex-end" gap="sm">
        <ReceiptActions receipt={receipt} />
        <KeyButton ref={close} keys="Escape" onClick={onClose}>
          {t('actions.close')}
        </KeyButton>
      </Group>
    </Stack>
  );
}
