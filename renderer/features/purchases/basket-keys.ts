import type { KeyboardEvent } from 'react';
import { type BasketLine, quantityStep } from './basket.ts';
import type { BasketHold } from './basket-store.ts';

/** Arrows move, + and − change the selected line, Delete removes it: in the empty product field and on the lines. */
export function basketKeys({ basket, act }: BasketHold, remove: (line: BasketLine) => void) {
  return (event: KeyboardEvent) => {
    const line = basket.lines.find((each) => each.lineId === basket.selected);
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    const change = (thousandths: number) =>
      act({ kind: 'quantity', lineId: line.lineId, quantityThousandths: line.quantityThousandths + thousandths });
    const run = {
      ArrowUp: () => act({ kind: 'move', step: -1 }),
      ArrowDown: () => act({ kind: 'move', step: 1 }),
      '+': () => change(quantityStep(line.unit)),
      '=': () => change(quantityStep(line.unit)),
      '-': () => change(-quantityStep(line.unit)),
      Delete: () => remove(line),
    }[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
}
