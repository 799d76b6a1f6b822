import { Badge } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PurchaseRow } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Format } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Money } from '../../ui/facts/Money.tsx';
import { Points } from '../../ui/facts/Points.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import { MoreButton } from './MoreButton.tsx';
import { purchaseWords } from './purchase-words.ts';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import classes from './tabs.module.css';
import { useMemberPurchases } from './use-member-pages.ts';

const purchaseColumns = (t: TFunction, format: Format): readonly FactColumn<PurchaseRow>[] => [
  { id: 'when', header: t('members.purchases.when'), cell: (row) => format.dateTime(row.occurredAtMs) },
  { id: 'receipt', header: t('members.purchases.receipt'), cell: (row) => row.receiptNumber, opens: true },
  { id: 'what', header: t('members.purchases.what'), cell: (row) => purchaseWords(row, t), grow: true },
  { id: 'kind', header: t('members.purchases.state'), cell: (row) => <Kind row={row} /> },
  {
    id: 'redeemed',
    header: t('members.purchases.redeemed'),
    cell: (row) => (row.pointsRedeemed === 0 ? '–' : <Points points={row.pointsRedeemed} />),
    align: 'end',
  },
  {
    id: 'earned',
    header: t('members.purchases.earned'),
    cell: (row) => (row.pointsEarned === 0 ? '–' : <Points points={row.pointsEarned} signed />),
    align: 'end',
  },
  {
    id: 'net',
    header: t('members.purchases.net'),
    cell: (row) => <Money minor={row.netMinor} loss />,
    align: 'end',
  },
];

/** Every receipt of the member, newest first; Enter opens one. */
export function PurchasesTab({ memberId }: { readonly memberId: Id<'member'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const purchases = useMemberPurchases(memberId);
  const [opened, setOpened] = useState<PurchaseRow | null>(null);
  const columns = useMemo(() => purchaseColumns(t, format), [t, format]);

  if (purchases.error) return <ErrorState error={purchases.error} onRetry={() => void purchases.refetch()} />;
  if (!purchases.data) return <LoadingState />;
  if (purchases.data.length === 0)
    return (
      <EmptyState
        icon={<IconReceipt size={24} stroke={1.5} aria-hidden />}
        title={t('members.purchases.empty')}
        body={t('members.purchases.emptyBody')}
      />
    );
  return (
    <div className={classes.column}>
      <FactTable
        label={t('members.page.tabs.purchases')}
        columns={columns}
        rows={purchases.data}
        rowId={(row) => row.purchaseId}
        onOpen={setOpened}
      />
      <MoreButton pages={purchases} words={t('members.purchases.loadMore')} />
      <ReceiptDialog purchase={opened} onClose={() => setOpened(null)} />
    </div>
  );
}

/** What is out of the ordinary about a receipt; a plain sale needs no words. */
function Kind({ row: { entryKind, state } }: { readonly row: PurchaseRow }) {
  const { t } = useTranslation();
  if (entryKind === 'sale' && state === 'completed') return null;
  return (
    <Badge variant="light" color={state === 'voided' ? 'gray' : 'amber'} size="sm" radius="sm" tt="none">
      {state === 'voided' ? t('members.purchases.voided') : t(`members.purchases.kind.${entryKind}`)}
    </Badge>
  );
}
