import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { BANDS, DUPLICATE_REASONS } from '../members/duplicates.ts';
import { FLAWS } from '../members/quality.ts';
import { instantMs } from './fields.ts';
import { memberCard } from './members.contract.ts';
import { mutation, query } from './procedure.ts';

/** What a scan counted, as of when it was made. */
export const scanFigures = z.object({
  members: z.int(),
  /** Mean of the members' scores, 0 to 100; null where nobody is on file. */
  score: z.number().nullable(),
  flaws: z.record(z.enum(FLAWS), z.int()),
  /** Pairs that may be one person, by how sure that is. */
  pairs: z.record(z.enum(BANDS), z.int()),
  /** Pairs beyond those that are kept, the least sure ones: the next scan finds them. */
  pairsLeftOut: z.int(),
  /** Crowds that share one key (a shop's own phone, say), of whom only some were compared; and the largest of them. */
  crowds: z.int(),
  largestCrowd: z.int(),
});
export type ScanFigures = z.infer<typeof scanFigures>;

const progress = z.object({
  /** People are read and rated first, then compared block by block. */
  phase: z.enum(['reading', 'comparing', 'keeping']),
  done: z.int(),
  total: z.int(),
});
export type ScanProgress = z.infer<typeof progress>;

const group = z.object({
  groupNo: z.int(),
  band: z.enum(BANDS),
  /** What speaks for and against in the surest pair, strongest for first. */
  reasons: z.array(z.enum(DUPLICATE_REASONS)),
  members: z.array(memberCard),
});

export const qualityContract = {
  /** Looks at everybody: rates what is on file and finds who may be there twice. Answers when it is done or was cancelled. */
  scan: mutation({
    access: 'member.merge',
    input: z.object({}),
    output: z.object({ finished: z.boolean() }),
    refusals: ['scan-failed'],
  }),
  cancel: mutation({ access: 'member.merge', input: z.object({}), output: z.null() }),
  status: query({
    access: 'member.merge',
    input: z.object({}),
    output: z.object({
      running: progress.nullable(),
      last: z
        .object({
          startedAtMs: instantMs,
          endedAtMs: instantMs,
          figures: scanFigures,
          /** Groups that are still to be looked at, by the surest pair in them. */
          open: z.record(z.enum(BANDS), z.int()),
        })
        .nullable(),
    }),
  }),
  /** Groups of members who may be one person, surest first: those that are still to be looked at. */
  groups: query({
    access: 'member.merge',
    input: z.object({
      band: z.enum(BANDS).nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(group) }),
  }),
  /** Members with a flaw that is still there, most recent visitors first. */
  toMend: query({
    access: 'member.merge',
    input: z.object({
      flaw: z.enum(FLAWS),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(z.object({ card: memberCard, score: z.int(), confirmedAtMs: instantMs.nullable() })),
    }),
  }),
  /** How good what is on file about one member is. */
  ofMember: query({
    access: 'member.read',
    input: z.object({ memberId: idOf('member') }),
    output: z.object({
      score: z.int(),
      flaws: z.array(z.enum(FLAWS)),
      confirmedAtMs: instantMs.nullable(),
    }),
    refusals: ['member-unknown'],
  }),
  /** The member was asked, and what is on file is still so. */
  confirm: mutation({
    access: 'member.write',
    input: z.object({ memberId: idOf('member') }),
    output: z.null(),
    refusals: ['member-unknown', 'member-erased'],
  }),
};
export type DuplicateGroup = z.infer<typeof group>;
export type ScanStatus = z.infer<typeof qualityContract.status.output>;
export type MendRow = z.infer<typeof qualityContract.toMend.output>['rows'][number];
