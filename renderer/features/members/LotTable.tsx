import { IconCoins } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointsLotRow } from '../../../shared/contract/points.contract.ts';
import type { Format } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Points } from '../../ui/facts/Points.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import { LotState } from './LotState.tsx';

const lotColumns = (t: TFunction, format: Format): readonly FactColumn<PointsLotRow>[] => [
  { id: 'earned', header: t('points.lot.earned'), cell: (lot) => format.day(lot.earnedAtMs) },
  { id: 'source', header: t('points.lot.source'), cell: (lot) => t(`points.lotSource.${lot.source}`), grow: true },
  { id: 'state', header: t('points.lot.state'), cell: (lot) => <LotState state={lot.state} /> },
  {
    id: 'left',
    header: t('points.lot.left'),
    cell: (lot) => <Points points={lot.heldHerePoints} />,
    align: 'end',
  },
  {
    id: 'issued',
    header: t('points.lot.issued'),
    cell: (lot) => <Points points={lot.issuedPoints} />,
    align: 'end',
  },
  {
    id: 'expires',
    header: t('points.lot.expires'),
    // Lots end at the midnight after their last good day.
    cell: (lot) => (lot.expiresAtMs === null ? t('points.lot.never') : format.day(lot.expiresAtMs - 1)),
    align: 'end',
  },
];

/** The lots that make up the balance: what is left of each and how long it is good. */
export function LotTable({ lots }: { readonly lots: readonly PointsLotRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(() => lotColumns(t, format), [t, format]);
  if (lots.length === 0)
    return (
      <EmptyState
        icon={<IconCoins size={24} stroke={1.5} aria-hidden />}
        title={t('points.lotsEmpty')}
        body={t('points.lotsEmptyBody')}
      />
    );
  return <FactTable label={t('points.lots')} columns={columns} rows={lots} rowId={(lot) => lot.lotId} />;
}
