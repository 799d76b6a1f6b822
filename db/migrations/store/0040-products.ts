import type { Migration } from '../../kernel/migrate.ts';

export const products: Migration = {
  version: 40,
  name: 'products',
  sql: `
    CREATE TABLE category (
      category_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      name TEXT NOT NULL,
      parent_pk INTEGER REFERENCES category
    ) STRICT;

    CREATE TABLE product (
      product_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      sku TEXT NOT NULL,
      name TEXT NOT NULL,
      category_pk INTEGER REFERENCES category,
      unit TEXT NOT NULL CHECK (unit IN ('piece', 'kg')),
      price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
      cost_minor INTEGER CHECK (cost_minor >= 0),
      tax_rate_bp INTEGER NOT NULL CHECK (tax_rate_bp BETWEEN 0 AND 10000),
      status TEXT NOT NULL CHECK (status IN ('active', 'discontinued', 'removed')),
      -- Search keys, derived from the name.
      pinyin TEXT NOT NULL,
      initials TEXT NOT NULL
    ) STRICT;
    -- Not unique: headquarters and a store may both have named a product so; the screen warns.
    CREATE INDEX product_sku ON product (sku);
    CREATE INDEX product_name ON product (name);
    CREATE INDEX product_pinyin ON product (pinyin);
    CREATE INDEX product_initials ON product (initials);

    CREATE TABLE product_barcode (
      product_pk INTEGER NOT NULL REFERENCES product,
      position INTEGER NOT NULL,
      barcode TEXT NOT NULL,
      PRIMARY KEY (product_pk, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX product_barcode_code ON product_barcode (barcode);
  `,
};
