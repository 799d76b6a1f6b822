import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';

/** What is out of the ordinary about a receipt; a plain sale needs no words. */
export function ReceiptState({ entryKind, state }: Pick<Receipt, 'entryKind' | 'state'>) {
  const { t } = useTranslation();
  if (entryKind === 'sale' && state === 'completed') return null;
  const voided = state === 'voided' || entryKind === 'void';
  return (
    <Badge variant="light" color={voided ? 'gray' : 'amber'} size="sm" radius="sm" tt="none">
      {t(voided ? 'returns.state.voided' : 'returns.state.return')}
    </Badge>
  );
}
