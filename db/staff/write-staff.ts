import { ROLES } from '../../shared/staff/rights.ts';
import type { ShiftFact } from '../../shared/staff/shift.fact.ts';
import type { ApiKeyFact, AuditEntryFact, StaffFact } from '../../shared/staff/staff.facts.ts';
import { CHAIN_START } from '../../shared/sync/chain.ts';
import { nodeDigest } from '../changes/digest.ts';
import { bytes, flag, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const putStaff = defineWrite({
  name: 'staff.put',
  sql: `INSERT INTO staff (id, owner, version, store_pk, name, role, active)
        VALUES (@id, @owner, @version, (SELECT store_pk FROM store WHERE id = @storeId), @name, @role, @active)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, role = excluded.role, active = excluded.active
        WHERE excluded.version > staff.version`,
  params: {
    id: id('staff'),
    owner: text,
    version: integer,
    storeId: id('store'),
    name: text,
    role: oneOf(ROLES),
    active: flag,
  },
});
export const writeStaff = (db: WriteDb, fact: StaffFact): void => void putStaff.run(db, fact);

const putApiKey = defineWrite({
  name: 'api-keys.put',
  sql: `INSERT INTO api_key (id, owner, version, name, created_at_ms, created_by_pk, revoked_at_ms)
        VALUES (@id, @owner, @version, @name, @createdAtMs, (SELECT staff_pk FROM staff WHERE id = @createdById), @revokedAtMs)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, revoked_at_ms = excluded.revoked_at_ms
        WHERE excluded.version > api_key.version`,
  params: {
    id: id('api-key'),
    owner: text,
    version: integer,
    name: text,
    createdAtMs: integer,
    createdById: nullable(id('staff')),
    revokedAtMs: nullable(integer),
  },
});
export const writeApiKey = (db: WriteDb, fact: ApiKeyFact): void => void putApiKey.run(db, fact);

const putShift = defineWrite({
  name: 'shifts.put',
  sql: `INSERT INTO shift (id, owner, version, till_pk, opened_at_ms, opened_by_pk, float_minor, closed_at_ms, closed_by_pk, counted_minor)
        VALUES (@id, @owner, @version, (SELECT till_pk FROM till WHERE id = @tillId), @openedAtMs,
                (SELECT staff_pk FROM staff WHERE id = @openedById), @floatMinor, @closedAtMs,
                (SELECT staff_pk FROM staff WHERE id = @closedById), @countedMinor)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, closed_at_ms = excluded.closed_at_ms,
          closed_by_pk = excluded.closed_by_pk, counted_minor = excluded.counted_minor
        WHERE excluded.version > shift.version`,
  params: {
    id: id('shift'),
    owner: text,
    version: integer,
    tillId: id('till'),
    openedAtMs: integer,
    openedById: nullable(id('staff')),
    floatMinor: integer,
    closedAtMs: nullable(integer),
    closedById: nullable(id('staff')),
    countedMinor: nullable(integer),
  },
});
export const writeShift = (db: WriteDb, fact: ShiftFact): void => void putShift.run(db, fact);

const auditHead = defineQuery({
  name: 'audit.head',
  sql: 'SELECT chain FROM audit_entry ORDER BY audit_pk DESC LIMIT 1',
  params: {},
  row: { chain: bytes },
});

const putAuditEntry = defineWrite({
  name: 'audit.append',
  sql: `INSERT INTO audit_entry (id, at_ms, staff_pk, api_key_pk, till_pk, action, subject_kind, subject_id, fields, chain)
        VALUES (@id, @atMs, (SELECT staff_pk FROM staff WHERE id = @staffId),
                (SELECT api_key_pk FROM api_key WHERE id = @apiKeyId), (SELECT till_pk FROM till WHERE id = @tillId), @action,
                @subjectKind, @subjectId, @fields, @chain)`,
  params: {
    id: id('audit-entry'),
    atMs: integer,
    staffId: nullable(id('staff')),
    apiKeyId: nullable(id('api-key')),
    tillId: nullable(id('till')),
    action: text,
    subjectKind: nullable(text),
    subjectId: nullable(id('anything')),
    fields: text,
    chain: bytes,
  },
});

const noteTillUse = defineWrite({
  name: 'tills.note-use',
  sql: 'UPDATE till SET last_used_at_ms = max(ifnull(last_used_at_ms, @atMs), @atMs) WHERE id = @tillId',
  params: { tillId: nullable(id('till')), atMs: integer },
});

/** The chain of an audit row: SHA-256 of the chain before and of this row's columns, in their order, as JSON. */
export const auditChain = (previous: Uint8Array, fact: AuditEntryFact): Uint8Array => {
  const { id: entryId, atMs, staffId, apiKeyId, tillId, action, subjectKind, subjectId, fields } = fact;
  const columns = [entryId, atMs, staffId, apiKeyId, tillId, action, subjectKind, subjectId, fields];
  return nodeDigest.sha256([previous, nodeDigest.utf8(JSON.stringify(columns))]);
};

export function writeAuditEntry(db: WriteDb, fact: AuditEntryFact): void {
  const previous = auditHead.get(db, {})?.chain ?? CHAIN_START;
  putAuditEntry.run(db, { ...fact, fields: JSON.stringify(fact.fields), chain: auditChain(previous, fact) });
  if (fact.tillId) noteTillUse.run(db, fact);
}
