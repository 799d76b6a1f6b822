import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { MEMBER_STATUSES } from '../members/profile.ts';
import { POINTS_ENTRY_KINDS } from '../points/ledger.ts';
import { instantMs, points, someWords, stamp, sumPoints } from './fields.ts';
import { mutation, query } from './procedure.ts';

const lot = z.object({
  lotId: idOf('lot'),
  source: z.enum(['purchase', 'opening', 'adjustment', 'bonus']),
  issuedPoints: sumPoints,
  heldHerePoints: sumPoints,
  earnedAtMs: instantMs,
  availableAtMs: instantMs,
  expiresAtMs: instantMs.nullable(),
  state: z.enum(['pending', 'available', 'withheld', 'expired', 'spent']),
});

export const ledgerAct = z.object({
  /** Of the last entry of the act; one act may have moved many lots. */
  entryId: idOf('points-entry'),
  kind: z.enum(POINTS_ENTRY_KINDS),
  /** Change of the balance: held points less debt. */
  changePoints: z.int(),
  /** The balance right after it. */
  afterPoints: z.int(),
  atMs: instantMs,
  /** Ask for what was before it with `before`. */
  at: stamp,
  purchaseId: idOf('purchase').nullable(),
  receiptNumber: z.string().nullable(),
  reason: z.string().nullable(),
  staffName: z.string().nullable(),
  apiKeyName: z.string().nullable(),
});

const balance = z.object({
  /** What can be spent now: of the lots held here, less the debt; none while the membership is stopped. */
  availablePoints: sumPoints,
  /** What only a stopped membership keeps from being spent, and how it is stopped. */
  withheldPoints: sumPoints,
  withheldBecause: z.enum(MEMBER_STATUSES).exclude(['active']).nullable(),
  pendingPoints: sumPoints,
  debtPoints: sumPoints,
  balancePoints: z.int(),
});

/** The ledger, act by act, newest first; `next` goes on from there. */
export const ledgerPage = z.object({ acts: z.array(ledgerAct), next: stamp.nullable() });

export const pointsContract = {
  ofMember: query({
    access: 'member.read',
    input: z.object({ memberId: idOf('member') }),
    output: z.object({ balance, lots: z.array(lot) }),
    refusals: ['member-unknown'],
  }),
  ledger: query({
    access: 'member.read',
    input: z.object({
      memberId: idOf('member'),
      before: stamp.nullable().default(null),
      limit: z.int().min(1).max(100).default(50),
    }),
    output: ledgerPage,
    refusals: ['member-unknown'],
  }),
  /** Redeems for a reward, without a sale. The window makes `redemptionId` once, when the panel opens. */
  redeem: mutation({
    access: 'points.redeem',
    input: z.object({
      redemptionId: idOf('redemption'),
      memberId: idOf('member'),
      points: points.min(1),
      reward: someWords(80),
    }),
    output: z.object({ redemptionId: idOf('redemption'), points, balanceAfter: z.int() }),
    refusals: ['member-unknown', 'member-blocked', 'insufficient-points', 'redemption-frozen', 'redemption-id-reused'],
  }),
  /** Adds or takes points by hand, with a reason. Whoever lacks the right needs a manager's approval. */
  adjust: mutation({
    access: 'points.redeem',
    input: z.object({
      adjustmentId: idOf('adjustment'),
      memberId: idOf('member'),
      /** Positive opens a lot; negative takes from the lots that expire first. */
      points: z
        .int()
        .min(-1_000_000)
        .max(1_000_000)
        .refine((value) => value !== 0, 'not-zero'),
      reason: someWords(120),
      approvalId: idOf('approval').optional(),
    }),
    output: z.object({ balanceAfter: z.int() }),
    refusals: [
      'member-unknown',
      'member-blocked',
      'insufficient-points',
      'redemption-frozen',
      'approval-needed',
      'adjustment-id-reused',
    ],
  }),
};
export type PointsLotRow = z.infer<typeof lot>;
export type PointsLedgerAct = z.infer<typeof ledgerAct>;
export type PointsLedgerPage = z.infer<typeof ledgerPage>;
export type PointsBalance = z.infer<typeof balance>;
