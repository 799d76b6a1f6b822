import { bytes, id, integer, nullable, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

export const apiKeys = defineQuery({
  name: 'api-keys.all',
  sql: `SELECT api_key.id AS keyId, api_key.name, ending, created_at_ms AS createdAtMs, staff.name AS createdBy,
          last_used_at_ms AS lastUsedAtMs, revoked_at_ms AS revokedAtMs
        FROM api_key JOIN api_key_credential USING (api_key_pk) LEFT JOIN staff ON staff.staff_pk = created_by_pk ORDER BY api_key_pk DESC`,
  params: {},
  row: {
    keyId: id('api-key'),
    name: text,
    ending: text,
    createdAtMs: integer,
    createdBy: nullable(text),
    lastUsedAtMs: nullable(integer),
    revokedAtMs: nullable(integer),
  },
});

/** The keys that let somebody in. */
export const apiKeysInForce = defineQuery({
  name: 'api-keys.in-force',
  sql: `SELECT id AS keyId, digest, last_used_at_ms AS lastUsedAtMs FROM api_key JOIN api_key_credential USING (api_key_pk)
        WHERE revoked_at_ms IS NULL`,
  params: {},
  row: { keyId: id('api-key'), digest: bytes, lastUsedAtMs: nullable(integer) },
});

export const apiKeyById = defineQuery({
  name: 'api-keys.by-id',
  sql: `SELECT api_key.id, api_key.owner, api_key.version, api_key.name, created_at_ms AS createdAtMs, staff.id AS createdById,
          revoked_at_ms AS revokedAtMs
        FROM api_key LEFT JOIN staff ON staff.staff_pk = created_by_pk WHERE api_key.id = @keyId`,
  params: { keyId: id('api-key') },
  row: {
    id: id('api-key'),
    owner: text,
    version: integer,
    name: text,
    createdAtMs: integer,
    createdById: nullable(id('staff')),
    revokedAtMs: nullable(integer),
  },
});

export const putApiKeyCredential = defineWrite({
  name: 'api-key-credentials.put',
  sql: `INSERT INTO api_key_credential (api_key_pk, digest, ending)
        VALUES ((SELECT api_key_pk FROM api_key WHERE id = @keyId), @digest, @ending)`,
  params: { keyId: id('api-key'), digest: bytes, ending: text },
});

export const noteApiKeyUse = defineWrite({
  name: 'api-key-credentials.note-use',
  sql: `UPDATE api_key_credential SET last_used_at_ms = @atMs
        WHERE api_key_pk = (SELECT api_key_pk FROM api_key WHERE id = @keyId)`,
  params: { keyId: id('api-key'), atMs: integer },
});
