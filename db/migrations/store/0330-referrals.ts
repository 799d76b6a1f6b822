import type { Migration } from '../../kernel/migrate.ts';

export const referrals: Migration = {
  version: 330,
  name: 'referrals',
  sql: `
    -- A member's code is the end of the id.
    CREATE INDEX member_id_end ON member (substr(id, 12));
  `,
};
