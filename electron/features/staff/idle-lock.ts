import { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { settingValue } from '../../../db/stores/stores.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from './audit.ts';

const KEY = 'idle-lock';
const USUAL_MINUTES = 5;

/** Minutes after which a window locks that nobody uses; 0: it never does. */
export function idleLockMinutes({ db }: OpenStore): number {
  const stored = settingValue.get(db, { key: KEY });
  return stored ? z.int().parse(JSON.parse(stored.value)) : USUAL_MINUTES;
}

/** Changes after how long windows lock. The same again writes nothing. */
export function setIdleLock(
  store: OpenStore,
  minutes: number,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): void {
  perform(store.db, nowMs, (act) => {
    if (idleLockMinutes(store) === minutes) return;
    const stored = settingValue.get(act.db, { key: KEY });
    const id = stored?.id ?? ids<'setting'>();
    act.record('setting', {
      id,
      owner: store.facts.storeId,
      version: (stored?.version ?? 0) + 1,
      key: KEY,
      value: minutes,
    });
    audit(
      act,
      { store, staffId, ids },
      { action: 'idle-lock', subjectKind: 'setting', subjectId: id, fields: ['minutes'] },
    );
  });
}
