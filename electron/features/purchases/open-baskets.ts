import type { z } from 'zod';
import { type ReadDb, transaction, type WriteDb } from '../../../db/kernel/connection.ts';
import { productById } from '../../../db/products/products.queries.ts';
import {
  basketAtTill,
  dropBasket,
  dropEmptyBaskets,
  heldBaskets,
  openBasket,
  putBasket,
  putOthersAside,
  takeToTill,
} from '../../../db/purchases/open-baskets.queries.ts';
import { purchaseKnown } from '../../../db/purchases/purchases.queries.ts';
import type { BasketBody, KeptBasket, purchasesContract } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import type { OpenStore } from '../../api/open-store.ts';

type Basket = z.output<typeof purchasesContract.keepDraft.input>;
type HoldRefusal = Refusal<(typeof purchasesContract.hold.refusals)[number]>;

const write = (tx: WriteDb, basket: Basket, tillId: Id<'till'> | null, staffId: Id<'staff'> | null, nowMs: number) => {
  const { purchaseId, ...body } = basket;
  putBasket.run(tx, {
    purchaseId,
    tillId,
    memberId: body.memberId,
    savedAtMs: nowMs,
    savedById: staffId,
    basket: JSON.stringify(body satisfies BasketBody),
  });
};

/** Makes room at a till for one basket: whatever else was rung up there is put aside, never lost. */
export function makeRoom(tx: WriteDb, tillId: Id<'till'>, purchaseId: Id<'purchase'>): void {
  putOthersAside.run(tx, { tillId, purchaseId });
  dropEmptyBaskets.run(tx, {});
}

/**
 * Keeps a till's basket on the disk, so that no reload, restart or crash loses it. What comes late changes nothing: a
 * basket that was sold, held or taken to another till meanwhile stays as it is.
 */
export function keepDraft({ db, facts }: OpenStore, basket: Basket, staffId: Id<'staff'> | null, nowMs: number): void {
  const { purchaseId, lines, memberId } = basket;
  transaction(db, (tx) => {
    if (purchaseKnown.get(tx, { purchaseId })) return;
    const known = openBasket.get(tx, { purchaseId });
    if (known && known.tillId !== facts.tillId) return;
    if (lines.length === 0 && memberId === null) return void dropBasket.run(tx, { purchaseId });
    makeRoom(tx, facts.tillId, purchaseId);
    write(tx, basket, facts.tillId, staffId, nowMs);
  });
}

/** The basket that is rung up at this till, as it was kept last. */
export function draftAtTill({ db, facts }: OpenStore): KeptBasket | null {
  const kept = basketAtTill.get(db, { tillId: facts.tillId });
  return kept ? readBasket(db, kept) : null;
}

/** Puts a basket aside on the disk. The same basket again is put aside as it is now. */
export function holdBasket(
  { db, facts }: OpenStore,
  basket: Basket,
  staffId: Id<'staff'> | null,
  nowMs: number,
): Outcome<null, HoldRefusal> {
  const { purchaseId, lines } = basket;
  if (lines.length === 0) return refuse('empty-basket');
  return transaction<Outcome<null, HoldRefusal>>(db, (tx) => {
    if (purchaseKnown.get(tx, { purchaseId })) return refuse('purchase-id-reused');
    const at = openBasket.get(tx, { purchaseId })?.tillId ?? facts.tillId;
    if (at !== facts.tillId) return refuse('basket-gone');
    write(tx, basket, null, staffId, nowMs);
    return done(null);
  });
}

/** The baskets that were put aside in this store, the last one first. */
export const heldAtStore = ({ db }: OpenStore) =>
  heldBaskets
    .all(db, {})
    .map(({ name, phone, ...held }) => ({ ...held, member: name ?? (phone === null ? null : maskPhone(phone)) }));

/** Makes a held basket this till's. It lies there from then on, so that a lost answer finds it there again. */
export function recallBasket(
  { db, facts }: OpenStore,
  purchaseId: Id<'purchase'>,
): Outcome<KeptBasket, Refusal<'basket-gone'>> {
  return transaction<Outcome<KeptBasket, Refusal<'basket-gone'>>>(db, (tx) => {
    const held = openBasket.get(tx, { purchaseId });
    if (!held || (held.tillId !== null && held.tillId !== facts.tillId)) return refuse('basket-gone');
    makeRoom(tx, facts.tillId, purchaseId);
    takeToTill.run(tx, { purchaseId, tillId: facts.tillId });
    return done(readBasket(tx, held));
  });
}

/** The basket with what the catalogue says of its products now. */
function readBasket(
  db: ReadDb,
  { purchaseId, savedAtMs, basket }: { readonly purchaseId: Id<'purchase'>; savedAtMs: number; basket: string },
): KeptBasket {
  const body = JSON.parse(basket) as BasketBody;
  const lines = body.lines.flatMap((line): KeptBasket['lines'] => {
    if ('open' in line) return [line];
    const product = productById.get(db, { productId: line.productId });
    if (!product) return [];
    const { name, sku, unit, priceMinor } = product;
    return [{ ...line, name, sku, unit, priceMinor }];
  });
  return { ...body, purchaseId, savedAtMs, lines };
}
