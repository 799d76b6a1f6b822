import type { Migration } from '../../kernel/migrate.ts';

export const device: Migration = {
  version: 120,
  name: 'device',
  sql: `
    -- Which of the store's tills this computer is. Local, and no fact: without a row it is the first one.
    CREATE TABLE device (
      device_pk INTEGER PRIMARY KEY CHECK (device_pk = 1),
      till_pk INTEGER NOT NULL REFERENCES till
    ) STRICT;
  `,
};
