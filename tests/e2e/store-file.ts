import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

type Value = string | number | null;

/** Reads or changes the store's file, or another in its folder, while the program has it open, as a colleague at another till would. */
export function inStoreFile<Row extends Record<string, Value>>(
  dataFolder: string,
  sql: string,
  file = 'store.db',
): Row[] {
  const db = new DatabaseSync(path.join(dataFolder, file), { timeout: 5000 });
  try {
    return db.prepare(sql).all() as Row[];
  } finally {
    db.close();
  }
}

/** How many lines of the till's basket are on the disk; null where no basket is. */
export const keptLines = (dataFolder: string): number | null =>
  inStoreFile<{ lines: number }>(
    dataFolder,
    `SELECT json_array_length(basket, '$.lines') AS lines FROM open_basket WHERE till_pk IS NOT NULL`,
  )[0]?.lines ?? null;
