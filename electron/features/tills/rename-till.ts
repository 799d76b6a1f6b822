import { perform } from '../../../db/changes/act.ts';
import { tillById } from '../../../db/stores/tills.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type Renamed = Outcome<null, Refusal<'till-unknown'>>;

/** Gives a till another name. The same again writes nothing. */
export function renameTill(
  store: OpenStore,
  { tillId, name }: { readonly tillId: Id<'till'>; readonly name: string },
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): Renamed {
  const { storeId } = store.facts;
  return perform<Renamed>(store.db, nowMs, (act) => {
    const known = tillById.get(act.db, { tillId });
    if (known?.owner !== storeId) return refuse('till-unknown');
    if (known.name === name) return done(null);
    act.record('till', { id: tillId, owner: storeId, version: known.version + 1, storeId, code: known.code, name });
    audit(
      act,
      { store, staffId, ids },
      { action: 'rename-till', subjectKind: 'till', subjectId: tillId, fields: ['name'] },
    );
    return done(null);
  });
}
