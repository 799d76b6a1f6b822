import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { refusalOf, useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useScanner } from '../../lib/use-scanner.ts';
import { EnrolDialog } from '../../ui/members/EnrolDialog.tsx';
import { draftOfSearch } from '../../ui/members/enrol-draft.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { BasketTable } from './BasketTable.tsx';
import { basketKeys } from './basket-keys.ts';
import { useBasket } from './basket-store.ts';
import { HeldBaskets } from './HeldBaskets.tsx';
import { MemberPane } from './MemberPane.tsx';
import { PayDialog } from './PayDialog.tsx';
import { PointsInSale } from './PointsInSale.tsx';
import { PriceDialog } from './PriceDialog.tsx';
import { ProductEntry } from './ProductEntry.tsx';
import { RedeemDialog } from './RedeemDialog.tsx';
import classes from './TillPage.module.css';
import { TotalBar } from './TotalBar.tsx';
import { useFewerPoints } from './use-fewer-points.ts';
import { useHold } from './use-hold.ts';
import { useProductEntry } from './use-product-entry.ts';
import { useQuote } from './use-quote.ts';
import { useUndoable } from './use-undoable.ts';
import { WeightDialog } from './WeightDialog.tsx';

type Open = 'enrol' | 'redeem' | 'pay' | 'price' | 'held' | null;

