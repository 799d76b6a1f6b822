import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PurchaseRow } from '../../../shared/contract/purchases.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { ReceiptState } from './ReceiptState.tsx';
import classes from './RecentReceipts.module.css';

interface RecentReceiptsProps {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly labelledBy: string;
  readonly opened: string | null;
  readonly onOpen: (number: string) => void;
  /** Arrow up from the first. */
  readonly onLeave: () => void;
}

const SHOWN = 30;

/** The till's newest receipts. Arrows go through them, Enter opens. A voided sale stands once, as voided. */
export function RecentReceipts({ list, labelledBy, opened, onOpen, onLeave }: RecentReceiptsProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const recent = useQuery(trpc.purchases.recent.queryOptions({ limit: SHOWN }));
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const rows = [...event.currentTarget.querySelectorAll('button')];
    const at = rows.indexOf(event.target as HTMLButtonElement) + step;
    if (at < 0) onLeave();
    else rows[at]?.focus();
  };
  if (recent.error) return <ErrorState error={recent.error} onRetry={() => void recent.refetch()} />;
  if (!recent.data)
    return (
      <div className={classes.wait}>
        <LoadingState lines={8} />
      </div>
    );
  const rows = recent.data.filter(({ entryKind }) => entryKind !== 'void');
  if (rows.length === 0) return <p className={classes.empty}>{t('returns.find.recentEmpty')}</p>;
  return (
    <ul ref={list} className={classes.list} aria-labelledby={labelledBy} onKeyDown={move}>
      {rows.map((row) => (
        <li key={row.purchaseId}>
          <button
            type="button"
            className={classes.row}
            aria-current={row.receiptNumber === opened}
            onClick={() => onOpen(row.receiptNumber)}
          >
            <Row row={row} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: PurchaseRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { firstLine, lineCount } = row;
  const goods =
    firstLine === null || lineCount < 2
      ? (firstLine ?? t('returns.find.nothing'))
      : t('returns.find.more', { first: firstLine, count: lineCount - 1 });
  return (
    <>
      <span className={classes.line}>
        <span className={classes.number}>{row.receiptNumber}</span>
        <ReceiptState entryKind={row.entryKind} state={row.state} />
        <span className={classes.amount} data-voided={row.state === 'voided' || undefined}>
          {format.money(row.netMinor)}
        </span>
      </span>
      <span className={classes.line}>
        <span className={classes.goods}>{goods}</span>
        <span className={classes.soft}>{format.dateTime(row.occurredAtMs)}</span>
      </span>
    </>
  );
}
