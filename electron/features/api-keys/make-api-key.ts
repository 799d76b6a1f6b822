import { hash, randomBytes } from 'node:crypto';
import { apiKeyById, apiKeysInForce, putApiKeyCredential } from '../../../db/api-keys/api-keys.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

/** A till has one program of its own, perhaps three. Every request is held against each key. */
const MOST_KEYS = 20;
/** So that a key is known for one where it lies about: in a configuration, in a log. */
const PREFIX = 'regulars_';
const KEY_BYTES = 32;
const ENDING_LENGTH = 4;

export const digestOfKey = (key: string): Buffer => hash('sha256', key, 'buffer');

type MadeKey = Outcome<
  { readonly keyId: Id<'api-key'>; readonly key: string },
  Refusal<'api-key-id-reused' | 'too-many-api-keys'>
>;

/** Makes a key of 256 random bits. Only its digest is kept, so that no copy of the database lets anybody in. */
export function makeApiKey(
  store: OpenStore,
  { keyId, name }: { readonly keyId: Id<'api-key'>; readonly name: string },
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): MadeKey {
  return perform<MadeKey>(store.db, nowMs, (act) => {
    if (apiKeyById.get(act.db, { keyId })) return refuse('api-key-id-reused');
    if (apiKeysInForce.all(act.db, {}).length >= MOST_KEYS) return refuse('too-many-api-keys', { most: MOST_KEYS });
    const key = PREFIX + randomBytes(KEY_BYTES).toString('base64url');
    const ending = key.slice(-ENDING_LENGTH);
    act.record('api-key', {
      id: keyId,
      owner: store.facts.storeId,
      version: 1,
      name,
      createdAtMs: nowMs,
      createdById: staffId,
      revokedAtMs: null,
    });
    putApiKeyCredential.run(act.db, { keyId, digest: digestOfKey(key), ending });
    audit(
      act,
      { store, staffId, ids },
      { action: 'api-key-create', subjectKind: 'api-key', subjectId: keyId, fields: [] },
    );
    return done({ keyId, key });
  });
}