/** A sale from the first product to the payment. The product field has the focus whenever nothing else needs it. */
export function SaleInProgress({ onReceipt }: { readonly onReceipt: (receipt: Receipt, known: boolean) => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const hold = useBasket();
  const { basket, act } = hold;
  const pricing = useQuote(basket);
  const { quote } = pricing;
  const undoable = useUndoable(hold);
  const [open, setOpen] = useState<Open>(null);
  const [sought, setSought] = useState('');
  const productField = useRef<HTMLInputElement>(null);
  const memberField = useRef<HTMLInputElement>(null);
  const mayEnrol = useMay('member.write');
  const mayRedeem = useMay('points.redeem');
  const card = useQuery({
    ...trpc.members.card.queryOptions({ memberId: basket.memberId ?? ('' as never) }),
    enabled: basket.memberId !== null,
  }).data;

  const toProducts = () => productField.current?.focus();
  const takeMember = (member: MemberCard) => {
    queries.setQueryData(trpc.members.card.queryKey({ memberId: member.memberId }), member);
    setSought('');
    act({ kind: 'member', memberId: member.memberId });
    toProducts();
  };
  const entry = useProductEntry(hold, takeMember);
  useScanner(entry.scan);
  useFewerPoints(hold, pricing);
  useEffect(toProducts, []);

  const takeEnrolled = (member: MemberCard, isNew: boolean) => {
    setOpen(null);
    takeMember(member);
    const name = member.name ?? member.phoneMasked ?? t('members.noName');
    if (isNew) notifications.show({ message: t('purchases.member.enrolled', { name }) });
  };
  const removeMember = () => {
    undoable(t('purchases.member.removed', { name: card?.name ?? card?.phoneMasked ?? t('members.noName') }), {
      kind: 'member',
      memberId: null,
    });
    toProducts();
  };
  const inMemberField = () => document.activeElement === memberField.current;
  const back = () => {
    if (document.activeElement !== productField.current && !(inMemberField() && basket.memberId)) return toProducts();
    if (basket.pointsToRedeem > 0) return undoable(t('purchases.offers.takenBack'), { kind: 'redeem', points: 0 });
    if (basket.memberId) removeMember();
  };
  const hasLines = basket.lines.length > 0;
  const selected = basket.lines.find((line) => line.lineId === basket.selected);
  const putAside = useHold(hold, card);
  const canRedeem = hasLines && basket.memberId !== null && mayRedeem;
  const undoLabel =
    basket.pointsToRedeem > 0
      ? t('purchases.keys.takePointsBack')
      : t(basket.memberId ? 'purchases.keys.removeMember' : 'purchases.keys.back');
  useShortcuts(t('purchases.title'), [
    { keys: 'F2', label: t('purchases.keys.product'), run: toProducts, bar: true },
    {
      keys: 'F3',
      label: t('purchases.keys.price'),
      run: () => setOpen('price'),
      bar: true,
      when: selected !== undefined,
    },
    { keys: 'F4', label: t('purchases.keys.member'), run: () => memberField.current?.focus(), bar: true },
    { keys: 'F6', label: t('purchases.keys.enrol'), run: () => setOpen('enrol'), bar: true, when: mayEnrol },
    { keys: 'F9', label: t('purchases.keys.points'), run: () => setOpen('redeem'), bar: true, when: canRedeem },
    {
      keys: 'F10',
      label: t(hasLines ? 'purchases.keys.hold' : 'purchases.keys.recall'),
      run: hasLines ? putAside : () => setOpen('held'),
      bar: true,
      when: !basket.lines.some((line) => line.override),
    },
    { keys: 'F12', label: t('purchases.keys.pay'), run: () => setOpen('pay'), bar: true, when: hasLines },
    { keys: 'Escape', label: undoLabel, run: back, bar: basket.memberId !== null },
  ]);
  const close = () => {
    setOpen(null);
    toProducts();
  };
  const removeLine = (line: { readonly lineId: number; readonly name: string }) =>
    undoable(t('purchases.basket.removed', { name: line.name }), { kind: 'remove', lineId: line.lineId });
  const keys = basketKeys(hold, removeLine);
  const refusal = pricing.error ? refusalOf(pricing.error) : null;
  const unknown = refusal?.reason === 'product-unknown' ? String(refusal.details.productId) : null;

  return (
    <>
      <div className={classes.basket}>
        <ProductEntry entry={entry} input={productField} onEmptyKey={keys} />
        <BasketTable
          basket={basket}
          quote={quote}
          unknownProduct={unknown}
          act={act}
          onRemove={removeLine}
          onKeyDown={keys}
          onDone={toProducts}
        />
        <TotalBar pricing={pricing} lineCount={basket.lines.length} onPay={() => setOpen('pay')} />
      </div>
      <div className={classes.side}>
        <MemberPane
          input={memberField}
          text={sought}
          onText={setSought}
          memberId={basket.memberId}
          onMember={takeMember}
          onRemove={removeMember}
          onEnrol={() => setOpen('enrol')}
        />
        {quote && basket.memberId && (
          <PointsInSale
            quote={quote}
            pointsToRedeem={basket.pointsToRedeem}
            mayRedeem={mayRedeem}
            onRedeem={() => setOpen('redeem')}
          />
        )}
      </div>
      {/* Mounted when they open: no transition stands between a key and the dialog that it opens. */}
      {entry.weighing && (
        <WeightDialog
          product={entry.weighing}
          onWeight={(product, quantityThousandths) => {
            entry.weigh(product, quantityThousandths);
            toProducts();
          }}
          onClose={() => {
            entry.stopWeighing();
            toProducts();
          }}
        />
      )}
      {open === 'enrol' && (
        <EnrolDialog opened known={draftOfSearch(sought)} onClose={close} onEnrolled={takeEnrolled} />
      )}
      {open === 'redeem' && (
        <RedeemDialog
          basket={basket}
          pricing={pricing}
          card={card}
          onPoints={(points) => {
            act({ kind: 'redeem', points });
            close();
          }}
          onClose={close}
        />
      )}
      {open === 'price' && selected && (
        <PriceDialog
          line={selected}
          approved={basket.approvalId !== null}
          onPrice={(override, approvalId) => {
            const isListPrice = override.unitPriceMinor === selected.priceMinor;
            act({ kind: 'price', lineId: selected.lineId, override: isListPrice ? undefined : override, approvalId });
            close();
          }}
          onClose={close}
        />
      )}
      {open === 'held' && (
        <HeldBaskets
          onRecalled={(recalled) => {
            act({ kind: 'recalled', basket: recalled });
            close();
          }}
          onClose={close}
        />
      )}
      {open === 'pay' && <PayDialog hold={hold} pricing={pricing} onReceipt={onReceipt} onClose={close} />}
    </>
  );
}
