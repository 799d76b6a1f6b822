import { perform } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

/** The audit log of the restored store says that it was, and by whom; null where nobody could sign in. */
export const noteRestore = (store: OpenStore, byId: Id<'staff'> | null, nowMs: number, ids: IdSource): void =>
  perform(store.db, nowMs, (act) =>
    audit(
      act,
      { store, staffId: byId, ids },
      { action: 'restore', subjectKind: 'store', subjectId: store.facts.storeId, fields: [] },
    ),
  );
