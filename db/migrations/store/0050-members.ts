import type { Migration } from '../../kernel/migrate.ts';

export const members: Migration = {
  version: 50,
  name: 'members',
  sql: `
    -- What facts point at. It holds nothing that names the person: an erasure empties member_identity and leaves this.
    CREATE TABLE member (
      member_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      -- Derived from the aliases: who this id stands for, at the end of the chain; null where it stands for itself.
      canonical_pk INTEGER REFERENCES member CHECK (canonical_pk <> member_pk),
      home_store_pk INTEGER NOT NULL REFERENCES store,
      status TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'closed', 'erased', 'removed')),
      status_reason TEXT,
      tier TEXT NOT NULL CHECK (tier IN ('member', 'silver', 'gold', 'platinum')),
      enrolled_at_ms INTEGER NOT NULL,
      enrolled_by_pk INTEGER REFERENCES staff,
      source TEXT NOT NULL,
      referred_by BLOB CHECK (length(referred_by) = 16),
      import_id BLOB CHECK (length(import_id) = 16),
      -- The stamp of each field's last write, as {"<hlc> <store>": ["phone", …]}. A field without one was never set.
      stamps TEXT NOT NULL CHECK (json_valid(stamps))
    ) STRICT;
    CREATE INDEX member_canonical ON member (canonical_pk) WHERE canonical_pk IS NOT NULL;

    CREATE TABLE member_identity (
      member_pk INTEGER PRIMARY KEY REFERENCES member,
      name TEXT,
      phone TEXT,
      email TEXT,
      gender TEXT,
      birthday TEXT CHECK (json_valid(birthday)),
      address TEXT,
      note TEXT,
      wechat_id TEXT,
      custom TEXT CHECK (json_valid(custom)),
      -- Search keys, derived from the above.
      phone_last4 TEXT,
      pinyin TEXT,
      initials TEXT,
      -- Days since 1970 of the last visit as of the last idle refresh: the order in which a search answers.
      visit_day INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    -- Not unique: two stores may enrol the same person while offline.
    CREATE INDEX member_phone ON member_identity (phone, visit_day) WHERE phone IS NOT NULL;
    CREATE INDEX member_email ON member_identity (email, visit_day) WHERE email IS NOT NULL;
    CREATE INDEX member_last4 ON member_identity (phone_last4, visit_day) WHERE phone_last4 IS NOT NULL;
    CREATE INDEX member_name ON member_identity (name, visit_day) WHERE name IS NOT NULL;
    CREATE INDEX member_pinyin ON member_identity (pinyin, visit_day) WHERE pinyin IS NOT NULL;
    CREATE INDEX member_initials ON member_identity (initials, visit_day) WHERE initials IS NOT NULL;

    -- Which id was joined to which other by a merge. A merge that was undone keeps its row.
    CREATE TABLE member_alias (
      alias_pk INTEGER PRIMARY KEY,
      merge_id BLOB NOT NULL CHECK (length(merge_id) = 16),
      member_pk INTEGER NOT NULL REFERENCES member,
      canonical_pk INTEGER NOT NULL REFERENCES member CHECK (canonical_pk <> member_pk),
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      -- Of two stores that joined one id to two others, the later stamp counts.
      stamp TEXT NOT NULL,
      -- Names of the fields in which the joined id's value was taken over.
      fields TEXT NOT NULL CHECK (json_valid(fields)),
      -- What they were and what they became, {"phone": [before, after]}: for an undo. Null once it is not needed, or erased.
      replaced TEXT CHECK (json_valid(replaced)),
      undone_at_ms INTEGER,
      UNIQUE (merge_id, member_pk)
    ) STRICT;
    CREATE INDEX member_alias_member ON member_alias (member_pk);
    CREATE INDEX member_alias_canonical ON member_alias (canonical_pk);

    CREATE TABLE member_card (
      card_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      member_pk INTEGER NOT NULL REFERENCES member,
      number TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('active', 'lost', 'replaced')),
      issued_at_ms INTEGER NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE INDEX member_card_number ON member_card (number, state, member_pk);
    CREATE INDEX member_card_member ON member_card (member_pk);

    -- How a member came to stand as member.status says: each change with its reason.
    CREATE TABLE member_standing (
      standing_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      member_pk INTEGER NOT NULL REFERENCES member,
      change TEXT NOT NULL CHECK (change IN ('suspend', 'reinstate', 'close', 'reopen')),
      reason TEXT NOT NULL,
      note TEXT,
      -- Of a closing: what became of the points, or of the debt, that the balance left.
      rest_points TEXT CHECK (rest_points IN ('forfeit', 'keep')),
      rest_debt TEXT CHECK (rest_debt IN ('write-off', 'keep')),
      at_ms INTEGER NOT NULL,
      staff_pk INTEGER REFERENCES staff,
      hlc TEXT NOT NULL,
      CHECK ((change = 'close') = (rest_points IS NOT NULL) AND (change = 'close') = (rest_debt IS NOT NULL))
    ) STRICT;
    CREATE INDEX member_standing_member ON member_standing (member_pk, hlc);

    CREATE TABLE consent_event (
      consent_pk INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      member_pk INTEGER NOT NULL REFERENCES member,
      purpose TEXT NOT NULL,
      given INTEGER NOT NULL CHECK (given IN (0, 1)),
      notice_version TEXT NOT NULL,
      channel TEXT NOT NULL,
      store_pk INTEGER NOT NULL REFERENCES store,
      staff_pk INTEGER REFERENCES staff,
      at_ms INTEGER NOT NULL,
      hlc TEXT NOT NULL,
      supersedes BLOB CHECK (length(supersedes) = 16)
    ) STRICT;
    CREATE INDEX consent_event_member ON consent_event (member_pk, hlc);

    -- Derived, narrow, kept in the sale's own transaction. Lists are filtered and sorted by this table alone, so it also
    -- holds copies of what else they are filtered by: joining a million wide rows takes seconds, reading these a tenth.
    CREATE TABLE member_summary (
      member_pk INTEGER PRIMARY KEY REFERENCES member,
      purchases INTEGER NOT NULL DEFAULT 0,
      net_minor INTEGER NOT NULL DEFAULT 0,
      first_purchase_date TEXT,
      last_purchase_date TEXT,
      -- Held less owed.
      balance_points INTEGER NOT NULL DEFAULT 0,
      debt_points INTEGER NOT NULL DEFAULT 0 CHECK (debt_points >= 0),
      -- Days since 1970 of last_purchase_date; 0 for whoever never bought.
      last_visit_day INTEGER NOT NULL DEFAULT 0,
      -- Copies, kept by member-summary.copy. Who was erased or taken back, and an id that
      -- stands for another member, is in no list.
      is_listed INTEGER NOT NULL DEFAULT 1 CHECK (is_listed IN (0, 1)),
      listed_status TEXT NOT NULL DEFAULT 'active',
      listed_tier TEXT NOT NULL DEFAULT 'member',
      listed_source TEXT NOT NULL DEFAULT 'till',
      listed_store_pk INTEGER NOT NULL DEFAULT 0,
      listed_enrolled_at_ms INTEGER NOT NULL DEFAULT 0,
      listed_gender TEXT,
      -- Month × 100 + day, negative by the lunar calendar, plus (minus) 10000 in a leap month.
      birthday_code INTEGER,
      birth_year INTEGER,
      has_name INTEGER NOT NULL DEFAULT 0,
      has_phone INTEGER NOT NULL DEFAULT 0,
      has_email INTEGER NOT NULL DEFAULT 0,
      has_card INTEGER NOT NULL DEFAULT 0,
      -- Two bits a purpose, in the order of CONSENT_PURPOSES: 0 not asked, 1 withdrawn, 2 given.
      consents INTEGER NOT NULL DEFAULT 0
    ) STRICT;
  `,
};
