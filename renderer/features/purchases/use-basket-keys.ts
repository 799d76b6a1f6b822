import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { type BasketLine, quantityStep } from './basket.ts';
import type { BasketHold } from './basket-store.ts';

/**
 * Arrows move, + and − change the selected line, Delete removes it. As shortcuts they are listed and work wherever
 * nothing is typed; what is returned is for the empty product field and the lines.
 */
export function useBasketKeys({ basket, act }: BasketHold, remove: (line: BasketLine) => void) {
  const { t } = useTranslation();
  const line = basket.lines.find((each) => each.lineId === basket.selected);
  const change = (steps: 1 | -1) => {
    if (!line) return;
    const quantityThousandths = line.quantityThousandths + steps * quantityStep(line.unit);
    act({ kind: 'quantity', lineId: line.lineId, quantityThousandths });
  };
  const keys = [
    { keys: 'ArrowUp', label: t('purchases.keys.lineAbove'), run: () => act({ kind: 'move', step: -1 }) },
    { keys: 'ArrowDown', label: t('purchases.keys.lineBelow'), run: () => act({ kind: 'move', step: 1 }) },
    { keys: '+', label: t('purchases.basket.more'), run: () => change(1) },
    { keys: '-', label: t('purchases.basket.less'), run: () => change(-1) },
    { keys: 'Delete', label: t('purchases.keys.removeLine'), run: () => line && remove(line) },
  ];
  useShortcuts(
    t('purchases.keys.line'),
    keys.map((each) => ({ ...each, when: line !== undefined })),
  );
  return (event: KeyboardEvent) => {
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    // The same key without Shift.
    const pressed = event.key === '=' ? '+' : event.key;
    const key = keys.find((each) => each.keys === pressed);
    if (!key) return;
    event.preventDefault();
    key.run();
  };
}
