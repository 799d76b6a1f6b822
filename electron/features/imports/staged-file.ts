import fs from 'node:fs';
import { openStagedImport } from '../../../db/imports/open-staged-import.ts';
import { markOf } from '../../../db/imports/staged-import.queries.ts';
import { filesOf } from './import-draft.ts';
import type { CheckSummary, StageOrder } from './stage-file.ts';

/** What the check made of a file: its rows as they would be written, how it was read, what it found. */
interface StagedImport {
  readonly db: NonNullable<ReturnType<typeof openStagedImport>>;
  readonly order: StageOrder;
  readonly summary: CheckSummary;
}

/** What was staged in this folder, to be read; close it. Null where it is gone, or was cut off. */
export function stagedIn(folder: string): StagedImport | null {
  const db = openStagedImport(filesOf(folder).staged);
  if (!db) return null;
  try {
    const mark = markOf.get(db, { key: 'check' });
    if (mark) return { db, ...(JSON.parse(mark.value) as { order: StageOrder; summary: CheckSummary }) };
  } catch (error) {
    // Cut off by a power failure: as good as gone.
    if (!String((error as { code?: unknown }).code).startsWith('SQLITE_')) throw error;
  }
  db.raw.close();
  return null;
}

/** What was staged without syncing is synced once, before the store relies on it. */
export function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
