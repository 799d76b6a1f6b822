import type { TFunction } from 'i18next';
import type { CouponRow } from '../../../shared/contract/coupons.contract.ts';
import { COUPON_ORIGINS } from '../../../shared/coupons/coupon.facts.ts';
import { spacedCode } from '../../../shared/coupons/coupon-code.ts';
import { COUPON_CONDITIONS } from '../../../shared/coupons/standing.ts';
import type { Format } from '../../lib/format.ts';
import { CouponCondition } from '../../ui/coupons/CouponCondition.tsx';
import { type ListColumn, listColumns, wordsFor } from '../../ui/table/columns.ts';

const column = listColumns<CouponRow>();

/** The columns of the codes of a kind. */
export const codeColumns = (t: TFunction, format: Format): readonly ListColumn<CouponRow>[] =>
  column.columns([
    column.accessor(({ code }) => spacedCode(code), {
      id: 'code',
      header: t('coupons.codes.code'),
      meta: { width: 'minmax(160px, 1fr)' },
    }),
    column.accessor('condition', {
      header: t('coupons.codes.state'),
      cell: ({ getValue }) => <CouponCondition condition={getValue()} />,
      meta: { width: '112px', says: wordsFor(COUPON_CONDITIONS, (each) => t(`coupons.condition.${each}`)) },
    }),
    column.accessor(({ throughDate }) => format.date(throughDate), {
      id: 'throughDate',
      header: t('coupons.codes.through'),
      meta: { width: 'minmax(112px, 1fr)' },
    }),
    column.accessor('origin', {
      header: t('coupons.codes.origin'),
      cell: ({ row: { original } }) => t(`coupons.origin.${original.origin}`),
      meta: {
        width: 'minmax(112px, 1fr)',
        says: wordsFor(COUPON_ORIGINS, (each) => t(`coupons.origin.${each}`)),
      },
    }),
    column.accessor(({ memberId, memberName }) => memberName ?? (memberId ? t('members.noName') : '–'), {
      id: 'memberName',
      header: t('coupons.codes.member'),
      meta: { width: 'minmax(112px, 1fr)' },
    }),
    column.accessor(({ issuedAtMs }) => format.dateTime(issuedAtMs), {
      id: 'issuedAtMs',
      header: t('coupons.codes.issuedAt'),
      meta: { width: 'minmax(144px, 1fr)' },
    }),
    column.accessor(({ receiptNumber }) => receiptNumber ?? '–', {
      id: 'receiptNumber',
      header: t('coupons.codes.receipt'),
      meta: { width: 'minmax(144px, 1fr)' },
    }),
  ]);
