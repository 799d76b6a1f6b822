import { ROLES } from '../../shared/staff/rights.ts';
import { flag, id, integer, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

export const activeStaff = defineQuery({
  name: 'staff.active',
  sql: `SELECT id AS staffId, name, role FROM staff WHERE active = 1 ORDER BY staff_pk`,
  params: {},
  row: { staffId: id('staff'), name: text, role: oneOf(ROLES) },
});

const EVERYBODY = `SELECT id AS staffId, name, role, active, staff_credential.staff_pk IS NOT NULL AS hasPin, owner, version
        FROM staff LEFT JOIN staff_credential USING (staff_pk)`;
const colleague = {
  staffId: id('staff'),
  name: text,
  role: oneOf(ROLES),
  active: flag,
  hasPin: flag,
  owner: text,
  version: integer,
};

export const everybody = defineQuery({
  name: 'staff.everybody',
  sql: `${EVERYBODY} ORDER BY active DESC, staff.staff_pk`,
  params: {},
  row: colleague,
});

export const staffById = defineQuery({
  name: 'staff.by-id',
  sql: `${EVERYBODY} WHERE id = @staffId`,
  params: { staffId: id('staff') },
  row: colleague,
});

export const staffCredential = defineQuery({
  name: 'staff.credential',
  sql: `SELECT staff.id AS staffId, staff.name, staff.role, pin_hash AS pinHash, failed_attempts AS failedAttempts,
          locked_until_ms AS lockedUntilMs
        FROM staff JOIN staff_credential USING (staff_pk) WHERE staff.id = @staffId AND active = 1`,
  params: { staffId: id('staff') },
  row: {
    staffId: id('staff'),
    name: text,
    role: oneOf(ROLES),
    pinHash: text,
    failedAttempts: integer,
    lockedUntilMs: integer,
  },
});

export const putPinHash = defineWrite({
  name: 'staff.put-pin-hash',
  sql: `INSERT INTO staff_credential (staff_pk, pin_hash) SELECT staff_pk, @pinHash FROM staff WHERE id = @staffId
        ON CONFLICT (staff_pk) DO UPDATE SET pin_hash = excluded.pin_hash, failed_attempts = 0, locked_until_ms = 0`,
  params: { staffId: id('staff'), pinHash: text },
});

export const putAttempts = defineWrite({
  name: 'staff.put-attempts',
  sql: `UPDATE staff_credential SET failed_attempts = @failedAttempts, locked_until_ms = @lockedUntilMs
        WHERE staff_pk = (SELECT staff_pk FROM staff WHERE id = @staffId)`,
  params: { staffId: id('staff'), failedAttempts: integer, lockedUntilMs: integer },
});
