import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { offerUndo } from '../../ui/undo.tsx';
import type { Basket, BasketAct } from './basket.ts';
import type { BasketHold } from './basket-store.ts';

const UNDO_KEYS = 'Ctrl+Z';

/** Acts on the basket and offers to undo it, by touch or Ctrl+Z, as long as this sale goes on. */
export function useUndoable({ basket, act }: BasketHold): (text: string, act: BasketAct) => void {
  const { t } = useTranslation();
  const [before, setBefore] = useState<Basket | null>(null);
  const withdraw = useRef<() => void>(undefined);
  const undo = (to: Basket) => {
    withdraw.current?.();
    setBefore(null);
    act({ kind: 'restore', basket: to });
  };
  useShortcuts(t('purchases.title'), [
    { keys: UNDO_KEYS, label: t('purchases.keys.undo'), run: () => before && undo(before), when: before !== null },
  ]);
  // The offer ends with the sale: its basket is gone.
  useEffect(() => () => withdraw.current?.(), []);
  return (text, next) => {
    withdraw.current?.();
    act(next);
    setBefore(basket);
    withdraw.current = offerUndo({
      text,
      label: t('purchases.keys.undo'),
      keys: UNDO_KEYS,
      onUndo: () => undo(basket),
    });
  };
}
