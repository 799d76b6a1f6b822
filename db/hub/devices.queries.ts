import { bytes, flag, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const schema = 'hub';

export const putCode = defineWrite({
  name: 'enrolment-codes.put',
  schema,
  sql: `INSERT INTO enrolment_code (code_hash, store_name, expires_at_ms) VALUES (@codeHash, @storeName, @expiresAtMs)`,
  params: { codeHash: bytes, storeName: text, expiresAtMs: integer },
});

/** Codes that nobody used are forgotten once they expired long ago: who comes late is told so until then. */
export const forgetCodes = defineWrite({
  name: 'enrolment-codes.forget',
  schema,
  sql: 'DELETE FROM enrolment_code WHERE used_by IS NULL AND expires_at_ms < @beforeMs',
  params: { beforeMs: integer },
});

export const codeByHash = defineQuery({
  name: 'enrolment-codes.by-hash',
  schema,
  sql: `SELECT store_name AS storeName, expires_at_ms AS expiresAtMs, public_key AS usedByKey
        FROM enrolment_code LEFT JOIN device ON device_pk = used_by WHERE code_hash = @codeHash`,
  params: { codeHash: bytes },
  row: { storeName: text, expiresAtMs: integer, usedByKey: nullable(bytes) },
});

export const useCode = defineWrite({
  name: 'enrolment-codes.use',
  schema,
  sql: 'UPDATE enrolment_code SET used_by = @devicePk WHERE code_hash = @codeHash AND used_by IS NULL',
  params: { codeHash: bytes, devicePk: integer },
});

export const nameStore = defineWrite({
  name: 'enrolled-stores.name',
  schema,
  sql: `INSERT INTO enrolled_store (line_pk, name, enrolled_at_ms) VALUES (@linePk, @name, @nowMs)
        ON CONFLICT (line_pk) DO NOTHING`,
  params: { linePk: integer, name: text, nowMs: integer },
});

export const storeByName = defineQuery({
  name: 'enrolled-stores.by-name',
  schema,
  sql: 'SELECT line_pk AS linePk, store_id AS storeId FROM enrolled_store JOIN line USING (line_pk) WHERE name = @name',
  params: { name: text },
  row: { linePk: integer, storeId: id('store') },
});

/** Every store that was let in, and how it stands. */
export const enrolledStores = defineQuery({
  name: 'enrolled-stores.all',
  schema,
  sql: `SELECT name, last_seq AS lastSeq, last_contact_ms AS lastContactMs,
          EXISTS (SELECT 1 FROM device WHERE device.line_pk = line.line_pk AND ended_at_ms IS NULL) AS mayTalk,
          (SELECT count(*) FROM fact JOIN held_fact USING (fact_pk) WHERE fact.line_pk = line.line_pk) AS held
        FROM enrolled_store JOIN line USING (line_pk) ORDER BY name`,
  params: {},
  row: { name: text, lastSeq: integer, lastContactMs: nullable(integer), mayTalk: flag, held: integer },
});

export const putDevice = defineWrite({
  name: 'devices.put',
  schema,
  sql: 'INSERT INTO device (line_pk, public_key, since_ms) VALUES (@linePk, @publicKey, @nowMs)',
  params: { linePk: integer, publicKey: bytes, nowMs: integer },
});

export const deviceByKey = defineQuery({
  name: 'devices.by-key',
  schema,
  sql: `SELECT device_pk AS devicePk, line_pk AS linePk, store_id AS storeId, ended_at_ms IS NOT NULL AS isEnded
        FROM device JOIN line USING (line_pk) WHERE public_key = @publicKey`,
  params: { publicKey: bytes },
  row: { devicePk: integer, linePk: integer, storeId: id('store'), isEnded: flag },
});

/** Whatever key the store had is heard no longer. */
export const endDevices = defineWrite({
  name: 'devices.end',
  schema,
  sql: 'UPDATE device SET ended_at_ms = @nowMs, ended_why = @why WHERE line_pk = @linePk AND ended_at_ms IS NULL',
  params: { linePk: integer, why: oneOf(['revoked', 'rotated', 'enrolled-again']), nowMs: integer },
});

/** Whoever speaks in an epoch of this store from now on is a copy. */
export const fenceAllEpochs = defineWrite({
  name: 'epochs.fence-all',
  schema,
  sql: 'UPDATE epoch SET fenced_at_ms = @nowMs WHERE line_pk = @linePk AND fenced_at_ms IS NULL',
  params: { linePk: integer, nowMs: integer },
});

export const keepEvidence = defineWrite({
  name: 'push-evidence.keep',
  schema,
  sql: `INSERT INTO push_evidence (device_pk, through_seq, statement, signature, received_at_ms)
        VALUES (@devicePk, @throughSeq, @statement, @signature, @nowMs)`,
  params: { devicePk: integer, throughSeq: integer, statement: text, signature: bytes, nowMs: integer },
});
