import type { FileRefusal } from '../../../../shared/imports/reading.ts';

/** A row as it stands in a file, numbered as a spreadsheet numbers it. Rows without anything in them are left out. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Its quotes do not match, so nobody knows where its cells end. */
  readonly quotesBroken: boolean;
}

/** Some rows, and how much of the file is read by now, 0 to 1. */
export interface FileRows {
  readonly rows: readonly FileRow[];
  readonly readShare: number;
}

/** A file that cannot be read as what it claims to be. */
export class FileRefusedError extends Error {
  readonly reason: FileRefusal;
  constructor(reason: FileRefusal) {
    super(reason);
    this.reason = reason;
  }
}
