import { Button } from '@mantine/core';
import { IconPlus, IconTicket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCoupon } from '../../../shared/contract/coupons.contract.ts';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { spacedCode } from '../../../shared/coupons/coupon-code.ts';
import { useTRPC } from '../../lib/api.ts';
import type { Format } from '../../lib/format.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { CouponCondition } from '../../ui/coupons/CouponCondition.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import { GiveCouponDialog } from './GiveCouponDialog.tsx';
import classes from './tabs.module.css';

const couponColumns = (t: TFunction, format: Format): readonly FactColumn<MemberCoupon>[] => [
  { id: 'name', header: t('coupons.member.coupon'), cell: ({ name }) => name, grow: true },
  { id: 'code', header: t('coupons.codes.code'), cell: ({ code }) => spacedCode(code) },
  {
    id: 'state',
    header: t('coupons.codes.state'),
    cell: ({ condition, isLive }) => (
      <>
        <CouponCondition condition={condition} />
        {condition === 'open' && !isLive && ` ${t('coupons.member.stopped')}`}
      </>
    ),
  },
  { id: 'through', header: t('coupons.codes.through'), cell: ({ throughDate }) => format.date(throughDate) },
  { id: 'issued', header: t('coupons.codes.issuedAt'), cell: ({ issuedAtMs }) => format.dateTime(issuedAtMs) },
  { id: 'receipt', header: t('coupons.codes.receipt'), cell: ({ receiptNumber }) => receiptNumber ?? '–' },
];

/** Every coupon of the member: open ones first, then those that were used or are over. */
export function CouponsTab({ profile }: { readonly profile: MemberProfile }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const { memberId, status } = profile.card;
  const mayGive = useMay('coupon.issue') && status === 'active';
  const [giving, setGiving] = useState(false);
  const coupons = useQuery(trpc.coupons.ofMember.queryOptions({ memberId }));
  const columns = useMemo(() => couponColumns(t, format), [t, format]);
  const give = mayGive && (
    <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setGiving(true)}>
      {t('coupons.member.give')}
    </Button>
  );
  if (coupons.error) return <ErrorState error={coupons.error} onRetry={() => void coupons.refetch()} />;
  if (!coupons.data) return <LoadingState />;
  return (
    <div className={classes.column}>
      {coupons.data.length === 0 ? (
        <EmptyState
          icon={<IconTicket size={24} stroke={1.5} aria-hidden />}
          title={t('coupons.member.empty')}
          body={t('coupons.member.emptyBody')}
          action={give || undefined}
        />
      ) : (
        <>
          {give && <div>{give}</div>}
          <FactTable label={t('coupons.member.tab')} columns={columns} rows={coupons.data} rowId={({ code }) => code} />
        </>
      )}
      {giving && <GiveCouponDialog memberId={memberId} onClose={() => setGiving(false)} />}
    </div>
  );
}
