import { Button } from '@mantine/core';
import { IconPlus, IconTicket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponKindRow } from '../../../shared/contract/coupons.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import type { Format } from '../../lib/format.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Money } from '../../ui/facts/Money.tsx';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import { CouponKindDialog } from './CouponKindDialog.tsx';
import { CouponState } from './CouponState.tsx';
import { validityWords } from './coupon-words.ts';

/** Every kind of coupon: how long it is valid and how it goes. Enter opens one, F6 begins another. */
export function CouponsPage() {
  const { t } = useTranslation();
  const may = useMay('offer.write');
  return may ? (
    <Kinds />
  ) : (
    <Page title={t('coupons.title')}>
      <NoPermission right="offer.write" />
    </Page>
  );
}

const kindColumns = (t: TFunction, format: Format): readonly FactColumn<CouponKindRow>[] => [
  { id: 'name', header: t('coupons.column.name'), cell: ({ terms }) => terms.name, opens: true, grow: true },
  { id: 'state', header: t('coupons.column.state'), cell: ({ state }) => <CouponState state={state} /> },
  { id: 'validity', header: t('coupons.column.validity'), cell: ({ terms }) => validityWords(terms, t, format) },
  {
    id: 'issued',
    header: t('coupons.column.issued'),
    cell: ({ issued, terms: { limits } }) =>
      limits.issued === null
        ? format.count(issued)
        : t('coupons.ofLimit', { value: format.count(issued), limit: format.count(limits.issued) }),
    align: 'end',
  },
  { id: 'open', header: t('coupons.column.open'), cell: ({ open }) => format.count(open), align: 'end' },
  { id: 'used', header: t('coupons.column.used'), cell: ({ used }) => format.count(used), align: 'end' },
  { id: 'expired', header: t('coupons.column.expired'), cell: ({ expired }) => format.count(expired), align: 'end' },
  {
    id: 'cost',
    header: t('coupons.column.cost'),
    cell: ({ costMinor, terms: { limits } }) =>
      limits.budgetMinor === null
        ? format.money(costMinor)
        : t('coupons.ofLimit', { value: format.money(costMinor), limit: format.money(limits.budgetMinor) }),
    align: 'end',
  },
  {
    id: 'sales',
    header: t('coupons.column.sales'),
    cell: ({ salesMinor }) => <Money minor={salesMinor} />,
    align: 'end',
  },
];

function Kinds() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const kinds = useQuery(trpc.coupons.kinds.queryOptions());
  const columns = useMemo(() => kindColumns(t, format), [t, format]);
  useShortcuts(t('coupons.title'), [{ keys: 'F6', label: t('coupons.add'), run: () => setAdding(true) }]);
  const open = ({ kindId }: Pick<CouponKindRow, 'kindId'>) =>
    void navigate({ to: '/coupons/$kindId', params: { kindId } });
  const addButton = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
      aria-keyshortcuts="F6"
      onClick={() => setAdding(true)}
    >
      {t('coupons.add')}
    </Button>
  );
  return (
    <Page title={t('coupons.title')} actions={addButton}>
      {kinds.error && <ErrorState error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {!kinds.error && !kinds.data && <LoadingState />}
      {kinds.data?.length === 0 && (
        <EmptyState
          icon={<IconTicket size={24} stroke={1.5} aria-hidden />}
          title={t('coupons.empty')}
          body={t('coupons.emptyBody')}
        />
      )}
      {kinds.data && kinds.data.length > 0 && (
        <FactTable
          label={t('coupons.title')}
          columns={columns}
          rows={kinds.data}
          rowId={({ kindId }) => kindId}
          onOpen={open}
        />
      )}
      {adding && <CouponKindDialog kind={null} onSaved={open} onClose={() => setAdding(false)} />}
    </Page>
  );
}
