import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { ApprovalDialog } from '../../ui/approval/ApprovalDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EnrolDialog } from '../../ui/members/EnrolDialog.tsx';
import { draftOfSearch } from '../../ui/members/enrol-draft.ts';
import { ExplainedOffers } from '../../ui/offers/ExplainedOffers.tsx';
import { RequestDialog } from '../../ui/requests/RequestDialog.tsx';
import type { BasketHold } from './basket-store.ts';
import { CouponDialog } from './CouponDialog.tsx';
import { HeldBaskets } from './HeldBaskets.tsx';
import { OpenLineDialog } from './OpenLineDialog.tsx';
import type { OpenLineDraft } from './open-line-draft.ts';
import { PayDialog } from './PayDialog.tsx';
import { PriceDialog } from './PriceDialog.tsx';
import { RedeemDialog } from './RedeemDialog.tsx';
import type { ProductEntryHold } from './use-product-entry.ts';
import type { Pricing } from './use-quote.ts';
import { WeightDialog } from './WeightDialog.tsx';

/** What the clerk is asked for over the sale. */
export type Asked =
  | { readonly for: 'points' | 'payment' | 'approval' | 'price' | 'held' | 'offers' | 'coupon' }
  /** A code that was scanned for the card of somebody who is being enrolled, or null. */
  | { readonly for: 'enrolment'; readonly cardNumber: string | null }
  | { readonly for: 'open-line'; readonly draft: OpenLineDraft }
  /** What a customer wanted and cannot get, as it was typed or scanned. */
  | { readonly for: 'request'; readonly text: string };

interface SaleDialogsProps {
  readonly asked: Asked | null;
  readonly onAsk: (asked: Asked) => void;
  readonly onClose: () => void;
  readonly onWeighed: () => void;
  readonly hold: BasketHold;
  readonly pricing: Pricing;
  readonly entry: ProductEntryHold;
  readonly card: MemberCard | undefined;
  /** What stands in the member field. */
  readonly sought: string;
  readonly mayPrice: boolean;
  readonly onCoupon: (code: string) => Promise<string | null>;
  readonly onEnrolled: (member: MemberCard, isNew: boolean) => void;
  readonly onReceipt: (receipt: Receipt, known: boolean) => void;
}

/** The dialogs of a sale. Mounted when they open: no transition stands between a key and the dialog that it opens. */
export function SaleDialogs(props: SaleDialogsProps) {
  const { entry, onWeighed } = props;
  return (
    <>
      {entry.weighing && (
        <WeightDialog
          product={entry.weighing}
          onWeight={(product, quantityThousandths) => {
            entry.add(product, quantityThousandths);
            onWeighed();
          }}
          onClose={() => {
            entry.stopWeighing();
            onWeighed();
          }}
        />
      )}
      <AskedDialog {...props} />
    </>
  );
}

function AskedDialog(props: SaleDialogsProps) {
  const { asked, onAsk, onClose, hold, pricing, entry, card, sought, mayPrice, onCoupon, onEnrolled, onReceipt } =
    props;
  const { t } = useTranslation();
  const { basket, act } = hold;
  const { quote } = pricing;
  const then = (work: () => void) => {
    work();
    onClose();
  };
  switch (asked?.for) {
    case 'enrolment':
      return (
        <EnrolDialog
          opened
          known={asked.cardNumber === null ? draftOfSearch(sought) : { cardNumber: asked.cardNumber }}
          onClose={onClose}
          onEnrolled={onEnrolled}
        />
      );
    case 'points':
      return (
        <RedeemDialog
          basket={basket}
          pricing={pricing}
          card={card}
          onPoints={(points) => then(() => act({ kind: 'redeem', points }))}
          onClose={onClose}
        />
      );
    case 'coupon':
      return <CouponDialog onCode={onCoupon} onClose={onClose} />;
    case 'price': {
      const selected = basket.lines.find((line) => line.lineId === basket.selected);
      if (!selected) return null;
      return (
        <PriceDialog
          line={selected}
          approved={basket.approvalId !== null}
          onPrice={(override, approvalId) => {
            const isListPrice = override.unitPriceMinor === selected.priceMinor;
            const price = isListPrice ? undefined : override;
            then(() => act({ kind: 'price', lineId: selected.lineId, override: price, approvalId }));
          }}
          onClose={onClose}
        />
      );
    }
    case 'open-line':
      return (
        <OpenLineDialog
          draft={asked.draft}
          mayPrice={mayPrice}
          onLine={(line) => then(() => act({ kind: 'open', ...line }))}
          onProduct={(product, quantityThousandths) => then(() => entry.add(product, quantityThousandths))}
          onCard={(cardNumber) => onAsk({ for: 'enrolment', cardNumber })}
          onRequest={(text) => onAsk({ for: 'request', text })}
          onClose={onClose}
        />
      );
    case 'approval':
      return (
        <ApprovalDialog
          opened
          right="price.override"
          what={t('purchases.price.whatAll')}
          onApproved={(approvalId) => {
            act({ kind: 'approved', approvalId });
            onAsk({ for: 'payment' });
          }}
          onClose={onClose}
        />
      );
    case 'offers':
      return (
        quote && (
          <Dialog opened onClose={onClose} title={t('promotions.till.whyNotTitle')} size={560}>
            <ExplainedOffers label={t('promotions.till.whyNotTitle')} offers={quote.offers} />
          </Dialog>
        )
      );
    case 'held':
      return (
        <HeldBaskets
          onRecalled={(recalled) => then(() => act({ kind: 'recalled', basket: recalled }))}
          onClose={onClose}
        />
      );
    case 'request':
      return <RequestDialog text={asked.text} member={card} onClose={onClose} />;
    case 'payment':
      return (
        <PayDialog
          hold={hold}
          pricing={pricing}
          onReceipt={onReceipt}
          onApprovalNeeded={() => onAsk({ for: 'approval' })}
          onClose={onClose}
        />
      );
    default:
      return null;
  }
}
