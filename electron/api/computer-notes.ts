import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { putInPlace } from '../../db/kernel/sync-file.ts';
import { EVERY_MINUTES } from '../../shared/backups/due.ts';
import { restoreReportNote } from '../../shared/contract/backups.contract.ts';
import { idOf } from '../../shared/kernel/id.ts';

const FILE = 'computer.json';

const notes = z.object({
  /** The store that belongs here, so that its missing file is not taken for a first run. */
  store: z
    .object({ storeId: idOf('store'), storeName: z.string() })
    .nullable()
    .default(null),
  backups: z
    .object({ everyMinutes: z.int(), secondFolder: z.string().nullable() })
    .default({ everyMinutes: EVERY_MINUTES.usual, secondFolder: null }),
  /** The last whole check of the store's file. */
  check: z.object({ atMs: z.int(), sound: z.boolean() }).nullable().default(null),
  restored: restoreReportNote.nullable().default(null),
});
export type Notes = z.infer<typeof notes>;

/** What this computer knows beside the store's database, because it is needed most when that cannot be read. */
export interface ComputerNotes {
  readonly now: Notes;
  /** Writes them at once. Throws where the folder cannot be written to; then they hold until the program ends. */
  change(changes: Partial<Notes>): void;
}

export function openComputerNotes(dataFolder: string): ComputerNotes {
  const file = path.join(dataFolder, FILE);
  let now = read(file);
  return {
    get now() {
      return now;
    },
    change(changes) {
      const next = { ...now, ...changes };
      if (JSON.stringify(next) === JSON.stringify(now)) return;
      now = next;
      fs.writeFileSync(`${file}.making`, `${JSON.stringify(next, null, 2)}\n`);
      putInPlace(`${file}.making`, file);
    },
  };
}

/** Notes that were spoilt are begun anew: nothing in them that cannot be said again. */
function read(file: string): Notes {
  try {
    return notes.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return notes.parse({});
  }
}
