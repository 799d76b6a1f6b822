import Sqlite from 'better-sqlite3';

/**
 * Holds a lock beside a database for as long as the process lives. SQLite's own exclusive lock does it: the operating
 * system releases it however the process ends, so no stale file ever locks a shop out. Returns null when taken.
 */
export function lockDatabase(file: string): { release(): void } | null {
  const lock = new Sqlite(`${file}.lock`, { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
}
