import fs from 'node:fs';
import { connect } from './connection.ts';

/** What tells whose database a file is. */
interface Marks {
  readonly applicationId: number;
  readonly version: number;
  /** It has no table yet: a program was killed before it made one. */
  readonly isEmpty: boolean;
}

/** The fields of a database's first page (https://sqlite.org/fileformat2.html, 1.3 and 1.6). */
const MAGIC = 'SQLite format 3\0';
const VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
const SCHEMA_CELLS_AT = 103;
const SCHEMA_HEADER_END = 108;

/**
 * Reads the marks of a database, or null where the file is none. Where nothing waits in a log they stand in the first
 * page: SQLite itself, even when it only reads, would leave files beside a database that is not ours to touch.
 */
export function readMarks(file: string): Marks | null {
  const log = `${file}-wal`;
  return fs.existsSync(log) && fs.statSync(log).size > 0 ? marksThroughLog(file) : marksOfFirstPage(file);
}

function marksOfFirstPage(file: string): Marks | null {
  const page = Buffer.alloc(SCHEMA_HEADER_END);
  const handle = fs.openSync(file, 'r');
  try {
    fs.readSync(handle, page, 0, page.length, 0);
  } finally {
    fs.closeSync(handle);
  }
  if (page.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  const applicationId = page.readUInt32BE(APPLICATION_ID_AT);
  const version = page.readUInt32BE(VERSION_AT);
  return { applicationId, version, isEmpty: applicationId === 0 && page.readUInt16BE(SCHEMA_CELLS_AT) === 0 };
}

function marksThroughLog(file: string): Marks {
  const { raw } = connect(file, { readonly: true });
  try {
    const applicationId = raw.pragma('application_id', { simple: true }) as number;
    const version = raw.pragma('user_version', { simple: true }) as number;
    const tables = raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
    return { applicationId, version, isEmpty: applicationId === 0 && tables === 0 };
  } finally {
    raw.close();
  }
}
