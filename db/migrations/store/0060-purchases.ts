import type { Migration } from '../../kernel/migrate.ts';

export const purchases: Migration = {
  version: 60,
  name: 'purchases',
  sql: `
    CREATE TABLE purchase (
      purchase_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      entry_kind TEXT NOT NULL CHECK (entry_kind IN ('sale', 'return', 'void')),
      -- Derived: a sale is voided by a later entry of kind void.
      state TEXT NOT NULL CHECK (state IN ('completed', 'voided')),
      store_pk INTEGER NOT NULL REFERENCES store,
      till_pk INTEGER NOT NULL REFERENCES till,
      receipt_number TEXT NOT NULL,
      receipt_counter INTEGER NOT NULL,
      member_pk INTEGER REFERENCES member,
      staff_pk INTEGER REFERENCES staff,
      -- The till's own software that asked, by the key it showed.
      api_key_pk INTEGER REFERENCES api_key,
      channel TEXT NOT NULL CHECK (channel IN ('till', 'online', 'import')),
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      -- The rule by which the business date was fixed, kept with it.
      zone TEXT NOT NULL,
      cutover_minutes INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      occurred_at_ms INTEGER NOT NULL,
      -- The stamp of the fact: the order of facts, whatever the wall clock showed.
      hlc TEXT NOT NULL,
      gross_minor INTEGER NOT NULL,
      discount_minor INTEGER NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      points_paid_minor INTEGER NOT NULL,
      points_earned INTEGER NOT NULL,
      points_redeemed INTEGER NOT NULL,
      -- Derived: the member's points right after, kept so that a receipt reads the same ever after.
      balance_after INTEGER,
      programme_version INTEGER,
      original_pk INTEGER REFERENCES purchase,
      shift_pk INTEGER REFERENCES shift,
      import_id BLOB CHECK (length(import_id) = 16),
      CHECK (gross_minor - discount_minor = net_minor),
      CHECK ((entry_kind = 'sale') = (original_pk IS NULL) OR entry_kind = 'return'),
      UNIQUE (till_pk, receipt_number, entry_kind)
    ) STRICT;
    -- What a member bought, in their order and since a day: one index for both, as each sale writes a page of every index.
    CREATE INDEX purchase_member ON purchase (member_pk, business_date, net_minor, entry_kind, state, hlc) WHERE member_pk IS NOT NULL;
    CREATE INDEX purchase_original ON purchase (original_pk) WHERE original_pk IS NOT NULL;

    CREATE INDEX purchase_shift ON purchase (shift_pk) WHERE shift_pk IS NOT NULL;

    -- Baskets that are rung up or put aside. Local: a basket is no sale, earns nothing and changes nothing.
    CREATE TABLE open_basket (
      basket_pk INTEGER PRIMARY KEY,
      -- The sale that it will be, and that takes the basket away.
      purchase_id BLOB NOT NULL UNIQUE CHECK (length(purchase_id) = 16),
      -- The till where it is rung up; null where it was put aside.
      till_pk INTEGER UNIQUE REFERENCES till,
      member_pk INTEGER REFERENCES member,
      saved_at_ms INTEGER NOT NULL,
      saved_by_pk INTEGER REFERENCES staff,
      basket TEXT NOT NULL CHECK (json_valid(basket))
    ) STRICT;

    CREATE TABLE purchase_line (
      purchase_pk INTEGER NOT NULL REFERENCES purchase,
      line_no INTEGER NOT NULL CHECK (line_no > 0),
      product_pk INTEGER REFERENCES product,
      sku TEXT NOT NULL,
      name TEXT NOT NULL,
      barcode TEXT,
      unit TEXT NOT NULL CHECK (unit IN ('piece', 'kg')),
      quantity_thousandths INTEGER NOT NULL,
      unit_price_minor INTEGER NOT NULL,
      override_list_price_minor INTEGER,
      override_reason TEXT,
      override_by_pk INTEGER REFERENCES staff,
      gross_minor INTEGER NOT NULL,
      discount_minor INTEGER NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_rate_bp INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      cost_minor INTEGER,
      points_earned INTEGER NOT NULL,
      original_line_no INTEGER,
      CHECK (gross_minor - discount_minor = net_minor),
      CHECK ((override_list_price_minor IS NULL) = (override_reason IS NULL)),
      PRIMARY KEY (purchase_pk, line_no)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tender (
      purchase_pk INTEGER NOT NULL REFERENCES purchase,
      tender_no INTEGER NOT NULL CHECK (tender_no > 0),
      kind TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      change_minor INTEGER NOT NULL CHECK (change_minor >= 0),
      points INTEGER,
      reference TEXT,
      CHECK ((kind = 'points') = (points IS NOT NULL)),
      PRIMARY KEY (purchase_pk, tender_no)
    ) STRICT, WITHOUT ROWID;
  `,
};
