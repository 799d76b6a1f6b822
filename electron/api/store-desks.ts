import { ImportDesk } from '../features/imports/import-desk.ts';
import { NightlyDesk, type NightlyDeskOptions } from '../features/nightly/nightly-desk.ts';
import type { OpenStore } from './open-store.ts';

/** What works with one store for as long as it is open. */
export interface StoreDesks {
  readonly of: OpenStore;
  readonly imports: ImportDesk;
  readonly nightly: NightlyDesk;
}

/** An import that was interrupted goes on at once. */
export const openDesks = (terms: NightlyDeskOptions): StoreDesks => ({
  of: terms.store,
  imports: new ImportDesk(terms),
  nightly: new NightlyDesk(terms),
});
