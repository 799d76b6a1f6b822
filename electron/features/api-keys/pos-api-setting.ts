import { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { settingValue } from '../../../db/stores/stores.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

const KEY = 'pos-api';
const setting = z.object({ enabled: z.boolean(), port: z.int() });
export type PosApiSetting = z.infer<typeof setting>;

/** Off, until somebody at the store switches it on. */
export const USUAL_SETTING: PosApiSetting = { enabled: false, port: 47_610 };

export function posApiSetting({ db }: OpenStore): PosApiSetting {
  const stored = settingValue.get(db, { key: KEY });
  return stored ? setting.parse(JSON.parse(stored.value)) : USUAL_SETTING;
}

/** Changes what is given and keeps the rest. The same again writes nothing. */
export function changePosApiSetting(
  store: OpenStore,
  { enabled, port }: { readonly enabled: boolean; readonly port?: number | undefined },
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): void {
  perform(store.db, nowMs, (act) => {
    const before = posApiSetting(store);
    const after = { enabled, port: port ?? before.port };
    if (after.enabled === before.enabled && after.port === before.port) return;
    const stored = settingValue.get(act.db, { key: KEY });
    const id = stored?.id ?? ids<'setting'>();
    const owned = { owner: store.facts.storeId as string, version: (stored?.version ?? 0) + 1 };
    act.record('setting', { id, ...owned, key: KEY, value: after });
    audit(
      act,
      { store, staffId, ids },
      { action: 'pos-api', subjectKind: 'setting', subjectId: id, fields: ['enabled', 'port'] },
    );
  });
}
