import { id, integer, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

const IMPORT = { importId: id('import') };

/** What an import wrote, by till and kind of entry: the tills of an import stand for where its purchases came from. */
export const importedPurchases = defineQuery({
  name: 'imports.purchases',
  sql: `SELECT till.code AS tillCode, entry_kind AS entryKind, count(*) AS purchases, sum(net_minor) AS netMinor,
          sum(CASE WHEN member_pk IS NULL THEN 0 ELSE net_minor END) AS membersNetMinor
        FROM purchase JOIN till USING (till_pk) WHERE import_id = @importId GROUP BY till.till_pk, entry_kind
        ORDER BY till.code, entry_kind`,
  params: IMPORT,
  row: {
    tillCode: text,
    entryKind: oneOf(['sale', 'return', 'void']),
    purchases: integer,
    netMinor: integer,
    membersNetMinor: integer,
  },
});

export const importedLines = defineQuery({
  name: 'imports.lines',
  sql: `SELECT count(*) AS lines, ifnull(sum(purchase_line.net_minor), 0) AS netMinor
        FROM purchase JOIN purchase_line USING (purchase_pk) WHERE import_id = @importId`,
  params: IMPORT,
  row: { lines: integer, netMinor: integer },
});

/** The members that an import enrolled, and what their summaries say that they spent. */
export const importedMembers = defineQuery({
  name: 'imports.members',
  sql: `SELECT count(*) AS members, ifnull(sum(net_minor), 0) AS netMinor
        FROM member JOIN member_summary USING (member_pk) WHERE import_id = @importId`,
  params: IMPORT,
  row: { members: integer, netMinor: integer },
});
