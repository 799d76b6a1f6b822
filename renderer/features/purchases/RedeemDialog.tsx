import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import type { Basket } from './basket.ts';
import { NoPointsToUse } from './NoPointsToUse.tsx';
import { RedeemForm } from './RedeemForm.tsx';
import type { Pricing } from './use-quote.ts';

interface RedeemDialogProps {
  readonly basket: Basket;
  readonly pricing: Pricing;
  readonly card: MemberCard | undefined;
  readonly onPoints: (points: number) => void;
  readonly onClose: () => void;
}

/** How many points pay for this basket. Waits for its price, then suggests the most that is possible. */
export function RedeemDialog({ basket, pricing: { quote, fresh }, card, onPoints, onClose }: RedeemDialogProps) {
  const { t } = useTranslation();
  const [first, setFirst] = useState<Quote | null>(null);
  if (!first && fresh) setFirst(quote);
  return (
    <Dialog opened onClose={onClose} title={t('purchases.redeem.title')} size={480}>
      {!first || !card ? (
        <LoadingState />
      ) : first.maxRedeemablePoints > 0 ? (
        <RedeemForm basket={basket} quote={first} card={card} onPoints={onPoints} />
      ) : (
        <NoPointsToUse card={card} quote={first} onClose={onClose} />
      )}
    </Dialog>
  );
}
