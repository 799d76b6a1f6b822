import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockLedgerRow as LedgerMove, StockOfProduct } from '../../../shared/contract/stock.contract.ts';
import type { Format } from '../../lib/format.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { doerWords } from '../../ui/facts/doer-words.ts';
import { ReceiptDialog, type ShownReceipt } from '../../ui/receipt/ReceiptDialog.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import { AdjustDialog } from './AdjustDialog.tsx';
import classes from './ProductLedger.module.css';
import { useLedger } from './use-ledger.ts';

const moveWords = ({ kind, isReversal }: LedgerMove, t: TFunction): string => {
  const what = t(`stock.move.kind.${kind}`);
  return isReversal ? t('stock.move.reversal', { what }) : what;
};

const documentWords = ({ kind, reference, supplier, reason }: LedgerMove, t: TFunction): string =>
  [supplier, reference, reason && t(`stock.reason.${reason}`)].filter(Boolean).join(' · ') ||
  (kind === 'receipt' || kind === 'count' || kind === 'adjustment' ? t(`stock.document.kind.${kind}`) : '–');

const ledgerColumns = (
  t: TFunction,
  format: Format,
  onWriteOff: ((move: LedgerMove) => void) | null,
): readonly FactColumn<LedgerMove>[] => [
  { id: 'when', header: t('stock.move.when'), cell: (move) => format.dateTime(move.atMs) },
  { id: 'what', header: t('stock.move.what'), cell: (move) => moveWords(move, t) },
  {
    id: 'document',
    header: t('stock.move.document'),
    cell: (move) => documentWords(move, t),
    opens: true,
    grow: true,
  },
  { id: 'staff', header: t('stock.move.staff'), cell: (move) => doerWords(move, t) ?? '–' },
  {
    id: 'change',
    header: t('stock.move.change'),
    cell: (move) => `${move.changeThousandths > 0 ? '+' : ''}${format.quantity(move.changeThousandths)}`,
    align: 'end',
  },
  {
    id: 'after',
    header: t('stock.move.after'),
    cell: (move) => format.quantity(move.afterThousandths),
    align: 'end',
  },
  ...(onWriteOff
    ? [
        {
          id: 'write-off',
          header: '',
          cell: (move: LedgerMove) =>
            move.kind === 'return' && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={(event) => {
                  event.stopPropagation();
                  onWriteOff(move);
                }}
              >
                {t('stock.page.writeOff')}
              </Button>
            ),
          align: 'end' as const,
        },
      ]
    : []),
];

/** A product's movements, newest first, each with its document; what came back unsellable is written off from here. */
export function ProductLedger({ stock }: { readonly stock: StockOfProduct }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const mayMove = useMay('stock.move') && stock.stocked;
  const mayReadReceipts = useMay('member.read');
  const [receipt, setReceipt] = useState<ShownReceipt | null>(null);
  const [writingOff, setWritingOff] = useState<LedgerMove | null>(null);
  const ledger = useLedger(stock.productId);
  const columns = useMemo(() => ledgerColumns(t, format, mayMove ? setWritingOff : null), [t, format, mayMove]);
  const open = ({ documentId, purchaseId, reference }: LedgerMove) => {
    if (documentId) void navigate({ to: '/stock/documents/$documentId', params: { documentId } });
    else if (purchaseId && mayReadReceipts) setReceipt({ purchaseId, number: reference ?? '' });
  };
  return (
    <section aria-label={t('stock.page.ledger')}>
      <h2 className={classes.title}>{t('stock.page.ledger')}</h2>
      {ledger.error ? (
        <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} />
      ) : !ledger.data ? (
        <LoadingState />
      ) : ledger.data.length === 0 ? (
        <EmptyState title={t('stock.page.ledgerEmpty')} />
      ) : (
        <>
          <FactTable
            label={t('stock.page.ledger')}
            columns={columns}
            rows={ledger.data}
            rowId={(move) => move.purchaseId ?? move.documentId ?? ''}
            onOpen={open}
          />
          {ledger.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={ledger.isFetchingNextPage}
              onClick={() => void ledger.fetchNextPage()}
            >
              {t('stock.page.older')}
            </Button>
          )}
        </>
      )}
      <ReceiptDialog receipt={receipt} onClose={() => setReceipt(null)} />
      <AdjustDialog
        stock={stock}
        opened={writingOff !== null}
        returned={
          writingOff?.purchaseId
            ? { purchaseId: writingOff.purchaseId, quantityThousandths: writingOff.changeThousandths }
            : null
        }
        onClose={() => setWritingOff(null)}
      />
    </section>
  );
}
