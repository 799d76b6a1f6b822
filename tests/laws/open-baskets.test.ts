import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenStore } from '../../electron/api/open-store.ts';
import {
  draftAtTill,
  heldAtStore,
  holdBasket,
  keepDraft,
  recallBasket,
} from '../../electron/features/purchases/open-baskets.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember } from '../fixtures/a-member.ts';
import { anOpenItem, aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { anotherTill } from '../fixtures/another-till.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { saleCommand, tryCommand } from '../fixtures/sell.ts';
import { openShop } from '../fixtures/shop.ts';

const shop = aStore();
const [member, tea] = [aMember(shop, { name: '王小明' }), aProduct(shop)];
const one = shop.store;
const two = anotherTill(shop, 'T2');

const aBasket = () => ({
  purchaseId: shop.ids<'purchase'>(),
  memberId: member as Id<'member'> | null,
  lines: [
    { productId: tea, quantityThousandths: 2000, override: { unitPriceMinor: 900, reason: 'damaged' } },
    { open: anOpenItem(), quantityThousandths: 1000 },
  ],
  pointsToRedeem: 100,
});
type Basket = ReturnType<typeof aBasket>;

const keep = (till: OpenStore, basket: Basket) => keepDraft(till, basket, shop.clerkId, shop.nowMs);
const hold = (till: OpenStore, basket: Basket) => holdBasket(till, basket, shop.clerkId, shop.nowMs);
const sell = ({ purchaseId }: Basket) =>
  reasonOf(tryCommand(shop, saleCommand(shop, { id: purchaseId, products: [tea] })));
const held = () => heldAtStore(one).map(({ purchaseId }) => purchaseId);

describe('a basket that is rung up', () => {
  it('comes back as it was kept last, also after the program ended', () => {
    const begun = aStore();
    const product = aProduct(begun, { name: '龙井茶' });
    const basket = { ...aBasket(), memberId: null, lines: [{ productId: product, quantityThousandths: 3000 }] };
    keepDraft(begun.store, { ...basket, lines: [] }, begun.clerkId, begun.nowMs);
    keepDraft(begun.store, basket, begun.clerkId, begun.nowMs);
    begun.store.db.close();
    const again = openShop(begun.file);
    expect(draftAtTill(again.store)).toEqual({
      purchaseId: basket.purchaseId,
      memberId: null,
      pointsToRedeem: 100,
      savedAtMs: begun.nowMs,
      lines: [{ ...basket.lines[0], name: '龙井茶', sku: expect.any(String), unit: 'piece', priceMinor: 1000 }],
    });
    again.store.db.close();
  });

  it('is gone with the sale, and what is kept late brings it back at no till', () => {
    const basket = aBasket();
    keep(one, basket);
    expect(draftAtTill(one)?.lines).toHaveLength(2);
    expect(sell(basket)).toBe('done');
    expect(draftAtTill(one)).toBeNull();
    for (const till of [one, two]) {
      keep(till, basket);
      expect(draftAtTill(till)).toBeNull();
    }
    expect(reasonOf(hold(one, basket))).toBe('purchase-id-reused');
  });

  it('stays where its sale was refused', () => {
    const basket = aBasket();
    keep(one, basket);
    const command = saleCommand(shop, { id: basket.purchaseId, products: [tea] });
    expect(reasonOf(tryCommand(shop, { ...command, expectedNetMinor: 1 }))).toBe('price-changed');
    expect(draftAtTill(one)?.purchaseId).toBe(basket.purchaseId);
    keep(one, { ...basket, memberId: null, lines: [] });
    expect(draftAtTill(one)).toBeNull();
  });

  it('is put aside, not lost, where another takes its place', () => {
    const [first, second] = [aBasket(), aBasket()];
    keep(one, first);
    keep(one, second);
    expect(draftAtTill(one)?.purchaseId).toBe(second.purchaseId);
    expect(held()).toContain(first.purchaseId);
    sell(first);
    sell(second);
  });
});

describe('a held basket', () => {
  it('is the till’s once it was recalled: a lost answer is asked for again, and no other till gets it', () => {
    const basket = aBasket();
    must(hold(one, basket));
    must(hold(one, basket));
    expect(held()).toEqual([basket.purchaseId]);
    const recalled = must(recallBasket(two, basket.purchaseId));
    expect(recallBasket(two, basket.purchaseId)).toEqual({ ok: true, value: recalled });
    expect(draftAtTill(two)).toEqual(recalled);
    expect(recalled.lines).toMatchObject(basket.lines);
    expect(reasonOf(recallBasket(one, basket.purchaseId))).toBe('basket-gone');
    expect(reasonOf(hold(one, basket))).toBe('basket-gone');
    sell(basket);
    expect(reasonOf(recallBasket(two, basket.purchaseId))).toBe('basket-gone');
  });

  it('shows its member by name, until the member is erased', () => {
    const guest = aMember(shop, { name: '李雷', phone: '13812340077' });
    const basket = { ...aBasket(), memberId: guest };
    must(hold(one, basket));
    expect(heldAtStore(one)[0]).toMatchObject({ member: '李雷', lineCount: 2, heldBy: '林小雨' });
    eraseMember(shop, guest);
    expect(heldAtStore(one)[0]).toMatchObject({ member: null });
    sell(basket);
  });
});

type Where = OpenStore | 'held' | 'sold';
type What = 'keep' | 'hold' | 'recall' | 'sell';

const run = (what: What, till: OpenStore, basket: Basket): string => {
  if (what === 'hold') return reasonOf(hold(till, basket));
  if (what === 'recall') return reasonOf(recallBasket(till, basket.purchaseId));
  if (what === 'sell') return sell(basket);
  keep(till, basket);
  return 'done';
};

/** Where a basket is after an act, and what is answered. */
function expected(what: What, till: OpenStore, at: Where | undefined): readonly [Where | undefined, string] {
  const isFree = at === undefined || at === till;
  if (what === 'sell') return ['sold', 'done'];
  if (what === 'keep') return [isFree ? till : at, 'done'];
  if (what === 'recall') return at === till || at === 'held' ? [till, 'done'] : [at, 'basket-gone'];
  if (at === 'sold') return [at, 'purchase-id-reused'];
  return isFree || at === 'held' ? ['held', 'done'] : [at, 'basket-gone'];
}

describe('two tills', () => {
  const act = fc.record({
    what: fc.constantFrom<What>('keep', 'hold', 'recall', 'sell'),
    till: fc.constantFrom(one, two),
    which: fc.nat(3),
  });

  it('lose no basket and share none, whatever they do', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const baskets = [aBasket(), aBasket(), aBasket(), aBasket()];
        const where = new Map<Id, Where | undefined>();
        const idsAt = (place: Where) => [...where].filter(([, is]) => is === place).map(([id]) => id);
        for (const { what, till, which } of acts) {
          const basket = baskets[which] as Basket;
          const before = where.get(basket.purchaseId);
          const [after, answer] = expected(what, till, before);
          // Whatever else was at a till that takes a basket is put aside.
          if (after === till) for (const other of idsAt(till)) where.set(other, 'held');
          where.set(basket.purchaseId, after);
          expect(run(what, till, basket)).toBe(answer);
          for (const each of [one, two]) expect([draftAtTill(each)?.purchaseId ?? []].flat()).toEqual(idsAt(each));
          expect(new Set(held())).toEqual(new Set(idsAt('held')));
        }
        for (const basket of baskets) sell(basket);
      }),
    );
  });
});
