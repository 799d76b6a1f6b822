import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './ReceiptPaper.module.css';
import { ReceiptRow as Row } from './ReceiptRow.tsx';

type Tender = Receipt['tenders'][number];

/** How it was paid: what was handed over, and the change that went back. */
export function ReceiptPayments({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = ({ kind, points }: Tender) =>
    points === null
      ? t(`purchases.tender.${kind}`)
      : t('purchases.receipt.pointsTender', { points: format.count(points) });
  return (
    <div className={classes.part}>
      {receipt.tenders.map((tender, index) => (
        // Tenders of a receipt never move, and a kind may be there twice.
        <div key={index}>
          <Row label={label(tender)} value={format.money(tender.amountMinor + tender.changeMinor)} />
          {tender.changeMinor > 0 && (
            <Row label={t('purchases.receipt.change')} value={format.money(tender.changeMinor)} />
          )}
        </div>
      ))}
    </div>
  );
}
