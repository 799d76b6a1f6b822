import { z } from 'zod';
import { bytes, id, integer, json, nullable, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

const fields = json(z.array(z.string()));
const FILTER = `(@action = '' OR action = @action) AND (@staffId IS NULL OR audit_entry.staff_pk = (SELECT staff_pk FROM staff WHERE id = @staffId))`;
const filter = { action: text, staffId: nullable(id('staff')) };

export const auditPage = defineQuery({
  name: 'audit.page',
  sql: `SELECT audit_pk AS position, audit_entry.id AS entryId, at_ms AS atMs, staff.name AS staffName, api_key.name AS apiKeyName,
          action, subject_kind AS subjectKind,
          subject_id AS subjectId,
          CASE subject_kind
            WHEN 'member' THEN (SELECT member_identity.name FROM member JOIN member_identity USING (member_pk) WHERE member.id = subject_id)
            WHEN 'purchase' THEN (SELECT receipt_number FROM purchase WHERE purchase.id = subject_id)
            WHEN 'product' THEN (SELECT product.name FROM product WHERE product.id = subject_id)
            WHEN 'api-key' THEN (SELECT about.name FROM api_key AS about WHERE about.id = subject_id)
            WHEN 'staff' THEN (SELECT about.name FROM staff AS about WHERE about.id = subject_id)
          END AS subjectName, fields
        FROM audit_entry LEFT JOIN staff USING (staff_pk) LEFT JOIN api_key USING (api_key_pk)
        WHERE ${FILTER} ORDER BY audit_pk DESC LIMIT @limit OFFSET @offset`,
  params: { ...filter, limit: integer, offset: integer },
  row: {
    position: integer,
    entryId: id('audit-entry'),
    atMs: integer,
    staffName: nullable(text),
    apiKeyName: nullable(text),
    action: text,
    subjectKind: nullable(text),
    subjectId: nullable(id('anything')),
    subjectName: nullable(text),
    fields,
  },
});

export const auditCount = defineQuery({
  name: 'audit.count',
  sql: `SELECT count(*) AS total FROM audit_entry WHERE ${FILTER}`,
  params: filter,
  row: { total: integer },
});

/** What the log can be narrowed to: the acts and the people that occur in it. */
export const auditActions = defineQuery({
  name: 'audit.actions',
  sql: 'SELECT DISTINCT action FROM audit_entry ORDER BY action',
  params: {},
  row: { action: text },
});

export const auditPeople = defineQuery({
  name: 'audit.people',
  sql: `SELECT id AS staffId, name FROM staff WHERE staff_pk IN (SELECT staff_pk FROM audit_entry) ORDER BY staff_pk`,
  params: {},
  row: { staffId: id('staff'), name: text },
});

/** The log as it was written, in order, to be walked. */
export const auditInOrder = defineQuery({
  name: 'audit.in-order',
  sql: `SELECT audit_pk AS position, audit_entry.id, at_ms AS atMs, staff.id AS staffId, api_key.id AS apiKeyId, till.id AS tillId, action, subject_kind AS subjectKind,
          subject_id AS subjectId, fields, chain
        FROM audit_entry LEFT JOIN staff USING (staff_pk) LEFT JOIN api_key USING (api_key_pk)
        LEFT JOIN till USING (till_pk) ORDER BY audit_pk`,
  params: {},
  row: {
    position: integer,
    id: id('audit-entry'),
    atMs: integer,
    staffId: nullable(id('staff')),
    apiKeyId: nullable(id('api-key')),
    tillId: nullable(id('till')),
    action: text,
    subjectKind: nullable(text),
    subjectId: nullable(id('anything')),
    fields,
    chain: bytes,
  },
});

/** How many audit entries the change log has seen, and the last of them: what the audit log must end with. */
export const auditInChangeLog = defineQuery({
  name: 'audit.in-change-log',
  sql: `SELECT count(*) AS total, (SELECT id FROM change_log WHERE kind = 'audit-entry' ORDER BY change_pk DESC LIMIT 1) AS lastId
        FROM change_log WHERE kind = 'audit-entry'`,
  params: {},
  row: { total: integer, lastId: nullable(id('audit-entry')) },
});
