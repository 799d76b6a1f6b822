import type { Id } from '../kernel/id.ts';
import { addDays, businessDate, startOfDate } from '../kernel/instant.ts';
import { lotExpiry } from '../points/expiry.ts';
import type { PointsEntryFact } from '../points/points-entry.fact.ts';
import { type Debt, repayEntries } from '../points/repay.ts';
import type { Digest } from '../sync/chain.ts';
import { namedId } from './named-id.ts';
import { idOfRow, type PlannedFact, type PlanTerms } from './plan.ts';

/**
 * The id of an account's opening balance: the same wherever and whenever the account of this source is opened, so that
 * two stores that open it are found out. `round` counts the openings that were undone before.
 */
export const openingId = (source: string, account: string, round: number, digest: Digest): Id<'points-entry'> =>
  namedId('opening-balance', 'points-entry', JSON.stringify([source, account, round]), digest);

export interface Opening {
  readonly id: Id<'points-entry'>;
  readonly memberId: Id<'member'>;
  readonly debts: readonly Debt[];
  readonly points: number;
  /** The last good day, or null: as the programme says. */
  readonly expiresOn: string | null;
}

/** The entry that opens the lot and, where the member owes points, those that repay. */
export function planOpening(opening: Opening, row: number, terms: PlanTerms): PlannedFact[] {
  const { id, memberId, points, debts, expiresOn } = opening;
  const lotId = id as Id as Id<'lot'>;
  const { startedAtMs, day, programme } = terms;
  const policyEndMs = lotExpiry(programme.expiry, startedAtMs, day.zone);
  const endMs = expiresOn === null ? policyEndMs : startOfDate(addDays(expiresOn, 1), day.zone);
  const entry = {
    memberId,
    holderId: terms.storeId,
    // One act: an undo finds the entries of an import by it.
    actId: terms.importId as Id as Id<'act'>,
    purchaseId: null,
    atMs: startedAtMs,
    businessDate: businessDate(startedAtMs, day),
    programmeVersion: programme.version,
    reason: null,
    staffId: terms.staffId,
    approvedById: null,
  };
  const opened: PointsEntryFact = {
    ...entry,
    id,
    kind: 'opening',
    lotId,
    points,
    debtPoints: 0,
    lot: {
      source: 'opening',
      earnedAtMs: startedAtMs,
      availableAtMs: startedAtMs,
      // Points that somebody brings along are worth something also when the programme's last day has passed.
      expiresAtMs: endMs !== null && endMs <= startedAtMs ? null : endMs,
    },
  };
  let count = 0;
  const nextId = <Noun extends string>() => {
    count += 1;
    return idOfRow(terms, `repay-${count}`, row) as Id as Id<Noun>;
  };
  return [opened, ...repayEntries(entry, lotId, points, debts, nextId)].map((body) => ({ kind: 'points-entry', body }));
}
