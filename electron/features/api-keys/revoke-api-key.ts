import { apiKeyById } from '../../../db/api-keys/api-keys.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

/** Ends a key for good. Revoking it again changes nothing. */
export function revokeApiKey(
  store: OpenStore,
  keyId: Id<'api-key'>,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): Outcome<null, Refusal<'api-key-unknown'>> {
  return perform<Outcome<null, Refusal<'api-key-unknown'>>>(store.db, nowMs, (act) => {
    const known = apiKeyById.get(act.db, { keyId });
    if (!known) return refuse('api-key-unknown');
    if (known.revokedAtMs !== null) return done(null);
    act.record('api-key', { ...known, version: known.version + 1, revokedAtMs: nowMs });
    audit(
      act,
      { store, staffId, ids },
      { action: 'api-key-revoke', subjectKind: 'api-key', subjectId: keyId, fields: [] },
    );
    return done(null);
  });
}
