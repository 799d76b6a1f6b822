import type { StoreDatabase } from '../../db/kernel/open-store-database.ts';
import type { StoreFacts } from '../../shared/contract/app.contract.ts';
import type { DayRule } from '../../shared/kernel/instant.ts';
import type { PhoneRegion } from '../../shared/members/phone.ts';
import type { Programme } from '../../shared/points/programme.ts';
import type { Offer } from '../../shared/promotions/offer.ts';

/** The store that is open: its database, and what every act needs to know of it. */
export interface OpenStore {
  readonly db: StoreDatabase;
  /** Read anew when this computer becomes another till; so ask the store each time. */
  facts: StoreFacts;
  readonly day: DayRule;
  readonly phoneRegion: PhoneRegion;
  /** The points programme in force. */
  programme(): Programme;
  /** The offers that are live, in no order. */
  liveOffers(): readonly Offer[];
}
