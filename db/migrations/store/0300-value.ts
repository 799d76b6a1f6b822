import type { Migration } from '../../kernel/migrate.ts';

export const value: Migration = {
  version: 300,
  name: 'value',
  sql: `
    -- What the last reckoning of the members' value found. With the cuts of the fifths and a member's summary the
    -- member's own fifths are known, at any time: they are kept nowhere.
    CREATE TABLE value_reckoning (
      only_pk INTEGER PRIMARY KEY CHECK (only_pk = 1),
      -- Days since 1970: the day from which recency is counted.
      as_of_day INTEGER NOT NULL,
      at_ms INTEGER NOT NULL,
      -- {"recency": [4 numbers], "frequency": …, "money": …}: a value at or above a cut belongs to the next fifth. NULL
      -- where nobody had bought anything.
      cuts TEXT CHECK (json_valid(cuts)),
      -- Names nobody: members by their keys. NULL where nobody had bought.
      report TEXT CHECK (json_valid(report))
    ) STRICT;
  `,
};
