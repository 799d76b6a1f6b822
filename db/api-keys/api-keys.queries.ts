import { bytes, id, integer, nullable, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

export const apiKeys = defineQuery({
  name: 'api-keys.all',
  sql: `SELECT api_key.id AS keyId, api_key.name, ending, created_at_ms AS createdAtMs, staff.name AS createdBy,
          last_used_at_ms AS lastUsedAtMs, revoked_at_ms AS revokedAtMs
        FROM api_key LEFT JOIN staff ON staff.staff_pk = created_by_pk ORDER BY api_key_pk DESC`,
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
  sql: 'SELECT id AS keyId, digest, last_used_at_ms AS lastUsedAtMs FROM api_key WHERE revoked_at_ms IS NULL',
  params: {},
  row: { keyId: id('api-key'), digest: bytes, lastUsedAtMs: nullable(integer) },
});

export const apiKeyById = defineQuery({
  name: 'api-keys.by-id',
  sql: 'SELECT revoked_at_ms AS revokedAtMs FROM api_key WHERE id = @keyId',
  params: { keyId: id('api-key') },
  row: { revokedAtMs: nullable(integer) },
});

export const putApiKey = defineWrite({
  name: 'api-keys.put',
  sql: `INSERT INTO api_key (id, name, digest, ending, created_at_ms, created_by_pk)
        VALUES (@keyId, @name, @digest, @ending, @createdAtMs, (SELECT staff_pk FROM staff WHERE id = @createdById))`,
  params: {
    keyId: id('api-key'),
    name: text,
    digest: bytes,
    ending: text,
    createdAtMs: integer,
    createdById: nullable(id('staff')),
  },
});

export const revokeApiKey = defineWrite({
  name: 'api-keys.revoke',
  sql: 'UPDATE api_key SET revoked_at_ms = @atMs WHERE id = @keyId AND revoked_at_ms IS NULL',
  params: { keyId: id('api-key'), atMs: integer },
});

export const noteApiKeyUse = defineWrite({
  name: 'api-keys.note-use',
  sql: 'UPDATE api_key SET last_used_at_ms = @atMs WHERE id = @keyId',
  params: { keyId: id('api-key'), atMs: integer },
});
