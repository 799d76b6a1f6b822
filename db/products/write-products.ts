import type { Id } from '../../shared/kernel/id.ts';
import { searchKeys } from '../../shared/members/search-keys.ts';
import type { CategoryFact, ProductFact } from '../../shared/products/product.facts.ts';
import type { Retraction } from '../../shared/sync/kinds.ts';
import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';

const putCategory = defineWrite({
  name: 'categories.put',
  sql: `INSERT INTO category (id, owner, version, name, parent_pk)
        VALUES (@id, @owner, @version, @name, (SELECT category_pk FROM category WHERE id = @parentId))
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, parent_pk = excluded.parent_pk
        WHERE excluded.version > category.version`,
  params: { id: id('category'), owner: text, version: integer, name: text, parentId: nullable(id('category')) },
});
export const writeCategory = (db: WriteDb, fact: CategoryFact): void => void putCategory.run(db, fact);

const putProduct = defineWrite({
  name: 'products.put',
  sql: `INSERT INTO product (id, owner, version, sku, name, category_pk, unit, price_minor, cost_minor, tax_rate_bp, status, pinyin, initials)
        VALUES (@id, @owner, @version, @sku, @name, (SELECT category_pk FROM category WHERE id = @categoryId), @unit,
                @priceMinor, @costMinor, @taxRateBp, @status, @pinyin, @initials)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, sku = excluded.sku, name = excluded.name,
          category_pk = excluded.category_pk, unit = excluded.unit, price_minor = excluded.price_minor,
          cost_minor = excluded.cost_minor, tax_rate_bp = excluded.tax_rate_bp, status = excluded.status,
          pinyin = excluded.pinyin, initials = excluded.initials
        WHERE excluded.version > product.version`,
  params: {
    id: id('product'),
    owner: text,
    version: integer,
    sku: text,
    name: text,
    categoryId: nullable(id('category')),
    unit: oneOf(['piece', 'kg']),
    priceMinor: integer,
    costMinor: nullable(integer),
    taxRateBp: integer,
    status: oneOf(['active', 'discontinued']),
    pinyin: text,
    initials: text,
  },
});

const dropBarcodes = defineWrite({
  name: 'products.drop-barcodes',
  sql: 'DELETE FROM product_barcode WHERE product_pk = (SELECT product_pk FROM product WHERE id = @id)',
  params: { id: id('product') },
});

const putBarcode = defineWrite({
  name: 'products.put-barcode',
  sql: `INSERT INTO product_barcode (product_pk, position, barcode)
        VALUES ((SELECT product_pk FROM product WHERE id = @id), @position, @barcode)`,
  params: { id: id('product'), position: integer, barcode: text },
});

export function writeProduct(db: WriteDb, fact: ProductFact): void {
  if (putProduct.run(db, { ...fact, ...searchKeys(fact.name) }) === 0) return;
  dropBarcodes.run(db, { id: fact.id });
  for (const [position, barcode] of fact.barcodes.entries()) putBarcode.run(db, { id: fact.id, position, barcode });
}

const markRemoved = defineWrite({
  name: 'products.mark-removed',
  sql: `UPDATE product SET status = 'removed', category_pk = NULL WHERE id = @id`,
  params: { id: id('product') },
});

/** Takes a product back: the row stays for the lines that point at it, and nobody finds it any more. */
export function removeProduct(db: WriteDb, retraction: Retraction): void {
  const product = { id: retraction.id as Id<'product'> };
  dropBarcodes.run(db, product);
  markRemoved.run(db, product);
}

const dropCategory = defineWrite({
  name: 'categories.drop',
  sql: 'DELETE FROM category WHERE id = @id',
  params: { id: id('category') },
});

/** Takes a category back that holds nothing. */
export const removeCategory = (db: WriteDb, retraction: Retraction): void =>
  void dropCategory.run(db, { id: retraction.id as Id<'category'> });
