import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import type { RecalledBasket } from '../../../shared/contract/purchases.contract.ts';
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
  /** A price other than the catalogue's, and why. */
  readonly override?: { readonly unitPriceMinor: number; readonly reason: string } | undefined;
}

/** One sale in the making. `purchaseId` is made with the basket, so that a repeated completion completes once. */
export interface Basket {
  readonly purchaseId: Id<'purchase'>;
  readonly lines: readonly BasketLine[];
  /** The line that + and − and Delete are about. */
  readonly selected: number | null;
  readonly memberId: Id<'member'> | null;
  readonly pointsToRedeem: number;
  /** A manager's leave for the prices that were changed, where the clerk needs one. */
  readonly approvalId: Id<'approval'> | null;
}

export type BasketAct =
  | { readonly kind: 'add'; readonly product: ProductRow; readonly quantityThousandths: number }
  | { readonly kind: 'quantity'; readonly lineId: number; readonly quantityThousandths: number }
  | { readonly kind: 'remove'; readonly lineId: number }
  | { readonly kind: 'select'; readonly lineId: number }
  | { readonly kind: 'move'; readonly step: 1 | -1 }
  | { readonly kind: 'member'; readonly memberId: Id<'member'> | null }
  | { readonly kind: 'redeem'; readonly points: number }
  | {
      readonly kind: 'price';
      readonly lineId: number;
      readonly override: BasketLine['override'];
      readonly approvalId: Id<'approval'> | null;
    }
  | { readonly kind: 'recalled'; readonly basket: RecalledBasket }
  | { readonly kind: 'restore'; readonly basket: Basket };

export const emptyBasket = (purchaseId: Id<'purchase'>): Basket => ({
  purchaseId,
  lines: [],
  selected: null,
  memberId: null,
  pointsToRedeem: 0,
  approvalId: null,
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
    case 'price':
      return withPrice(basket, act.lineId, act.override, act.approvalId);
    case 'recalled':
      return recalled(basket, act.basket);
    case 'restore':
      // Brings back lines and member; a sale that was completed meanwhile keeps its id to itself.
      return { ...act.basket, purchaseId: basket.purchaseId };
  }
}

function added(basket: Basket, product: ProductRow, quantityThousandths: number): Basket {
  const { productId, name, sku, unit, priceMinor } = product;
  const same =
    unit === 'piece' ? basket.lines.find((line) => line.productId === productId && !line.override) : undefined;
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

function withPrice(
  basket: Basket,
  lineId: number,
  override: BasketLine['override'],
  approvalId: Id<'approval'> | null,
): Basket {
  const lines = basket.lines.map((line) => (line.lineId === lineId ? { ...line, override } : line));
  return { ...basket, lines, selected: lineId, approvalId: approvalId ?? basket.approvalId };
}

/** A held basket takes the place of an empty one; the sale keeps its own id. */
function recalled(basket: Basket, { memberId, lines }: RecalledBasket): Basket {
  const numbered = lines.map((line, index) => ({ ...line, lineId: index + 1 }));
  return { ...emptyBasket(basket.purchaseId), memberId, lines: numbered, selected: numbered.at(-1)?.lineId ?? null };
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

/** The lines as the till sends them, to be priced, held or sold. */
export const linesToSend = (lines: readonly BasketLine[]) =>
  lines.map(({ productId, quantityThousandths, override }) => ({
    productId,
    quantityThousandths,
    ...(override ? { override } : {}),
  }));
