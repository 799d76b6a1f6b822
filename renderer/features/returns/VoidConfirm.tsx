import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFailedAct } from '../../lib/failed-act.ts';
import { newId } from '../../lib/new-id.ts';
import { useFormat } from '../../lib/use-format.ts';
import { SaleFacts } from './SaleFacts.tsx';

interface VoidConfirmProps {
  readonly receipt: Receipt;
  readonly onDone: (voided: Receipt) => void;
  readonly onClose: () => void;
}

/** What is voided, by number and amount. Sent again with the same id, it is voided once. */
export function VoidConfirm({ receipt, onDone, onClose }: VoidConfirmProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const explain = useFailedAct(t('returns.void.unsure'));
  /** The sale that is asked about: a newer one is not voided in its place. */
  const [asked] = useState(receipt);
  const [voidId] = useState(() => newId<'purchase'>());
  const voiding = useMutation(trpc.purchases.voidLast.mutationOptions({ onSuccess: onDone }));
  // What it asks about arrives after the dialog has opened.
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <Stack gap="lg">
      <Text>{t('returns.void.body')}</Text>
      <SaleFacts receipt={asked} />
      <Text role="alert" c="var(--danger)">
        {voiding.error && explain(voiding.error).text}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button ref={keep} variant="default" h={44} onClick={onClose}>
          {t('returns.void.keep')}
        </Button>
        <Button
          color="red"
          h={44}
          loading={voiding.isPending}
          onClick={() => voiding.mutate({ voidId, purchaseId: asked.purchaseId })}
        >
          {t('returns.void.confirm', { number: asked.receiptNumber, amount: format.money(asked.netMinor) })}
        </Button>
      </Group>
    </Stack>
  );
}
