import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { POINTS_ENTRY_KINDS } from './ledger.ts';

/** The lot that an entry opens. Its id is the entry's own, so that one identity does for both. */
const openedLot = z.object({
  source: z.enum(['purchase', 'opening', 'adjustment', 'bonus']),
  earnedAtMs: z.int(),
  availableAtMs: z.int(),
  expiresAtMs: z.int().nullable(),
});

export const pointsEntryFact = z.object({
  id: idOf('points-entry'),
  kind: z.enum(POINTS_ENTRY_KINDS),
  /** Whose lot it is; of a debt, who owes. */
  memberId: idOf('member'),
  /** Under which id the person asked, where two ids were merged and the lot lies under the other. */
  askedAs: idOf('member').optional(),
  lotId: idOf('lot'),
  /** The store (or headquarters) that holds these points of the lot. */
  holderId: idOf('store'),
  points: z.int(),
  debtPoints: z.int(),
  /** The purchase or redemption that this entry is a part of. */
  actId: idOf('act'),
  purchaseId: idOf('purchase').nullable(),
  atMs: z.int(),
  businessDate: z.string(),
  programmeVersion: z.int().nullable(),
  reason: z.string().nullable(),
  staffId: idOf('staff').nullable(),
  approvedById: idOf('staff').nullable(),
  lot: openedLot.nullable(),
});
export type PointsEntryFact = z.infer<typeof pointsEntryFact>;
