import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointsLedgerAct } from '../../../shared/contract/points.contract.ts';
import type { Format } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { doerWords } from '../../ui/facts/doer-words.ts';
import { Points } from '../../ui/facts/Points.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';

const ledgerColumns = (t: TFunction, format: Format): readonly FactColumn<PointsLedgerAct>[] => [
  { id: 'when', header: t('points.move.when'), cell: (act) => format.dateTime(act.atMs) },
  {
    id: 'what',
    header: t('points.move.what'),
    cell: (act) => [t(`points.kind.${act.kind}`), act.reason ?? act.receiptNumber].filter(Boolean).join(' · '),
    grow: true,
  },
  { id: 'staff', header: t('points.move.staff'), cell: (act) => doerWords(act, t) ?? '–' },
  {
    id: 'change',
    header: t('points.move.change'),
    cell: (act) => <Points points={act.changePoints} signed />,
    align: 'end',
  },
  { id: 'after', header: t('points.move.after'), cell: (act) => <Points points={act.afterPoints} />, align: 'end' },
];

/** What happened to the points, newest first, with the balance after each. */
export function LedgerTable({ acts }: { readonly acts: readonly PointsLedgerAct[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(() => ledgerColumns(t, format), [t, format]);
  if (acts.length === 0) return <EmptyState title={t('points.ledgerEmpty')} />;
  return <FactTable label={t('points.ledger')} columns={columns} rows={acts} rowId={(act) => act.entryId} />;
}
