import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { timelineNow } from '../../db/hub/hub.queries.ts';
import { assertDurable, connect, type ReadDb } from '../../db/kernel/connection.ts';
import { type OpenRefusal, openStoreDatabase, type StoreDatabase } from '../../db/kernel/open-store-database.ts';
import { putInPlace } from '../../db/kernel/sync-file.ts';
import { HQ_MIGRATIONS } from '../../db/migrations/hq/index.ts';
import type { IdSource } from '../../shared/kernel/id.ts';
import type { Outcome } from '../../shared/kernel/outcome.ts';
import { makeHub } from '../features/hub/begin-hub.ts';

const DATABASE_FILE = 'hq.db';
const DOOR_FILE = 'door.json';

/** Opens headquarters' database, or makes it. One process at a time. */
export function openHubIn(folder: string, ids: IdSource): Outcome<StoreDatabase, OpenRefusal> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const opened = openStoreDatabase(path.join(folder, DATABASE_FILE), { migrations: HQ_MIGRATIONS });
  if (opened.ok && !timelineNow.get(opened.value, {})) makeHub(opened.value, ids);
  return opened;
}

const door = z.object({ port: z.int(), pin: z.string() });
/** Where the door was last, for the commands beside the process that holds it. */
export type DoorNote = z.infer<typeof door>;

export function noteDoor(folder: string, note: DoorNote): void {
  const file = path.join(folder, DOOR_FILE);
  fs.writeFileSync(`${file}.making`, `${JSON.stringify(note)}\n`);
  putInPlace(`${file}.making`, file);
}

/** For a command beside the process that keeps the door: its database, with what is written there durable too. Null where headquarters never began. */
export function openBeside(folder: string): { readonly hub: ReadDb; readonly door: DoorNote; close(): void } | null {
  const [database, note] = [path.join(folder, DATABASE_FILE), path.join(folder, DOOR_FILE)];
  if (!fs.existsSync(database) || !fs.existsSync(note)) return null;
  const hub = connect(database);
  assertDurable(hub);
  return { hub, door: door.parse(JSON.parse(fs.readFileSync(note, 'utf8'))), close: () => hub.raw.close() };
}
