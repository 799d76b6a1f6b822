import fs from 'node:fs';
import { isSound, soundHead } from '../../db/backups/look-at-store-file.ts';
import {
  type OpenRefusal,
  openRefusalOf,
  openStoreDatabase,
  type StoreDatabase,
} from '../../db/kernel/open-store-database.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../shared/kernel/outcome.ts';
import { readOpenStore } from '../features/stores/read-open-store.ts';
import type { StoreState } from './app-host.ts';
import type { Notes } from './computer-notes.ts';

/** The store in this file, which is a state whatever it is: it may be missing, or not to be opened. */
export function openState(file: string, { store: known, check }: Notes): StoreState {
  if (!fs.existsSync(file))
    return known ? { kind: 'refused', reason: 'missing', detail: JSON.stringify({ file }) } : { kind: 'first-run' };
  const opened = openStoreDatabase(file);
  if (!opened.ok) return refused(opened);
  try {
    const store = readOpenStore(opened.value);
    if (store && isWhole(opened.value, check)) return { kind: 'open', store };
    opened.value.close();
    return store ? refused(refuse('damaged', { file })) : { kind: 'first-run' };
  } catch (error) {
    opened.value.close();
    const refusal = openRefusalOf(error, file);
    if (refusal) return refused(refusal);
    throw error;
  }
}

/** The head of the log at every start; every page only where damage was found before, since that takes its time. */
const isWhole = (db: StoreDatabase, check: Notes['check']): boolean =>
  soundHead(db) !== null && (check?.sound !== false || isSound(db));

export const refused = ({ reason, details }: OpenRefusal): StoreState => ({
  kind: 'refused',
  reason,
  detail: JSON.stringify(details ?? {}),
});

/** Makes a store in the folder; what fails half-way leaves no store behind. */
export function makeIn(
  folder: string,
  file: string,
  make: (db: StoreDatabase) => Id<'store'>,
): Outcome<{ storeId: Id<'store'> }, Refusal<'folder-not-writable'>> {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch {
    return refuse('folder-not-writable', { folder });
  }
  const opened = openStoreDatabase(file);
  if (!opened.ok) return refuse('folder-not-writable', { folder });
  try {
    return done({ storeId: make(opened.value) });
  } finally {
    opened.value.close();
  }
}
