import type { StoreDatabase } from '../../../db/kernel/open-store-database.ts';
import { newestProgramme, ownStore, programmeVersion, settingValue } from '../../../db/stores/stores.queries.ts';
import { FIRST_PROGRAMME, type Programme, programmeSchema } from '../../../shared/points/programme.ts';
import { phoneRegionOf } from '../../../shared/stores/phone-region.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { makeLiveOffers } from '../offers/live-offers.ts';

export const SAMPLE_SETTING = 'sample';

/** Reads who a database belongs to. Null when no store was made in it yet. */
export function readOpenStore(db: StoreDatabase): OpenStore | null {
  const own = ownStore.get(db, {});
  if (!own) return null;
  const sample = settingValue.get(db, { key: SAMPLE_SETTING })?.value === 'true';
  let known: { readonly version: number; readonly programme: Programme } | null = null;
  return {
    db,
    facts: { ...own, sample },
    day: { zone: own.zone, cutoverMinutes: own.cutoverMinutes },
    phoneRegion: phoneRegionOf(own.currency),
    liveOffers: makeLiveOffers(db),
    programme: () => {
      const version = programmeVersion.get(db, {})?.version ?? 0;
      if (known?.version !== version) {
        const stored = newestProgramme.get(db, {})?.programme;
        known = {
          version,
          programme: stored === undefined ? FIRST_PROGRAMME : programmeSchema.parse(JSON.parse(stored)),
        };
      }
      return known.programme;
    },
  };
}
