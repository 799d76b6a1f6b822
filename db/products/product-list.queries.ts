import { id, integer, text } from '../kernel/codec.ts';
import { defineFiltered } from '../kernel/define-filtered.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { PRODUCT_FRAGMENTS } from './product-conditions.ts';
import { PRODUCT_COLUMNS, productRow } from './products.queries.ts';

/** The products that a filter leaves in a stretch of keys, with their prices, as two JSON lists. */
export const productMatches = defineFiltered(
  {
    name: 'products.matches',
    sql: (where) => `SELECT json_group_array(product_pk) AS pks, json_group_array(price_minor) AS keys FROM product
      WHERE product_pk > @after AND product_pk <= @through AND product.status <> 'removed' AND ${where}`,
    params: { after: integer, through: integer },
    row: { pks: text, keys: text },
  },
  PRODUCT_FRAGMENTS,
);

export const lastProductPk = defineQuery({
  name: 'products.last-pk',
  sql: 'SELECT ifnull(max(product_pk), 0) AS pk FROM product',
  params: {},
  row: { pk: integer },
});

const inOrderOf = (name: string, sql: string) =>
  defineQuery({
    name: `products.in-${name}-order`,
    sql: `SELECT json_group_array(product_pk) AS pks FROM (SELECT product_pk FROM ${sql})`,
    params: {},
    row: { pks: text },
  });
/** All that have such a word, in its order. */
export const PRODUCTS_IN_ORDER_OF = {
  name: inOrderOf('name', 'product ORDER BY name, product_pk'),
  sku: inOrderOf('sku', 'product ORDER BY sku, product_pk'),
  category: inOrderOf(
    'category',
    'product JOIN category USING (category_pk) ORDER BY category.name, product.name, product_pk',
  ),
};

/** What the list shows of some products, in no order. */
export const productRows = defineQuery({
  name: 'products.rows',
  sql: `SELECT ${PRODUCT_COLUMNS}, product.product_pk AS productPk
        FROM json_each(@pks) AS wanted CROSS JOIN product ON product.product_pk = wanted.value
        LEFT JOIN category ON category.category_pk = product.category_pk`,
  params: { pks: text },
  row: { ...productRow, productPk: integer },
});

/** The keys of products that are in the list, in the order of the ids. */
export const pksOfProducts = defineQuery({
  name: 'products.pks-of-ids',
  sql: `SELECT json_group_array(product_pk) AS pks FROM json_each(@ids) AS wanted
        CROSS JOIN product ON product.id = unhex(replace(wanted.value, '-', '')) WHERE product.status <> 'removed'`,
  params: { ids: text },
  row: { pks: text },
});

export const categoriesInUse = defineQuery({
  name: 'categories.in-use',
  sql: `SELECT id AS value, name AS words FROM category
        WHERE category_pk IN (SELECT category_pk FROM product) ORDER BY name`,
  params: {},
  row: { value: id('category'), words: text },
});

export const taxRatesInUse = defineQuery({
  name: 'products.tax-rates-in-use',
  sql: 'SELECT DISTINCT tax_rate_bp AS taxRateBp FROM product ORDER BY tax_rate_bp',
  params: {},
  row: { taxRateBp: integer },
});
