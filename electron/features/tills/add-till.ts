import { perform } from '../../../db/changes/act.ts';
import { tillById, tillsOfStore } from '../../../db/stores/tills.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

interface NewTill {
  readonly tillId: Id<'till'>;
  readonly code: string;
  readonly name: string;
}
type Added = Outcome<null, Refusal<'till-code-in-use' | 'till-id-reused'>>;

/** Adds a till to the store. The same again writes nothing, also after it was renamed. */
export function addTill(
  store: OpenStore,
  { tillId, code, name }: NewTill,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): Added {
  return perform<Added>(store.db, nowMs, (act) => {
    const known = tillById.get(act.db, { tillId });
    const isSame = known?.code === code && (known.name === name || known.version > 1);
    if (known) return isSame ? done(null) : refuse('till-id-reused');
    if (tillsOfStore.all(act.db, {}).some((till) => till.code === code)) return refuse('till-code-in-use', { code });
    const { storeId } = store.facts;
    act.record('till', { id: tillId, owner: storeId, version: 1, storeId, code, name });
    audit(
      act,
      { store, staffId, ids },
      { action: 'add-till', subjectKind: 'till', subjectId: tillId, fields: ['code', 'name'] },
    );
    return done(null);
  });
}
