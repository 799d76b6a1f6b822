import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { SaleFacts } from './SaleFacts.tsx';

interface CannotVoidProps {
  readonly found: { readonly receipt: Receipt; readonly returnableThousandths: readonly number[] };
  readonly onClose: () => void;
}

/** Why the last sale stays, and what to do instead. */
export function CannotVoid({ found, onClose }: CannotVoidProps) {
  const { t } = useTranslation();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const { receipt, returnableThousandths } = found;
  const cameBack = receipt.lines.some((line, index) => line.quantityThousandths !== returnableThousandths[index]);
  const why = () => {
    if (receipt.state === 'voided') return t('refusals.already-voided');
    return cameBack ? t('refusals.has-returns') : t('refusals.not-the-last-sale');
  };
  return (
    <Stack gap="lg">
      <div role="status">
        <Text fw={600}>{t('returns.void.cannot')}</Text>
        <Text>{why()}</Text>
      </div>
      <SaleFacts receipt={receipt} />
      <Group justify="flex-end">
        <Button ref={close} h={44} onClick={onClose}>
          {t('actions.close')}
        </Button>
      </Group>
    </Stack>
  );
}
