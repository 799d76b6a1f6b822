import { useTranslation } from 'react-i18next';
import type { TakenBackView } from '../../../shared/contract/purchases.contract.ts';
import { spacedCode } from '../../../shared/coupons/coupon-code.ts';
import classes from './ReturnPoints.module.css';

/** What becomes of the coupons that the sale was made with or gave; nothing is said where nothing happens. */
export function ReturnCoupons({ quote: { coupons } }: { readonly quote: TakenBackView }) {
  const { t } = useTranslation();
  const parts = (['givenBack', 'takenBack', 'alreadyUsed'] as const).filter((part) => coupons[part].length > 0);
  if (parts.length === 0) return null;
  return (
    <div className={classes.points}>
      {parts.map((part) => (
        <p key={part} className={part === 'alreadyUsed' ? classes.owed : undefined}>
          {t(`coupons.returns.${part}`, { codes: coupons[part].map(spacedCode).join(' ') })}
        </p>
      ))}
    </div>
  );
}
