import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CouponKindState } from '../../../shared/coupons/coupon-kind.ts';

const COLOURS = { draft: 'gray', live: 'teal', stopped: 'amber' } as const;

/** Where a kind of coupon stands. */
export function CouponState({ state }: { readonly state: CouponKindState }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={COLOURS[state]} size="sm" radius="sm" tt="none" miw="max-content">
      {t(`coupons.state.${state}`)}
    </Badge>
  );
}
