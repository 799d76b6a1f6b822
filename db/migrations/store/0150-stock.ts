import type { Migration } from '../../kernel/migrate.ts';

export const stock: Migration = {
  version: 150,
  name: 'stock',
  sql: `
    -- How a store keeps a product; without a row it is stocked, and more is ordered at a week's sale.
    CREATE TABLE stock_terms (
      terms_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      owner TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      store_pk INTEGER NOT NULL REFERENCES store,
      product_pk INTEGER NOT NULL REFERENCES product,
      stocked INTEGER NOT NULL CHECK (stocked IN (0, 1)),
      reorder_thousandths INTEGER CHECK (reorder_thousandths >= 0),
      UNIQUE (store_pk, product_pk)
    ) STRICT;

    CREATE TABLE stock_document (
      document_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      kind TEXT NOT NULL CHECK (kind IN ('receipt', 'count', 'adjustment')),
      store_pk INTEGER NOT NULL REFERENCES store,
      till_pk INTEGER NOT NULL REFERENCES till,
      staff_pk INTEGER REFERENCES staff,
      occurred_at_ms INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      supplier TEXT,
      reference TEXT,
      reason TEXT,
      note TEXT,
      reverses_pk INTEGER REFERENCES stock_document,
      purchase_pk INTEGER REFERENCES purchase,
      CHECK ((kind = 'adjustment') = (reason IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX stock_document_reverses ON stock_document (reverses_pk) WHERE reverses_pk IS NOT NULL;

    CREATE TABLE stock_document_line (
      document_pk INTEGER NOT NULL REFERENCES stock_document,
      line_no INTEGER NOT NULL CHECK (line_no > 0),
      product_pk INTEGER NOT NULL REFERENCES product,
      -- The moment at which it moves the stock: of a count the counted one, else the document's.
      at_ms INTEGER NOT NULL,
      change_thousandths INTEGER NOT NULL,
      unit_cost_minor INTEGER CHECK (unit_cost_minor >= 0),
      counted_thousandths INTEGER CHECK (counted_thousandths >= 0),
      expected_thousandths INTEGER,
      CHECK (counted_thousandths IS NULL OR counted_thousandths - expected_thousandths = change_thousandths),
      PRIMARY KEY (document_pk, line_no)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stock_document_line_product ON stock_document_line (product_pk, at_ms);

    -- A product's sales and returns are its ledger too; they are not written a second time.
    CREATE INDEX purchase_line_product ON purchase_line (product_pk) WHERE product_pk IS NOT NULL;

    -- Derived: the sum of the ledger, the average cost, and when it last moved how.
    CREATE TABLE stock_level (
      store_pk INTEGER NOT NULL REFERENCES store,
      product_pk INTEGER NOT NULL REFERENCES product,
      on_hand_thousandths INTEGER NOT NULL,
      -- Of one piece or kilogram, in thousandths of the minor unit; NULL while no cost is known.
      average_cost_milli INTEGER CHECK (average_cost_milli >= 0),
      last_receipt_at_ms INTEGER,
      last_sale_at_ms INTEGER,
      last_count_at_ms INTEGER,
      PRIMARY KEY (store_pk, product_pk)
    ) STRICT, WITHOUT ROWID;

    -- Derived: sold less returned by business day. By day first, so that a till writes where it wrote before.
    CREATE TABLE stock_day (
      store_pk INTEGER NOT NULL REFERENCES store,
      business_date TEXT NOT NULL,
      product_pk INTEGER NOT NULL REFERENCES product,
      sold_thousandths INTEGER NOT NULL,
      PRIMARY KEY (store_pk, business_date, product_pk)
    ) STRICT, WITHOUT ROWID;

    -- What is being received or counted, as it was typed. Local: nothing moved yet.
    CREATE TABLE stock_draft (
      kind TEXT PRIMARY KEY CHECK (kind IN ('receipt', 'count')),
      draft TEXT NOT NULL CHECK (json_valid(draft))
    ) STRICT, WITHOUT ROWID;

    -- How far requests have come.
    CREATE TABLE request_mark (
      mark_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      store_pk INTEGER NOT NULL REFERENCES store,
      staff_pk INTEGER REFERENCES staff,
      at_ms INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'ordered', 'answered'))
    ) STRICT;

    -- What was asked for and not had.
    CREATE TABLE product_request (
      request_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      store_pk INTEGER NOT NULL REFERENCES store,
      till_pk INTEGER NOT NULL REFERENCES till,
      staff_pk INTEGER REFERENCES staff,
      at_ms INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      product_pk INTEGER REFERENCES product,
      text TEXT NOT NULL,
      quantity_thousandths INTEGER CHECK (quantity_thousandths > 0),
      note TEXT,
      member_pk INTEGER REFERENCES member,
      tell_member INTEGER NOT NULL CHECK (tell_member IN (0, 1) AND (tell_member = 0 OR member_pk IS NOT NULL)),
      -- Derived: the latest mark.
      mark_pk INTEGER REFERENCES request_mark
    ) STRICT;
    CREATE TABLE request_marked (
      mark_pk INTEGER NOT NULL REFERENCES request_mark,
      request_pk INTEGER NOT NULL REFERENCES product_request,
      PRIMARY KEY (mark_pk, request_pk)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX product_request_member ON product_request (member_pk) WHERE member_pk IS NOT NULL;
  `,
};
