import { z } from 'zod';
import { FAULT_REASONS } from '../imports/fault.ts';
import { DUPLICATE_POLICIES } from '../imports/field.ts';
import { MEMBER_KEYS } from '../imports/member-keys.ts';
import { FILE_REFUSALS, readingSchema } from '../imports/reading.ts';
import { IMPORT_STATES, KEPT_REASONS, KEPT_SUBJECTS } from '../imports/run.ts';
import { TARGETS } from '../imports/targets.ts';
import { DATE_ORDERS } from '../imports/terms.ts';
import { idOf } from '../kernel/id.ts';
import { instantMs, someWords, words } from './fields.ts';
import { mutation, query } from './procedure.ts';

/** A file comes in pieces of at most so many bytes before base64. */
export const UPLOAD_CHUNK_BYTES = 512 * 1024;
/** Length of base64 of a piece. */
const MOST_BASE64 = Math.ceil(UPLOAD_CHUNK_BYTES / 3) * 4;

const importId = idOf('import');
const ofImport = z.object({ importId });

/** Before anything is written: the file comes, is looked at, and is checked. After that as `IMPORT_STATES` says. */
export const IMPORT_PHASES = ['uploading', 'ready', 'checking', 'checked', ...IMPORT_STATES] as const;

const fault = z.object({
  field: z.string().nullable(),
  reason: z.enum(FAULT_REASONS),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const view = z.object({
  importId,
  target: z.enum(TARGETS),
  fileName: z.string(),
  phase: z.enum(IMPORT_PHASES),
  /** Whether something is going on this moment, and may be halted. */
  isRunning: z.boolean(),
  /** Why the last check came to nothing. */
  refusal: z.enum([...FILE_REFUSALS, 'import-failed']).nullable(),
  startedAtMs: instantMs,
  startedBy: z.string().nullable(),
  undoneAtMs: instantMs.nullable(),
  undoneBy: z.string().nullable(),
  /** Rows read, units written or changes undone, of how many (null: not known yet). */
  done: z.int(),
  total: z.int().nullable(),
  ratePerSecond: z.int().nullable(),
  secondsLeft: z.int().nullable(),
  /** As checked, and once it was begun as applied. Receipts for purchases; rows for all else and for what is left out. */
  added: z.int(),
  updated: z.int(),
  skipped: z.int(),
  leftOut: z.int(),
  /** What the undo left, for a reason. */
  kept: z.int(),
  /** Whether the rows that are left out can still be seen and downloaded. */
  hasFaults: z.boolean(),
});

const look = z.object({
  reading: readingSchema,
  sheets: z.array(z.string()),
  headers: z.array(z.string()),
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  mapping: z.record(z.string(), z.int()),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  hasAmbiguousDates: z.boolean(),
  decimalMark: z.enum(['.', ',']),
});

export const importsContract = {
  /** Every import of this store and those that are being prepared, newest first. */
  list: query({
    access: 'import.run',
    input: z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    output: z.object({ total: z.int(), rows: z.array(view) }),
  }),
  state: query({ access: 'import.run', input: ofImport, output: view, refusals: ['import-unknown'] }),
  /** The window makes `importId` once for a file, and sends the file piece by piece. */
  begin: mutation({
    access: 'import.run',
    input: z.object({
      importId,
      target: z.enum(TARGETS),
      fileName: someWords(200),
      sizeBytes: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
    }),
    output: z.object({ chunkBytes: z.int() }),
    refusals: ['file-kind-unknown', 'old-workbook', 'file-too-large', 'too-many-imports', 'import-id-reused'],
  }),
  /** Takes the next piece. A piece that was taken before is answered and not taken again. */
  upload: mutation({
    access: 'import.run',
    input: z.object({ importId, offset: z.int().min(0), base64: z.base64().min(4).max(MOST_BASE64) }),
    output: z.object({ receivedBytes: z.int() }),
    refusals: ['import-unknown', 'upload-gap'],
  }),
  /** The first rows, read as chosen or as the file seems to be meant. */
  look: mutation({
    access: 'import.run',
    input: z.object({ importId, reading: readingSchema.nullable().default(null) }),
    output: look,
    refusals: ['import-unknown', 'upload-unfinished', 'import-busy', 'import-failed', ...FILE_REFUSALS],
  }),
  /** Begins to check every row; nothing is written to the store. `state` tells how far it is and what it found. */
  check: mutation({
    access: 'import.run',
    input: z.object({
      importId,
      reading: readingSchema,
      mapping: z.record(z.string().max(48), z.int().min(0).max(199)),
      dateOrder: z.enum(DATE_ORDERS).nullable(),
      decimalMark: z.enum(['.', ',']),
      policy: z.enum(DUPLICATE_POLICIES),
      matchBy: z.array(z.enum(MEMBER_KEYS)).max(MEMBER_KEYS.length),
      /** Names the system that opening balances come from. */
      source: words(40).default(''),
    }),
    output: z.null(),
    refusals: [
      'import-unknown',
      'upload-unfinished',
      'import-busy',
      'mapping-incomplete',
      'column-twice',
      'policy-unfit',
    ],
  }),
  /** Rows that are left out, by position. */
  faults: query({
    access: 'import.run',
    input: z.object({ importId, offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    output: z.object({
      total: z.int(),
      headers: z.array(z.string()),
      rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()), faults: z.array(fault) })),
    }),
    refusals: ['import-unknown'],
  }),
  /** The same as a CSV file for people, part by part: the file's own columns and what is wrong. */
  faultFile: query({
    access: 'import.run',
    input: z.object({ importId, language: z.enum(['zh-CN', 'en']), afterRow: z.int().min(0).default(0) }),
    output: z.object({ text: z.string(), nextAfterRow: z.int().nullable() }),
    refusals: ['import-unknown'],
  }),
  /** Begins to write what was checked. */
  start: mutation({
    access: 'import.run',
    input: ofImport,
    output: z.null(),
    refusals: ['import-unknown', 'not-checked', 'nothing-to-import', 'import-busy'],
  }),
  pause: mutation({
    access: 'import.run',
    input: ofImport,
    output: z.null(),
    refusals: ['import-unknown', 'not-running'],
  }),
  resume: mutation({
    access: 'import.run',
    input: ofImport,
    output: z.null(),
    refusals: ['import-unknown', 'not-paused', 'import-busy'],
  }),
  /** Before anything is written: nothing remains. After that: it ends here, and what is written can be undone. */
  cancel: mutation({
    access: 'import.run',
    input: ofImport,
    output: z.null(),
    refusals: ['import-unknown', 'not-running'],
  }),
  /** Begins to take back everything that the import wrote and nobody used since. */
  undo: mutation({
    access: 'import.run',
    input: ofImport,
    output: z.null(),
    refusals: ['import-unknown', 'not-undoable', 'import-busy'],
  }),
  /** What an undo left, with the reason. */
  kept: query({
    access: 'import.run',
    input: z.object({ importId, offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    output: z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          subjectKind: z.enum(KEPT_SUBJECTS),
          subjectId: z.string(),
          subjectName: z.string().nullable(),
          reason: z.enum(KEPT_REASONS),
        }),
      ),
    }),
    refusals: ['import-unknown'],
  }),
};
export type ImportView = z.infer<typeof view>;
export type ImportLook = z.infer<typeof look>;
export type FaultyRow = z.infer<typeof importsContract.faults.output>['rows'][number];
export type ImportKeptRow = z.infer<typeof importsContract.kept.output>['rows'][number];
