import { searchKeys } from '../../shared/members/search-keys.ts';
import type { CategoryFact, ProductFact } from '../../shared/products/product.facts.ts';
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
