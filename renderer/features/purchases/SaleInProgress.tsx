import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { refusalOf, useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { minorDigits } from '../../lib/format.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useScanner } from '../../lib/use-scanner.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { BasketTable } from './BasketTable.tsx';
import { type BasketLine, hasHandPrices } from './basket.ts';
import { useBasket, useOpenTill } from './basket-store.ts';
import { CouponsInSale } from './CouponsInSale.tsx';
import { MemberPane } from './MemberPane.tsx';
import { OffersInSale } from './OffersInSale.tsx';
import { draftOfLine, openLineDraft } from './open-line-draft.ts';
import { PointsInSale } from './PointsInSale.tsx';
import { ProductEntry } from './ProductEntry.tsx';
import { RestoredNote } from './RestoredNote.tsx';
import { type Asked, SaleDialogs } from './SaleDialogs.tsx';
import classes from './TillPage.module.css';
import { TotalBar } from './TotalBar.tsx';
import { useBasketKeys } from './use-basket-keys.ts';
import { useCoupons } from './use-coupons.ts';
import { useDraft } from './use-draft.ts';
import { useFewerPoints } from './use-fewer-points.ts';
import { useHold } from './use-hold.ts';
import { useProductEntry } from './use-product-entry.ts';
import { useQuote } from './use-quote.ts';
import { useUndoable } from './use-undoable.ts';

interface SaleInProgressProps {
  /** A member who was chosen on another page, to be taken once. */
  readonly sellTo: Id<'member'> | null;
  readonly onTaken: () => void;
  readonly onReceipt: (receipt: Receipt, known: boolean) => void;
}

/** A sale from the first product to the payment. The product field has the focus whenever nothing else needs it. */
export function SaleInProgress({ sellTo, onTaken, onReceipt }: SaleInProgressProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const currencyDigits = minorDigits(useStoreFacts().currency);
  const isOpen = useOpenTill();
  const hold = useBasket();
  const { basket, act } = hold;
  const pricing = useQuote(basket);
  const { quote } = pricing;
  const undoable = useUndoable(hold);
  const errorWords = useErrorWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (what: 'points' | 'price' | 'held' | 'offers' | 'coupon') => () => setAsked({ for: what });
  const [sought, setSought] = useState('');
  const productField = useRef<HTMLInputElement>(null);
  const memberField = useRef<HTMLInputElement>(null);
  const mayEnrol = useMay('member.write');
  const mayRedeem = useMay('points.redeem');
  const mayNote = useMay('request.note');
  const mayPrice = useMay('price.override') || basket.approvalId !== null;
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
  const askForOpenLine = (code: string, quantity: string | null) => {
    // Another dialog asks for something already: the code is told of, and can be scanned again after it.
    if (asked !== null || entry.weighing !== null)
      return notifications.show({ message: t('purchases.product.unknownScan', { code }) });
    setAsked({ for: 'open-line', draft: openLineDraft(code, quantity) });
  };
  const coupons = useCoupons(hold, undoable);
  const scanCoupon = (code: string) =>
    void coupons
      .present(code)
      .then((problem) => problem && notifications.show({ color: 'red', message: problem }))
      .catch((error: unknown) => notifications.show({ color: 'red', message: errorWords(error).text }));
  const entry = useProductEntry(hold, { onCard: takeMember, onCoupon: scanCoupon, onUnknown: askForOpenLine });
  useScanner(entry.scan);
  useDraft(basket);
  useFewerPoints(hold, pricing);
  useEffect(toProducts, []);
  const takeSellTo = useEffectEvent((memberId: Id<'member'>) => {
    const taken = { kind: 'member', memberId } as const;
    if (basket.memberId === null || basket.memberId === memberId) act(taken);
    else undoable(t('purchases.member.exchanged'), taken);
    onTaken();
  });
  useEffect(() => {
    if (sellTo && isOpen) takeSellTo(sellTo);
  }, [sellTo, isOpen]);

  const takeEnrolled = (member: MemberCard, isNew: boolean) => {
    setAsked(null);
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
  // A leave ends after a while, with a restart, or with a switch of clerks: it is asked for again before the money.
  const pay = () => setAsked({ for: hasHandPrices(basket) && !mayPrice ? 'approval' : 'payment' });
  const enrol = () => setAsked({ for: 'enrolment', cardNumber: null });
  const clear = () => {
    undoable(t('purchases.draft.cleared'), { kind: 'clear' });
    toProducts();
  };
  const changeOpenLine = (line: BasketLine) => setAsked({ for: 'open-line', draft: draftOfLine(line, currencyDigits) });
  const selected = basket.lines.find((line) => line.lineId === basket.selected);
  const putAside = useHold(hold);
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
      run: () => (selected?.open ? changeOpenLine(selected) : setAsked({ for: 'price' })),
      bar: true,
      when: selected !== undefined,
    },
    { keys: 'Shift+F2', label: t('purchases.keys.open'), run: () => askForOpenLine(entry.takeText(), null), bar: true },
    { keys: 'F4', label: t('purchases.keys.member'), run: () => memberField.current?.focus(), bar: true },
    { keys: 'F6', label: t('purchases.keys.enrol'), run: enrol, bar: true, when: mayEnrol },
    { keys: 'F7', label: t('coupons.till.key'), run: ask('coupon'), bar: true },
    {
      keys: 'Alt+U',
      label: t('coupons.till.presentFirst'),
      run: () => coupons.offered[0] && coupons.presentOwn(coupons.offered[0]),
      when: coupons.offered.length > 0,
    },
    { keys: 'F9', label: t('purchases.keys.points'), run: ask('points'), bar: true, when: canRedeem },
    {
      keys: 'F10',
      label: t(hasLines ? 'purchases.keys.hold' : 'purchases.keys.recall'),
      run: hasLines ? putAside : ask('held'),
      bar: true,
    },
    { keys: 'F12', label: t('purchases.keys.pay'), run: pay, bar: true, when: hasLines },
    { keys: 'Alt+Delete', label: t('purchases.keys.clear'), run: () => clear(), when: hasLines },
    {
      keys: 'Alt+O',
      label: t('promotions.till.whyNot'),
      run: ask('offers'),
      when: (quote?.offers.length ?? 0) > 0,
    },
    {
      keys: 'Alt+Q',
      label: t('requests.key'),
      run: () => setAsked({ for: 'request', text: entry.text }),
      bar: true,
      when: mayNote,
    },
    { keys: 'Escape', label: undoLabel, run: back, bar: basket.memberId !== null },
  ]);
  const close = () => {
    setAsked(null);
    toProducts();
  };
  const removeLine = (line: { readonly lineId: number; readonly name: string }) =>
    undoable(t('purchases.basket.removed', { name: line.name }), { kind: 'remove', lineId: line.lineId });
  const keys = useBasketKeys(hold, removeLine);
  const refusal = pricing.error ? refusalOf(pricing.error) : null;
  const unknown = refusal?.reason === 'product-unknown' ? String(refusal.details.productId) : null;

  return (
    <>
      <div className={classes.basket}>
        <ProductEntry entry={entry} input={productField} onEmptyKey={keys} />
        {basket.restoredFromMs !== null && <RestoredNote fromMs={basket.restoredFromMs} onClear={clear} />}
        <BasketTable
          basket={basket}
          quote={quote}
          unknownProduct={unknown}
          act={act}
          onRemove={removeLine}
          onKeyDown={keys}
          onDone={toProducts}
        />
        <TotalBar pricing={pricing} lineCount={basket.lines.length} onPay={pay} />
      </div>
      <div className={classes.side}>
        <MemberPane
          input={memberField}
          text={sought}
          onText={setSought}
          memberId={basket.memberId}
          onMember={takeMember}
          onRemove={removeMember}
          onEnrol={enrol}
        />
        <CouponsInSale
          codes={basket.coupons}
          quote={quote}
          offered={coupons.offered}
          onPresent={coupons.presentOwn}
          onRemove={coupons.remove}
        />
        {quote && <OffersInSale quote={quote} onWhy={ask('offers')} />}
        {quote && basket.memberId && (
          <PointsInSale
            quote={quote}
            pointsToRedeem={basket.pointsToRedeem}
            mayRedeem={mayRedeem}
            onRedeem={ask('points')}
          />
        )}
      </div>
      <SaleDialogs
        asked={asked}
        onAsk={setAsked}
        onClose={close}
        onWeighed={toProducts}
        hold={hold}
        pricing={pricing}
        entry={entry}
        card={card}
        sought={sought}
        mayPrice={mayPrice}
        onCoupon={coupons.present}
        onEnrolled={takeEnrolled}
        onReceipt={onReceipt}
      />
    </>
  );
}
