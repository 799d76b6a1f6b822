import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { showsDiscount } from '../../../shared/receipts/receipt-lines.ts';
import { useTierName } from '../../lib/tier-names.ts';
import { useFormat } from '../../lib/use-format.ts';
import { doerWords } from '../facts/doer-words.ts';
import { CouponsGiven, ReceiptCoupons } from './ReceiptCoupons.tsx';
import { ReceiptLines } from './ReceiptLines.tsx';
import { ReceiptOffers } from './ReceiptOffers.tsx';
import classes from './ReceiptPaper.module.css';
import { ReceiptPayments } from './ReceiptPayments.tsx';
import { ReceiptRow as Row } from './ReceiptRow.tsx';
import { taxByRate } from './tax-by-rate.ts';

/** What is on the paper, from the store's name to the thanks. */
export function ReceiptPaper({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useTierName();
  const { member, entryKind, originalReceiptNumber } = receipt;
  const seller = doerWords(receipt, t);
  const voided = receipt.state === 'voided' || entryKind === 'void';
  return (
    <article className={classes.paper} aria-label={t('purchases.receipt.label', { number: receipt.receiptNumber })}>
      <div className={classes.head}>
        <p className={classes.store}>{receipt.storeName}</p>
        <p>{t('purchases.receipt.till', { code: receipt.tillCode })}</p>
        {voided && <p className={classes.stamp}>{t('purchases.receipt.voided')}</p>}
        {entryKind === 'return' && <p className={classes.stamp}>{t('purchases.receipt.return')}</p>}
      </div>
      <div className={classes.part}>
        <Row label={t('purchases.receipt.number')} value={receipt.receiptNumber} />
        {entryKind === 'return' && originalReceiptNumber && (
          <Row label={t('receipts.original')} value={originalReceiptNumber} />
        )}
        <Row
          label={format.dateTime(receipt.occurredAtMs)}
          value={receipt.staffName ? t('purchases.receipt.staff', { name: receipt.staffName }) : seller}
        />
      </div>
      <ReceiptLines lines={receipt.lines} />
      <div className={classes.part}>
        <ReceiptOffers receipt={receipt} />
        <ReceiptCoupons receipt={receipt} />
        {showsDiscount(receipt) && (
          <Row label={t('purchases.receipt.discount')} value={format.money(-receipt.discountMinor)} />
        )}
        <Row label={t('purchases.receipt.total')} value={format.money(receipt.netMinor)} strong />
        {taxByRate(receipt.lines).map(({ taxRateBp, taxMinor }) => (
          <Row
            key={taxRateBp}
            label={t('purchases.receipt.tax', { rate: format.percent(taxRateBp) })}
            value={format.money(taxMinor)}
          />
        ))}
      </div>
      <ReceiptPayments receipt={receipt} />
      {member && (
        <div className={classes.part}>
          <Row
            label={t('purchases.receipt.member')}
            value={[member.name, member.phoneMasked].filter(Boolean).join(' ')}
          />
          {receipt.tierChange && <Row label={t('purchases.receipt.tier')} value={nameOf(receipt.tierChange.to)} />}
          {receipt.pointsRedeemed !== 0 && (
            <Row label={t('purchases.receipt.redeemed')} value={format.count(receipt.pointsRedeemed)} />
          )}
          <Row label={t('purchases.receipt.earned')} value={format.count(receipt.pointsEarned)} />
          {receipt.balanceAfter !== null && (
            <Row label={t('purchases.receipt.balance')} value={format.count(receipt.balanceAfter)} />
          )}
        </div>
      )}
      <CouponsGiven receipt={receipt} />
      <p className={classes.thanks}>{t('purchases.receipt.thanks')}</p>
    </article>
  );
}
