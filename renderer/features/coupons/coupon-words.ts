import type { TFunction } from 'i18next';
import type { CouponTerms } from '../../../shared/coupons/coupon-kind.ts';
import type { Format } from '../../lib/format.ts';

/** How long coupons of a kind are valid, in words. */
export function validityWords({ validity }: CouponTerms, t: TFunction, format: Format): string {
  if (validity.kind === 'dates')
    return t('coupons.valid.dates', { from: format.date(validity.from), through: format.date(validity.through) });
  return validity.days === 0 ? t('coupons.valid.today') : t('coupons.valid.days', { count: validity.days });
}
