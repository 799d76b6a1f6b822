import path from 'node:path';
import { bareCommit, someMembers } from '../../db/bench/raw-limits.ts';
import { idText } from '../../db/kernel/codec.ts';
import { checkpoint } from '../../db/kernel/connection.ts';
import { productBySku } from '../../db/products/products.queries.ts';
import type { AppHost } from '../../electron/api/app-host.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import { saveProduct } from '../../electron/features/products/save-product.ts';
import { completeSale, type SaleCommand } from '../../electron/features/purchases/complete-sale.ts';
import { quoteBasket } from '../../electron/features/purchases/quote-basket.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { SAMPLE_CATALOGUE } from '../../shared/sample/catalogue.ts';
import { againstRaw, type Figure } from './measure.ts';

function putProducts(store: OpenStore, ids: <N extends string>() => Id<N>): Id<'product'>[] {
  return SAMPLE_CATALOGUE.map(({ sku, name, category, unit, priceMinor, taxRateBp, barcode }) => {
    const known = productBySku.get(store.db, { code: sku });
    if (known) return known.productId;
    const productId = ids<'product'>();
    saveProduct(
      store,
      { productId, sku, name, category, unit, priceMinor, taxRateBp, barcode, status: 'active' },
      Date.now(),
      ids,
    );
    return productId;
  });
}

const NOBODY = { staffId: null, overrideById: null };

/** Sells a basket of three products to a member, paid in cash. */
export function saleMaker(store: OpenStore, host: AppHost): (memberId: Id<'member'>, index: number) => SaleCommand {
  const products = putProducts(store, host.ids);
  return (memberId, index) => {
    const lines = [0, 1, 2].map((step) => ({
      productId: products[(index * 3 + step * 7) % products.length] as Id<'product'>,
      quantityThousandths: 1000,
    }));
    const basket = { memberId, lines, pointsToRedeem: 0 };
    const quote = quoteBasket(store, basket, host.clock());
    if (!quote.ok) throw new Error(quote.reason);
    return {
      ...basket,
      purchaseId: host.ids(),
      tenders: [{ kind: 'cash', amountMinor: quote.value.netMinor, reference: null }],
      expectedNetMinor: quote.value.netMinor,
    };
  };
}

export function sellOrThrow(store: OpenStore, host: AppHost, command: SaleCommand): void {
  const outcome = completeSale(store, command, NOBODY, host.clock(), host.ids);
  if (!outcome.ok) throw new Error(outcome.reason);
}

/** A sale with member, three lines and points, committed and synced, against a bare commit of one row. */
export function benchCheckout(store: OpenStore, host: AppHost, folder: string): Figure[] {
  const sales = 2_000;
  const sale = saleMaker(store, host);
  const commands = someMembers(store.db, sales + sales / 10).map(({ id }, index) => sale(idText<'member'>(id), index));
  checkpoint(store.db);
  const bare = bareCommit(path.join(folder, 'bare.db'));
  const figures = againstRaw(
    {
      name: 'checkout: member, 3 lines, points',
      rawName: 'bare commit of one row',
      n: sales,
      goal: { kind: 'ratio', atMost: 2.5 },
    },
    () => bare.commit(),
    (index) => sellOrThrow(store, host, commands[index] as SaleCommand),
  );
  bare.close();
  return figures;
}
