/**
 * What may happen to points. Every entry names a lot and its holder and carries two signed numbers: `points` changes
 * what the holder holds of the lot, `debtPoints` changes what the member owes. A balance is held less owed, so it is
 * the sum of (points − debtPoints) over the ledger, and also the sum over the lots less the debt.
 */
export const POINTS_ENTRY_KINDS = [
  'earn',
  'opening',
  'adjust',
  'gift',
  'bonus',
  'redeem',
  'unredeem',
  'grant',
  'release',
  'clawback',
  'debt',
  'repay',
  'expire',
  'overdraft',
  'forfeit',
  'write-off',
] as const;
export type PointsEntryKind = (typeof POINTS_ENTRY_KINDS)[number];

/** Kinds that open a lot: their entry carries the lot itself. */
export const OPENS_LOT: ReadonlySet<PointsEntryKind> = new Set(['earn', 'opening', 'adjust', 'gift', 'bonus']);
