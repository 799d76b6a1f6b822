import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import type { BasketBody, KeptBasket } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { OpenItem } from '../../../shared/purchases/open-item.ts';

/** A line as it was rung up. Name, unit and price are what the clerk saw; the quote says what it costs. */
export interface BasketLine {
  readonly lineId: number;
  /** Null for goods that are not in the catalogue; `open` then says what they are. */
  readonly productId: Id<'product'> | null;
  readonly open?: OpenItem | undefined;
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
  /** Codes of the coupons that the customer presents. */
  readonly coupons: readonly string[];
  /** A manager's leave for the prices that were set by hand, where the clerk needs one. */
  readonly approvalId: Id<'approval'> | null;
  /** When it was kept last, for a basket that came back and was not touched since. */
  readonly restoredFromMs: number | null;
}

export type BasketAct =
  | { readonly kind: 'add'; readonly product: ProductRow; readonly quantityThousandths: number }
  | {
      readonly kind: 'open';
      /** The open line that is changed; null for a new one. */
      readonly lineId: number | null;
      readonly item: OpenItem;
      readonly quantityThousandths: number;
      readonly approvalId: Id<'approval'> | null;
    }
  | { readonly kind: 'quantity'; readonly lineId: number; readonly quantityThousandths: number }
  | { readonly kind: 'remove'; readonly lineId: number }
  | { readonly kind: 'select'; readonly lineId: number }
  | { readonly kind: 'move'; readonly step: 1 | -1 }
  | { readonly kind: 'member'; readonly memberId: Id<'member'> | null }
  | { readonly kind: 'redeem'; readonly points: number }
  | { readonly kind: 'coupon'; readonly code: string }
  | { readonly kind: 'no-coupon'; readonly code: string }
  | {
      readonly kind: 'price';
      readonly lineId: number;
      readonly override: BasketLine['override'];
      readonly approvalId: Id<'approval'> | null;
    }
  | { readonly kind: 'approved'; readonly approvalId: Id<'approval'> | null }
  /** A basket that was put aside takes the place of an empty one. */
  | { readonly kind: 'recalled'; readonly basket: KeptBasket }
  | { readonly kind: 'clear' }
  | { readonly kind: 'restore'; readonly basket: Basket };

export const emptyBasket = (purchaseId: Id<'purchase'>): Basket => ({
  purchaseId,
  lines: [],
  selected: null,
  memberId: null,
  pointsToRedeem: 0,
  coupons: [],
  approvalId: null,
  restoredFromMs: null,
});

/** A basket as the store kept it. It is the same sale, so it has the same id. */
export const restoredBasket = (kept: KeptBasket): Basket => ({
  ...basketOf(kept),
  restoredFromMs: kept.savedAtMs,
});

function basketOf({ purchaseId, memberId, pointsToRedeem, coupons = [], lines }: KeptBasket): Basket {
  const numbered = lines.map(
    (line, index): BasketLine => ({ ...('open' in line ? openLine(line.open, line) : line), lineId: index + 1 }),
  );
  const selected = numbered.at(-1)?.lineId ?? null;
  return { ...emptyBasket(purchaseId), memberId, pointsToRedeem, coupons, lines: numbered, selected };
}

/** A line of goods that are not in the catalogue. */
const openLine = (open: OpenItem, { quantityThousandths }: { readonly quantityThousandths: number }) => ({
  productId: null,
  open,
  name: open.name,
  sku: open.barcode ?? '',
  unit: 'piece' as const,
  priceMinor: open.unitPriceMinor,
  quantityThousandths,
});

export const LARGEST_QUANTITY = 1_000_000_000;

/** The basket after an act. Pieces of one product share a line; each weighing is a line of its own. */
export const basketAfter = (basket: Basket, act: BasketAct): Basket => ({
  ...changed(basket, act),
  restoredFromMs: null,
});

function changed(basket: Basket, act: BasketAct): Basket {
  switch (act.kind) {
    case 'add':
      return added(basket, act.product, act.quantityThousandths);
    case 'open':
      return withOpenLine(basket, act);
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
    case 'coupon':
      return basket.coupons.includes(act.code) ? basket : { ...basket, coupons: [...basket.coupons, act.code] };
    case 'no-coupon':
      return { ...basket, coupons: basket.coupons.filter((code) => code !== act.code) };
    case 'price':
      return withPrice(basket, act.lineId, act.override, act.approvalId);
    case 'approved':
      return { ...basket, approvalId: act.approvalId };
    case 'recalled':
      return { ...basketOf(act.basket), memberId: act.basket.memberId ?? basket.memberId };
    case 'clear':
      return emptyBasket(basket.purchaseId);
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
  const lineId = nextLineId(basket);
  const line: BasketLine = { lineId, productId, name, sku, unit, priceMinor, quantityThousandths };
  return { ...basket, lines: [...basket.lines, line], selected: lineId };
}

const nextLineId = ({ lines }: Basket): number => Math.max(0, ...lines.map((line) => line.lineId)) + 1;

function withOpenLine(basket: Basket, { lineId, item, approvalId, ...quantity }: BasketAct & { kind: 'open' }): Basket {
  const line: BasketLine = { ...openLine(item, quantity), lineId: lineId ?? nextLineId(basket) };
  const lines =
    lineId === null ? [...basket.lines, line] : basket.lines.map((each) => (each.lineId === lineId ? line : each));
  return { ...basket, lines, selected: line.lineId, approvalId: approvalId ?? basket.approvalId };
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

/** Whether somebody set a price by hand, which needs a right or a manager's leave. */
export const hasHandPrices = ({ lines }: Basket): boolean => lines.some(({ open, override }) => open || override);

/** The basket as the till sends it, to be priced, kept, held or sold. */
export const basketToSend = ({ memberId, lines, pointsToRedeem, coupons }: Basket): BasketBody => ({
  memberId,
  pointsToRedeem,
  ...(coupons.length > 0 ? { coupons: [...coupons] } : {}),
  lines: lines.flatMap(({ productId, open, quantityThousandths, override }): BasketBody['lines'] => {
    if (open) return [{ open, quantityThousandths }];
    return productId ? [{ productId, quantityThousandths, ...(override ? { override } : {}) }] : [];
  }),
});
