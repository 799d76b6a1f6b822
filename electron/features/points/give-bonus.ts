import type { Act } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { isWorthEarning, lotTerms } from '../../../shared/points/expiry.ts';
import { repayEntries } from '../../../shared/points/repay.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { memberSnapshot } from '../purchases/sale-snapshot.ts';

export interface Bonus {
  /** Made once by whoever gives: the entry's, the act's and the lot's. */
  readonly id: Id<'points-entry'>;
  readonly kind: 'gift' | 'bonus';
  readonly memberId: Id<'member'>;
  readonly points: number;
  /** The business date that it counts for. */
  readonly date: string;
  /** What it is for, to be read in the ledger. */
  readonly reason: string | null;
}

/** Gives points that the store owes nobody, in a lot that waits for nothing. False where they could never be spent. */
export function giveBonus(
  act: Act,
  store: OpenStore,
  { id, kind, memberId, points, date, reason }: Bonus,
  ids: IdSource,
): boolean {
  const programme = store.programme();
  const { zone } = store.day;
  const member = memberSnapshot(store, memberId);
  if (!member || !isWorthEarning(programme, act.nowMs, zone)) return false;
  const lotId = id as Id as Id<'lot'>;
  const entry = {
    memberId,
    holderId: store.facts.storeId,
    actId: id as Id as Id<'act'>,
    purchaseId: null,
    atMs: act.nowMs,
    businessDate: date,
    programmeVersion: programme.version,
    reason,
    staffId: null,
    approvedById: null,
  };
  const lot = lotTerms({ ...programme, earn: { ...programme.earn, pendingDays: 0 } }, act.nowMs, zone);
  act.record('points-entry', {
    ...entry,
    id,
    kind,
    lotId,
    points,
    debtPoints: 0,
    lot: { source: 'bonus', ...lot },
  });
  for (const repaid of repayEntries(entry, lotId, points, member.debts, ids)) act.record('points-entry', repaid);
  return true;
}
