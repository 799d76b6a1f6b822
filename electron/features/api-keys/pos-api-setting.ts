import { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { settingValue } from '../../../db/stores/stores.queries.ts';
import { type Id, type IdSource, idOf } from '../../../shared/kernel/id.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

const KEY = 'pos-api';
const setting = z.object({
  enabled: z.boolean(),
  port: z.int(),
  /** Who allowed the till's software to sell what is not in the catalogue; null: nobody did. */
  openLinesById: idOf('staff').nullable().default(null),
});
export type PosApiSetting = z.infer<typeof setting>;

/** Off, until somebody at the store switches it on. */
export const USUAL_SETTING: PosApiSetting = { enabled: false, port: 47_610, openLinesById: null };

export function posApiSetting({ db }: OpenStore): PosApiSetting {
  const stored = settingValue.get(db, { key: KEY });
  return stored ? setting.parse(JSON.parse(stored.value)) : USUAL_SETTING;
}

interface PosApiWanted {
  readonly enabled: boolean;
  readonly port?: number | undefined;
  readonly openLines?: boolean | undefined;
}

/** Changes what is given and keeps the rest. The same again writes nothing. */
export function changePosApiSetting(
  store: OpenStore,
  { enabled, port, openLines }: PosApiWanted,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): void {
  perform(store.db, nowMs, (act) => {
    const before = posApiSetting(store);
    const allowedBefore = before.openLinesById !== null;
    // Whoever allowed it stays the one, until it is switched off.
    const openLinesById =
      openLines === undefined || openLines === allowedBefore ? before.openLinesById : openLines ? staffId : null;
    const after: PosApiSetting = { enabled, port: port ?? before.port, openLinesById };
    const changed = (['enabled', 'port'] as const).filter((field) => after[field] !== before[field]);
    const fields = [...changed, ...(openLinesById === before.openLinesById ? [] : ['openLines'])];
    if (fields.length === 0) return;
    const stored = settingValue.get(act.db, { key: KEY });
    const id = stored?.id ?? ids<'setting'>();
    const owned = { owner: store.facts.storeId as string, version: (stored?.version ?? 0) + 1 };
    act.record('setting', { id, ...owned, key: KEY, value: after });
    audit(act, { store, staffId, ids }, { action: 'pos-api', subjectKind: 'setting', subjectId: id, fields });
  });
}
