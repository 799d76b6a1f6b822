import { ValueDesk } from '../features/analysis/value-desk.ts';
import { CampaignDesk } from '../features/campaigns/campaign-desk.ts';
import { ImportDesk } from '../features/imports/import-desk.ts';
import { MessageDesk } from '../features/messages/message-desk.ts';
import { NightlyDesk, type NightlyDeskOptions } from '../features/nightly/nightly-desk.ts';
import { SyncDesk } from '../features/sync/sync-desk.ts';
import type { OpenStore } from './open-store.ts';

/** What works with one store for as long as it is open. */
export interface StoreDesks {
  readonly of: OpenStore;
  readonly imports: ImportDesk;
  readonly nightly: NightlyDesk;
  readonly messages: MessageDesk;
  readonly campaigns: CampaignDesk;
  readonly value: ValueDesk;
  readonly sync: SyncDesk;
}

/** Imports apart, which are also closed: nothing more is begun, and nothing written. */
export function haltDesks({ nightly, messages, campaigns, value, sync }: StoreDesks): void {
  for (const desk of [nightly, messages, campaigns, value, sync]) desk.halt();
}

/** An import that was interrupted goes on at once; a message that was is in doubt. */
export function openDesks(terms: NightlyDeskOptions): StoreDesks {
  const messages = new MessageDesk(terms);
  return {
    of: terms.store,
    imports: new ImportDesk(terms),
    nightly: new NightlyDesk(terms),
    messages,
    campaigns: new CampaignDesk({ ...terms, wakeMessages: () => messages.wake() }),
    value: new ValueDesk(terms),
    sync: new SyncDesk(terms),
  };
}
