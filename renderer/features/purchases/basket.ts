import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';

/** A line as it was rung up. Name, unit and price are what the clerk saw; the quote says what it costs. */
export interface BasketLine {
  readonly lineId: number;
  readonly productId: Id<'product'>;
  readonly name: string;
  readonly sku: string;
  readonly unit: ProductRow['unit'];
  readonly priceMinor: number;
  readonly quantityThousandths: number;
}

/** One sale in the making. `purchaseId` is made with the basket, so that a repeated completion completes once. */
export interface Basket {
  readonly purchaseId: Id<'purchase'>;
  readonly lines: readonly BasketLine[];
  /** The line that + and − and Delete are about. */
  readonly selected: number | null;
  readonly memberId: Id<'member'> | null;
  readonly pointsToRedeem: number;
}

export type BasketAct =
  | { readonly kind: 'add'; readonly product: ProductRow; readonly quantityThousandths: number }
  | { readonly kind: 'quantity'; readonly lineId: number; readonly quantityThousandths: number }
  | { readonly kind: 'remove'; readonly lineId: number }
  | { readonly kind: 'select'; readonly lineId: number }
  | { readonly kind: 'move'; readonly step: 1 | -1 }
  | { readonly kind: 'member'; readonly memberId: Id<'member'> | null }
  | { readonly kind: 'redeem'; readonly points: number }
  | { readonly kind: 'restore'; readonly basket: Basket };

export const emptyBasket = (purchaseId: Id<'purchase'>): Basket => ({
  purchaseId,
  lines: [],
  selected: null,
  memberId: null,
  pointsToRedeem: 0,
});

export const LARGEST_QUANTITY = 1_000_000_000;

/** The basket after an act. Pieces of one product share a line; each weighing is a line of its own. */
export function basketAfter(basket: Basket, act: BasketAct): Basket {
  switch (act.kind) {
    case 'add':
      return added(basket, act.product, act.quantityThousandths);
    case 'quantity':
      return withQuantity(basket, act.lineId, act.quantityThousandths);
    case 'remove':
      return removed(basket, act.lineId);
    case 'select':
      return { ...basket, selected: act.lineId };
    case 'move':
      return moved(basket, act.step);
    case 'member':
      return { ...basket, memberId: act.memberId, pointsToRedeem: 0 };
    case 'redeem':
      return { ...basket, pointsToRedeem: act.points };
    case 'restore':
      // Brings back lines and member; a sale that was completed meanwhile keeps its id to itself.
      return { ...act.basket, purchaseId: basket.purchaseId };
  }
}

function added(basket: Basket, product: ProductRow, quantityThousandths: number): Basket {
  const { productId, name, sku, unit, priceMinor } = product;
  const same = unit === 'piece' ? basket.lines.find((line) => line.productId === productId) : undefined;
  if (same) return withQuantity(basket, same.lineId, same.quantityThousandths + quantityThousandths);
  const lineId = Math.max(0, ...basket.lines.map((line) => line.lineId)) + 1;
  const line: BasketLine = { lineId, productId, name, sku, unit, priceMinor, quantityThousandths };
  return { ...basket, lines: [...basket.lines, line], selected: lineId };
}

/** A quantity that is no quantity leaves the line as it is. */
function withQuantity(basket: Basket, lineId: number, quantityThousandths: number): Basket {
  if (quantityThousandths < 1 || quantityThousandths > LARGEST_QUANTITY) return { ...basket, selected: lineId };
  const lines = basket.lines.map((line) => (line.lineId === lineId ? { ...line, quantityThousandths } : line));
  return { ...basket, lines, selected: lineId };
}

/** The line below takes the selection, else the one above. */
function removed(basket: Basket, lineId: number): Basket {
  const at = basket.lines.findIndex((line) => line.lineId === lineId);
  const lines = basket.lines.filter((line) => line.lineId !== lineId);
  return { ...basket, lines, selected: (lines[at] ?? lines.at(-1))?.lineId ?? null };
}

function moved(basket: Basket, step: 1 | -1): Basket {
  const at = basket.lines.findIndex((line) => line.lineId === basket.selected);
  const next = basket.lines[Math.min(Math.max(at + step, 0), basket.lines.length - 1)];
  return { ...basket, selected: next?.lineId ?? null };
}

/** One step of + and −: a piece, or a tenth of a kilogram. */
export const quantityStep = (unit: BasketLine['unit']): number => (unit === 'piece' ? 1000 : 100);
