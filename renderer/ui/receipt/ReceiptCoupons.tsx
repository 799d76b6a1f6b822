import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { spacedCode } from '../../../shared/coupons/coupon-code.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Barcode } from '../Barcode.tsx';
import classes from './ReceiptPaper.module.css';
import { ReceiptRow as Row } from './ReceiptRow.tsx';

/** The coupons that a sale was made with, or that a return gave back, and those that it made worthless. */
export function ReceiptCoupons({ receipt: { coupons } }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  return (
    <>
      {coupons.used.map(({ code, name, uses }) =>
        uses === 0 ? null : (
          <Row
            key={code}
            label={t(uses > 0 ? 'coupons.receipt.used' : 'coupons.receipt.usedBack', { name })}
            value={spacedCode(code)}
          />
        ),
      )}
      {coupons.takenBack.map(({ code, tooLate }) => (
        <Row
          key={code}
          label={t(tooLate ? 'coupons.receipt.tooLate' : 'coupons.receipt.takenBack', { code: spacedCode(code) })}
          value=""
        />
      ))}
    </>
  );
}

/** The coupons for the next visit, each with its code to be scanned. */
export function CouponsGiven({ receipt: { coupons } }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  const format = useFormat();
  return coupons.given.map(({ code, name, fromDate, throughDate }) => (
    <div key={code} className={classes.coupon}>
      <p>{t('coupons.receipt.given')}</p>
      <p className={classes.couponName}>{name}</p>
      <p>{t('coupons.receipt.valid', { from: format.date(fromDate), through: format.date(throughDate) })}</p>
      <Barcode text={code} className={classes.barcode} />
      <p>{spacedCode(code)}</p>
    </div>
  ));
}
