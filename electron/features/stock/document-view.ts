import { documentById, documentLines } from '../../../db/stock/stock-documents.queries.ts';
import type { StockDocument, StockDocumentHead } from '../../../shared/contract/stock.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { mulDivHalfUp } from '../../../shared/kernel/round.ts';
import type { OpenStore } from '../../api/open-store.ts';

export const headOf = ({
  documentPk: _,
  purchaseId: __,
  ...head
}: NonNullable<ReturnType<typeof documentById.get>>): StockDocumentHead => head;

/** What the goods of a receipt cost: each line rounded as it is shown, or null while a cost is not known. */
const costOf = (lines: StockDocument['lines']): number | null =>
  lines.reduce<number | null>(
    (sum, { changeThousandths, unitCostMinor }) =>
      sum === null || unitCostMinor === null ? null : sum + mulDivHalfUp(unitCostMinor, changeThousandths, 1000),
    0,
  );

/** A stock document with its lines. */
export function documentView(
  { db }: OpenStore,
  documentId: Id<'stock-document'>,
): Outcome<StockDocument, Refusal<'stock-document-unknown'>> {
  const found = documentById.get(db, { documentId });
  if (!found) return refuse('stock-document-unknown');
  const lines = documentLines
    .all(db, { documentPk: found.documentPk })
    .map(({ countedThousandths, expectedThousandths, atMs, ...line }) => ({
      ...line,
      count:
        countedThousandths === null || expectedThousandths === null
          ? null
          : { countedThousandths, expectedThousandths, atMs },
    }));
  return done({ ...headOf(found), lines, costMinor: found.kind === 'receipt' ? costOf(lines) : null });
}
