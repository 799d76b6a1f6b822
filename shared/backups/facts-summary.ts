import { z } from 'zod';
import type { BodyOf, Kind } from '../sync/kinds.ts';

/** What facts were about, in figures only: nobody is named. */
export const factsSummary = z.object({
  facts: z.int(),
  sales: z.int(),
  /** Returns and voids. */
  returns: z.int(),
  /** What sales brought in less what returns and voids gave back. */
  netMinor: z.int(),
  newMembers: z.int(),
  pointsEntries: z.int(),
  /** Receipt numbers of the first and the last purchase among them. */
  firstReceipt: z.string().nullable(),
  lastReceipt: z.string().nullable(),
});
export type FactsSummary = z.infer<typeof factsSummary>;

export const NO_FACTS: FactsSummary = {
  facts: 0,
  sales: 0,
  returns: 0,
  netMinor: 0,
  newMembers: 0,
  pointsEntries: 0,
  firstReceipt: null,
  lastReceipt: null,
};

/** The summary with one fact more; the body is null where a person was erased since. */
export function withFact(summary: FactsSummary, kind: Kind, body: unknown): FactsSummary {
  const more = { ...summary, facts: summary.facts + 1 };
  if (body === null) return more;
  if (kind === 'points-entry') return { ...more, pointsEntries: more.pointsEntries + 1 };
  if (kind === 'member' && (body as BodyOf<'member'>).enrolment !== null)
    return { ...more, newMembers: more.newMembers + 1 };
  if (kind !== 'purchase') return more;
  const { entryKind, netMinor, receiptNumber } = body as BodyOf<'purchase'>;
  return {
    ...more,
    sales: more.sales + (entryKind === 'sale' ? 1 : 0),
    returns: more.returns + (entryKind === 'sale' ? 0 : 1),
    netMinor: more.netMinor + netMinor,
    firstReceipt: more.firstReceipt ?? receiptNumber,
    lastReceipt: receiptNumber,
  };
}
