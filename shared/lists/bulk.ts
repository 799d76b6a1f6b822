import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

/** More are not picked one by one; for them there is everything that matches a filter. */
export const MOST_PICKED = 5_000;

/** Whom or what an act on many concerns: some by their ids, or all that match a question but for some. */
export const selectionOf = <const Noun extends string, Question extends z.ZodType>(noun: Noun, question: Question) =>
  z.union([
    z.object({ ids: z.array(idOf(noun)).min(1).max(MOST_PICKED) }),
    z.object({ matching: question, except: z.array(idOf(noun)).max(MOST_PICKED) }),
  ]);

/**
 * Why a row stays as it is. `already`: it is so. `closed`: the account is closed or erased. `not-asked`: no consent to
 * withdraw. `not-the-owner`: headquarters keeps it. `changed-since`: it is no longer as the act left it, so it is not put
 * back. `gone`: it is no longer in the list. `refused`: the act was refused for this one alone.
 */
export const BULK_SKIPS = [
  'already',
  'closed',
  'not-asked',
  'not-the-owner',
  'changed-since',
  'gone',
  'refused',
] as const;
export type BulkSkip = (typeof BULK_SKIPS)[number];

const skipped = z.partialRecord(z.enum(BULK_SKIPS), z.int());
export type Skipped = Partial<Record<BulkSkip, number>>;

/** What an act on many would do. */
export const bulkPreview = z.object({ total: z.int(), changes: z.int(), skipped });
export type BulkPreview = Readonly<z.infer<typeof bulkPreview>>;

/**
 * How far an act on many has come. `stopped`: what is done stays done, and can be undone. `interrupted`: the program
 * ended, or the disk failed; it can be gone on with, too.
 */
export const bulkStatus = z.object({
  runId: idOf('bulk'),
  state: z.enum(['running', 'done', 'stopped', 'interrupted']),
  isUndo: z.boolean(),
  canUndo: z.boolean(),
  total: z.int(),
  changed: z.int(),
  skipped,
});
export type BulkStatus = Readonly<z.infer<typeof bulkStatus>>;

/** A run that the end of the program cut off, and what it is doing. */
export const openBulkRun = bulkStatus.extend({
  kind: z.enum([
    'put-into-list',
    'take-out-of-list',
    'suspend',
    'reinstate',
    'withdraw-consent',
    'set-source',
    'category',
    'taxRateBp',
    'status',
  ]),
  startedAtMs: z.int(),
});
export type OpenBulkRun = Readonly<z.infer<typeof openBulkRun>>;

export const skippedRows = (counts: Skipped): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
