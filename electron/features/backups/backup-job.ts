import type { StoreCounts, StoreFile, StoreFileRefusal } from '../../../db/backups/look-at-store-file.ts';
import type { AtRisk, Restored } from '../../../db/backups/prepare-restore.ts';
import type { Outcome } from '../../../shared/kernel/outcome.ts';

/** What the backup thread is asked to do. Every file is a path. */
export type Job =
  | { readonly kind: 'copy'; readonly from: string; readonly to: string; readonly pace: 'beside' | 'alone' }
  | { readonly kind: 'copy-elsewhere'; readonly from: string; readonly to: string }
  | { readonly kind: 'check'; readonly file: string }
  | { readonly kind: 'at-risk'; readonly backup: string; readonly present: string | null }
  | {
      readonly kind: 'restore';
      readonly backup: string;
      readonly present: string | null;
      readonly to: string;
      readonly bringBack: boolean;
      readonly nowMs: number;
    };

/** What each job answers with. */
export interface JobAnswer {
  readonly copy: Outcome<StoreFile & StoreCounts, StoreFileRefusal>;
  /** Its checksum, read back from where it was written. */
  readonly 'copy-elsewhere': string;
  readonly check: boolean;
  readonly 'at-risk': Outcome<AtRisk, StoreFileRefusal>;
  readonly restore: Outcome<Restored, StoreFileRefusal>;
}

export type JobPhase = 'copying' | 'checking' | 'bringing-back';

export type JobReport =
  | { readonly kind: 'progress'; readonly phase: JobPhase; readonly done: number; readonly total: number }
  | { readonly kind: 'answer'; readonly answer: JobAnswer[Job['kind']] }
  | { readonly kind: 'failed'; readonly code: string; readonly stack: string };
