import type { Condition } from '../../shared/lists/conditions.ts';
import type { ProductField } from '../../shared/products/product-fields.ts';
import { text } from '../kernel/codec.ts';
import { type Clause, clause } from '../kernel/define-filtered.ts';
import { amountSql, choiceSql, type FieldSql, flagSql, fragmentsOf, notOf } from '../lists/fragments.ts';
import { PRODUCT_FITS } from './products.queries.ts';

/** Each field of the product list over the columns of product. */
const FIELDS: Readonly<Record<ProductField, FieldSql>> = {
  category: choiceSql(
    'product.category_pk',
    `SELECT category_pk FROM category JOIN json_each(@values) AS chosen ON category.id = unhex(replace(chosen.value, '-', ''))`,
  ),
  price: amountSql('price_minor'),
  status: choiceSql('status'),
  unit: choiceSql('unit'),
  taxRate: choiceSql('tax_rate_bp', 'SELECT CAST(value AS INTEGER) FROM json_each(@values)'),
  hasBarcode: flagSql('EXISTS (SELECT 1 FROM product_barcode WHERE product_barcode.product_pk = product.product_pk)'),
  hasCategory: flagSql('product.category_pk IS NOT NULL'),
  belowCost: flagSql('ifnull(price_minor < cost_minor, 0)'),
};

const SEARCHED = { sql: PRODUCT_FITS, params: { q: text } };

export const PRODUCT_FRAGMENTS = { ...fragmentsOf(FIELDS), searched: SEARCHED };

/** The clauses of a filter and of a search (`q` in lower case; '' for none). */
export function productClauses(conditions: readonly Condition[], q: string): Clause[] {
  const fields: Readonly<Record<string, FieldSql>> = FIELDS;
  // No field of a product is about a day, so no clause asks which day it is.
  const clauses = conditions.map((condition) => fields[condition.field]?.clauseOf(condition, '') ?? notOf(condition));
  return q === '' ? clauses : [...clauses, clause(SEARCHED, { q })];
}
