import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

export const PRODUCT_COLUMNS = `product.id AS productId, sku, product.name, category.name AS category, category.id AS categoryId, unit,
  price_minor AS priceMinor, cost_minor AS costMinor, tax_rate_bp AS taxRateBp,
  iif(product.status = 'removed', 'discontinued', product.status) AS status, product.owner, product.version,
  (SELECT barcode FROM product_barcode WHERE product_barcode.product_pk = product.product_pk AND position = 0) AS barcode`;
export const FROM_PRODUCT = 'FROM product LEFT JOIN category ON category.category_pk = product.category_pk';
export const productRow = {
  productId: id('product'),
  sku: text,
  name: text,
  category: nullable(text),
  categoryId: nullable(id('category')),
  unit: oneOf(['piece', 'kg']),
  priceMinor: integer,
  costMinor: nullable(integer),
  taxRateBp: integer,
  status: oneOf(['active', 'discontinued']),
  owner: text,
  version: integer,
  barcode: nullable(text),
};

export const productById = defineQuery({
  name: 'products.by-id',
  sql: `SELECT ${PRODUCT_COLUMNS} ${FROM_PRODUCT} WHERE product.id = @productId`,
  params: { productId: id('product') },
  row: productRow,
});

/** What a sale needs of a product that is sold. Its cost is what the stock cost on average, so that a margin can be told ever after. */
export const productForSale = defineQuery({
  name: 'products.for-sale',
  sql: `SELECT product.id AS productId, category.id AS categoryId, sku, product.name, unit, price_minor AS priceMinor,
          ifnull((average_cost_milli + 500) / 1000, cost_minor) AS costMinor, tax_rate_bp AS taxRateBp,
          (SELECT barcode FROM product_barcode WHERE product_barcode.product_pk = product.product_pk AND position = 0) AS barcode
        ${FROM_PRODUCT} LEFT JOIN stock_level ON stock_level.product_pk = product.product_pk
          AND stock_level.store_pk = (SELECT store_pk FROM store WHERE id = @storeId)
        WHERE product.id = @productId AND product.status = 'active'`,
  params: { storeId: id('store'), productId: id('product') },
  row: {
    productId: id('product'),
    categoryId: nullable(id('category')),
    sku: text,
    name: text,
    unit: oneOf(['piece', 'kg']),
    priceMinor: integer,
    costMinor: nullable(integer),
    taxRateBp: integer,
    barcode: nullable(text),
  },
});

export const barcodesOf = defineQuery({
  name: 'products.barcodes',
  sql: `SELECT barcode FROM product_barcode WHERE product_pk = (SELECT product_pk FROM product WHERE id = @productId) ORDER BY position`,
  params: { productId: id('product') },
  row: { barcode: text },
});

export const productByBarcode = defineQuery({
  name: 'products.by-barcode',
  sql: `SELECT ${PRODUCT_COLUMNS} ${FROM_PRODUCT}
        WHERE product.product_pk IN (SELECT product_pk FROM product_barcode WHERE barcode = @code) AND product.status <> 'removed' ORDER BY product.product_pk LIMIT 1`,
  params: { code: text },
  row: productRow,
});

export const productBySku = defineQuery({
  name: 'products.by-sku',
  sql: `SELECT ${PRODUCT_COLUMNS} ${FROM_PRODUCT} WHERE sku = @code AND product.status <> 'removed' ORDER BY product.product_pk LIMIT 1`,
  params: { code: text },
  row: productRow,
});

/** By the beginning of name, pinyin or initials; `end` is `q` with the highest character behind it. */
export const productsByPrefix = defineQuery({
  name: 'products.by-prefix',
  sql: `SELECT ${PRODUCT_COLUMNS} ${FROM_PRODUCT}
        WHERE product.status = 'active' AND product.product_pk IN (
          SELECT product_pk FROM product WHERE name >= @q AND name < @end
          UNION SELECT product_pk FROM product WHERE pinyin >= @lower AND pinyin < @lowerEnd
          UNION SELECT product_pk FROM product WHERE initials >= @lower AND initials < @lowerEnd)
        ORDER BY product.name LIMIT @limit`,
  params: { q: text, end: text, lower: text, lowerEnd: text, limit: integer },
  row: productRow,
});

/** Not taken back, and found by any part of name or SKU, the beginning of pinyin or initials, or the whole barcode; all where `@q` is empty. */
export const PRODUCT_FITS = `product.status <> 'removed' AND (@q = '' OR instr(lower(product.name), @q) > 0 OR instr(lower(sku), @q) > 0 OR substr(pinyin, 1, length(@q)) = @q OR substr(initials, 1, length(@q)) = @q
    OR EXISTS (SELECT 1 FROM product_barcode WHERE product_barcode.product_pk = product.product_pk AND barcode = @q))`;

export const categoryById = defineQuery({
  name: 'categories.by-id',
  sql: 'SELECT name FROM category WHERE id = @categoryId',
  params: { categoryId: id('category') },
  row: { name: text },
});

/** Categories whose name holds a text. */
export const categoriesWith = defineQuery({
  name: 'categories.with',
  sql: 'SELECT id AS categoryId, name FROM category WHERE instr(lower(name), @q) > 0 ORDER BY name LIMIT @limit',
  params: { q: text, limit: integer },
  row: { categoryId: id('category'), name: text },
});

export const categoryByName = defineQuery({
  name: 'categories.by-name',
  sql: 'SELECT id AS categoryId FROM category WHERE name = @name ORDER BY category_pk LIMIT 1',
  params: { name: text },
  row: { categoryId: id('category') },
});
