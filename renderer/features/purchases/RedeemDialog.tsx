import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Basket } from './basket.ts';
import { NoPointsToUse } from './NoPointsToUse.tsx';
import { RedeemForm } from './RedeemForm.tsx';

interface RedeemDialogProps {
  readonly opened: boolean;
  readonly basket: Basket;
  readonly quote: Quote | null;
  readonly card: MemberCard | undefined;
  readonly onPoints: (points: number) => void;
  readonly onClose: () => void;
}

/** How many points pay for this basket. Opens with the most that is possible. */
export function RedeemDialog({ opened, basket, quote, card, onPoints, onClose }: RedeemDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('purchases.redeem.title')} size={480}>
      {quote &&
        card &&
        (quote.maxRedeemablePoints > 0 ? (
          <RedeemForm basket={basket} quote={quote} card={card} onPoints={onPoints} />
        ) : (
          <NoPointsToUse card={card} quote={quote} onClose={onClose} />
        ))}
    </Dialog>
  );
}
