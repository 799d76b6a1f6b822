import { type Act, perform } from '../../../db/changes/act.ts';
import { settingValue } from '../../../db/stores/stores.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { SettingFact } from '../../../shared/stores/store.facts.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** Writes the next version of one of the store's settings. */
export function putSetting(
  { db, facts }: OpenStore,
  key: string,
  value: SettingFact['value'],
  nowMs: number,
  ids: IdSource,
): void {
  perform(db, nowMs, (act: Act) => {
    const known = settingValue.get(act.db, { key });
    const id: Id<'setting'> = known?.id ?? ids();
    act.record('setting', { id, owner: facts.storeId, version: (known?.version ?? 0) + 1, key, value });
  });
}
