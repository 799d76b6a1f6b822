import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { asCouponCode, isCouponCode } from '../../../shared/coupons/coupon-code.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { BasketHold } from './basket-store.ts';
import { readEntry, readQuantity } from './quantity-text.ts';

export interface EntryNote {
  readonly tone: 'told' | 'wrong';
  readonly text: string;
}

interface ScanAnswers {
  /** A member card, or a phone, that was scanned. */
  readonly onCard: (card: MemberCard) => void;
  /** The code of a coupon. */
  readonly onCoupon: (code: string) => void;
  /** A code that nobody knows, with the quantity that was typed before it. */
  readonly onUnknown: (code: string, quantity: string | null) => void;
}

/** What goes into the basket and how: typed, chosen or scanned, with or without a quantity before it. */
export function useProductEntry({ basket, act }: BasketHold, { onCard, onCoupon, onUnknown }: ScanAnswers) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormat();
  const errorWords = useErrorWords();
  const [text, setText] = useState('');
  const [note, setNote] = useState<EntryNote | null>(null);
  /** A product sold by weight that waits for its weight. */
  const [weighing, setWeighing] = useState<ProductRow | null>(null);

  const wrong = (words: string) => setNote({ tone: 'wrong', text: words });
  const byCode = (code: string) => queries.fetchQuery(trpc.products.byCode.queryOptions({ code }));

  const add = (product: ProductRow, quantityThousandths: number) => {
    act({ kind: 'add', product, quantityThousandths });
    setWeighing(null);
    const unit = t(`products.unit.${product.unit}`);
    const quantity = format.quantity(quantityThousandths);
    setNote({ tone: 'told', text: t('purchases.product.added', { quantity, unit, name: product.name }) });
  };

  /** `quantity` as it was typed before a `*`; null where none was. */
  const take = (product: ProductRow, quantity: string | null) => {
    if (product.status === 'discontinued') return wrong(t('purchases.product.discontinued', { name: product.name }));
    if (quantity === null && product.unit === 'kg') {
      setText('');
      return setWeighing(product);
    }
    const thousandths = readQuantity(quantity ?? '1', product.unit);
    if (thousandths === null)
      return wrong(t('purchases.product.badQuantity', { quantity: quantity ?? '1', name: product.name }));
    setText('');
    add(product, thousandths);
  };

  /** `3*` and nothing after it: the line that is selected becomes three. */
  const setSelected = (quantity: string) => {
    const line = basket.lines.find((each) => each.lineId === basket.selected);
    if (!line) return wrong(t('purchases.product.noLine'));
    const thousandths = readQuantity(quantity, line.unit);
    if (thousandths === null) return wrong(t('purchases.product.badQuantity', { quantity, name: line.name }));
    setText('');
    setNote(null);
    act({ kind: 'quantity', lineId: line.lineId, quantityThousandths: thousandths });
  };

  const lookUp = async (typed: string): Promise<'several' | 'settled'> => {
    const { quantity, code } = readEntry(typed);
    if (code === '') {
      if (quantity !== null) setSelected(quantity);
      return 'settled';
    }
    if (isCouponCode(asCouponCode(code))) {
      setText('');
      onCoupon(code);
      return 'settled';
    }
    const exact = await byCode(code);
    const found = exact ? [exact] : await queries.fetchQuery(trpc.products.find.queryOptions({ q: code, limit: 8 }));
    const [only] = found;
    if (only && found.length === 1) take(only, quantity);
    if (!only) wrong(t('purchases.product.unknown', { code }));
    return found.length > 1 ? 'several' : 'settled';
  };

  const scan = async (code: string) => {
    if (isCouponCode(asCouponCode(code))) return onCoupon(code);
    const product = await byCode(code);
    const { quantity, code: typed } = readEntry(text);
    if (product) return typed === '' ? take(product, quantity) : take(product, null);
    const { by, matches } = await queries.fetchQuery(trpc.members.find.queryOptions({ q: code, limit: 2 }));
    const [card] = matches;
    if (card && matches.length === 1 && (by === 'card' || by === 'phone')) return onCard(card);
    setNote(null);
    if (typed === '') setText('');
    onUnknown(code, typed === '' ? quantity : null);
  };

  return {
    text,
    note,
    weighing,
    type: (next: string) => {
      setNote(null);
      setText(next);
    },
    choose: (product: ProductRow) => take(product, readEntry(text).quantity),
    enter: (typed: string) =>
      lookUp(typed).catch((error: unknown): 'settled' => {
        wrong(errorWords(error).text);
        return 'settled';
      }),
    scan: (code: string) => void scan(code).catch((error: unknown) => wrong(errorWords(error).text)),
    /** Takes what stands in the field away: the code or the name that it holds. */
    takeText: (): string => {
      const { code } = readEntry(text);
      setText('');
      setNote(null);
      return code;
    },
    add,
    stopWeighing: () => setWeighing(null),
  };
}

export type ProductEntryHold = ReturnType<typeof useProductEntry>;
