import Sqlite from 'better-sqlite3';

/** The version of SQLite that is built in. */
export function sqliteVersion(): string {
  const raw = new Sqlite(':memory:');
  try {
    return String(raw.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    raw.close();
  }
}
