import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CouponCondition as Condition } from '../../../shared/coupons/standing.ts';

const COLOURS = { open: 'teal', used: 'gray', expired: 'amber', 'taken-back': 'gray' } as const;

/** What one coupon is today. */
export function CouponCondition({ condition }: { readonly condition: Condition }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={COLOURS[condition]} size="sm" radius="sm" tt="none" miw="max-content">
      {t(`coupons.condition.${condition}`)}
    </Badge>
  );
}
