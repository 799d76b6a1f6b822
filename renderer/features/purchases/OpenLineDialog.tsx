import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { OpenItem } from '../../../shared/purchases/open-item.ts';
import { minorDigits } from '../../lib/format.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ApprovalDialog } from '../../ui/approval/ApprovalDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { OpenLineForm } from './OpenLineForm.tsx';
import { type OpenLineDraft, openItemOf, quantityOf } from './open-line-draft.ts';

interface OpenLine {
  readonly lineId: number | null;
  readonly item: OpenItem;
  readonly quantityThousandths: number;
  readonly approvalId: Id<'approval'> | null;
}

interface OpenLineDialogProps {
  readonly draft: OpenLineDraft;
  /** Whether whoever sells may set prices, or has a manager's leave already. */
  readonly mayPrice: boolean;
  readonly onLine: (line: OpenLine) => void;
  /** It was added to the catalogue, and is sold as a product. */
  readonly onProduct: (product: ProductRow, quantityThousandths: number) => void;
  /** It is the card of somebody who is about to become a member. */
  readonly onCard: (cardNumber: string) => void;
  /** It is not sold: the customer's wish is noted. */
  readonly onRequest: (text: string) => void;
  readonly onClose: () => void;
}

/** Sells goods that are not on file at a price that is set here. Whoever lacks the right has a manager enter a PIN. */
export function OpenLineDialog({ mayPrice, onLine, onClose, ...props }: OpenLineDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const digits = minorDigits(useStoreFacts().currency);
  const [draft, setDraft] = useState(props.draft);
  const [asking, setAsking] = useState(false);
  const item = openItemOf(draft, digits, t('purchases.open.unnamed'));
  const take = (of: OpenLineDraft, approvalId: Id<'approval'> | null) =>
    onLine({
      lineId: of.lineId,
      item: openItemOf(of, digits, t('purchases.open.unnamed')),
      quantityThousandths: quantityOf(of),
      approvalId,
    });
  const sell = (typed: OpenLineDraft) => {
    if (mayPrice) return take(typed, null);
    setDraft(typed);
    setAsking(true);
  };
  if (asking) {
    return (
      <ApprovalDialog
        opened
        right="price.override"
        what={t('purchases.open.what', { name: item.name, price: format.money(item.unitPriceMinor) })}
        onApproved={(approvalId) => take(draft, approvalId)}
        onClose={() => setAsking(false)}
      />
    );
  }
  return (
    <Dialog opened onClose={onClose} title={t('purchases.open.title')} size={600}>
      <OpenLineForm {...props} draft={draft} digits={digits} onSell={sell} />
    </Dialog>
  );
}
