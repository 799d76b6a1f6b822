import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { printedOffers } from '../../../shared/receipts/receipt-lines.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ReceiptRow as Row } from './ReceiptRow.tsx';

/** Each offer that applied, by its name, with what it gave. */
export function ReceiptOffers({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const gives = ({ amountMinor, points, actionKind }: Receipt['offers'][number]): string => {
    if (amountMinor !== 0) return format.money(-amountMinor);
    if (actionKind === 'gift' || actionKind === 'coupon') return t(`purchases.receipt.offerGives.${actionKind}`);
    return t('purchases.receipt.offerGives.points', { points: `${points < 0 ? '' : '+'}${format.count(points)}` });
  };
  return printedOffers(receipt).map((offer) => <Row key={offer.offerId} label={offer.name} value={gives(offer)} />);
}
