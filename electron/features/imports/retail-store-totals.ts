import { importedLines, importedMembers, importedPurchases } from '../../../db/imports/imports.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { productById } from '../../../db/products/products.queries.ts';
import type { RetailTarget } from '../../../shared/imports/retail-mapping.ts';
import type { RetailSource } from '../../../shared/imports/retail-source.ts';
import { compare, differences, type RetailTotals } from '../../../shared/imports/retail-totals.ts';

/** What a store holds of an import, summed by SQL from the rows that were committed. */
export function retailStoreTotals(
  db: ReadDb,
  { products }: RetailSource,
  { importId, idOf }: RetailTarget,
): RetailTotals {
  const groups = importedPurchases.all(db, { importId });
  const sum = (rows: typeof groups, figure: 'purchases' | 'netMinor' | 'membersNetMinor') =>
    rows.reduce((total, row) => total + row[figure], 0);
  const returns = groups.filter(({ entryKind }) => entryKind === 'return');
  return {
    products: products.filter(({ stockCode }) => productById.get(db, { productId: idOf('product', stockCode) })).length,
    members: importedMembers.get(db, { importId })?.members ?? 0,
    invoices: sum(groups, 'purchases'),
    lines: importedLines.get(db, { importId })?.lines ?? 0,
    netMinor: sum(groups, 'netMinor'),
    returns: sum(returns, 'purchases'),
    returnsNetMinor: sum(returns, 'netMinor'),
    membersNetMinor: sum(groups, 'membersNetMinor'),
    netMinorByCountry: Object.fromEntries(
      [...Map.groupBy(groups, ({ tillCode }) => tillCode)].map(([country, rows]) => [country, sum(rows, 'netMinor')]),
    ),
  };
}

/**
 * Everything in which a store that has just been filled differs from the files: counts and sums, the lines against
 * their purchases, and the members' summaries against what the members bought. Empty when all of it agrees.
 */
export function retailDifferences(
  db: ReadDb,
  source: RetailSource,
  target: RetailTarget,
  files: RetailTotals,
): string[] {
  const { importId } = target;
  const linesMinor = importedLines.get(db, { importId })?.netMinor;
  const summariesMinor = importedMembers.get(db, { importId })?.netMinor;
  return [
    ...differences(files, retailStoreTotals(db, source, target)),
    ...compare('netMinor of lines', files.netMinor, linesMinor),
    ...compare('netMinor of member summaries', files.membersNetMinor, summariesMinor),
  ];
}
