import { CHANGE_ROW, changeRow } from '../changes/changes.queries.ts';
import { bytes, id, integer, nullable, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

/** By the key in whose order it was written. */
const change = { changePk: integer, ...changeRow };
const CHANGE = `change_pk AS changePk, ${CHANGE_ROW}`;

/** In the order of the table itself: no index is read, so that a damaged one does no harm. */
export const changesAfter = defineQuery({
  name: 'backups.changes-after',
  sql: `SELECT ${CHANGE} FROM change_log WHERE change_pk > @afterPk ORDER BY change_pk LIMIT @limit`,
  params: { afterPk: integer, limit: integer },
  row: change,
});

export const changeAt = defineQuery({
  name: 'backups.change-at',
  sql: `SELECT ${CHANGE} FROM change_log WHERE change_pk = @changePk`,
  params: { changePk: integer },
  row: change,
});

export const lastChange = defineQuery({
  name: 'backups.last-change',
  sql: `SELECT ${CHANGE} FROM change_log ORDER BY change_pk DESC LIMIT 1`,
  params: {},
  row: change,
});

/** How much a store holds, counted: what a check compares a copy with. */
export const storeCounts = defineQuery({
  name: 'backups.store-counts',
  sql: `SELECT (SELECT count(*) FROM change_log) AS facts, (SELECT count(*) FROM member) AS members, (SELECT count(*) FROM purchase) AS purchases`,
  params: {},
  row: { facts: integer, members: integer, purchases: integer },
});

/** The rows that this connection has written since it was opened. */
export const rowsWritten = defineQuery({
  name: 'backups.rows-written',
  sql: 'SELECT total_changes() AS total',
  params: {},
  row: { total: integer },
});

/** The last receipt number that each till has given. */
export const tillCounters = defineQuery({
  name: 'backups.till-counters',
  sql: `SELECT till.id AS tillId, store.code AS storeCode, till.code AS tillCode, receipt_counter AS counter
        FROM till JOIN store USING (store_pk) ORDER BY till_pk`,
  params: {},
  row: { tillId: id('till'), storeCode: text, tillCode: text, counter: integer },
});

/** Which of a till's numbers in this range no purchase has. */
export const missingReceipts = defineQuery({
  name: 'backups.missing-receipts',
  sql: `WITH RECURSIVE numbers (counter) AS (SELECT @afterCounter + 1 UNION ALL SELECT counter + 1 FROM numbers WHERE counter < @lastCounter)
        SELECT counter FROM numbers WHERE @lastCounter > @afterCounter
          AND counter NOT IN (SELECT receipt_counter FROM purchase WHERE till_pk = (SELECT till_pk FROM till WHERE id = @tillId))
        ORDER BY counter LIMIT @limit`,
  params: { tillId: id('till'), afterCounter: integer, lastCounter: integer, limit: integer },
  row: { counter: integer },
});

/** Numbers that a lost receipt bears are not given again. */
export const passReceiptNumbers = defineWrite({
  name: 'backups.pass-receipt-numbers',
  sql: 'UPDATE till SET receipt_counter = max(receipt_counter, @counter) WHERE id = @tillId',
  params: { tillId: id('till'), counter: integer },
});

/** A restored store that headquarters knows spends no points until headquarters has spoken. */
export const freezeRedemption = defineWrite({
  name: 'backups.freeze-redemption',
  sql: 'UPDATE sync_state SET redemption_frozen = 1 WHERE session_counter > 0',
  params: {},
});

const credential = { staffId: id('staff'), pinHash: text, failedAttempts: integer, lockedUntilMs: integer };

export const credentials = defineQuery({
  name: 'backups.credentials',
  sql: `SELECT staff.id AS staffId, pin_hash AS pinHash, failed_attempts AS failedAttempts, locked_until_ms AS lockedUntilMs
        FROM staff_credential JOIN staff USING (staff_pk)`,
  params: {},
  row: credential,
});

export const putCredential = defineWrite({
  name: 'backups.put-credential',
  sql: `INSERT INTO staff_credential (staff_pk, pin_hash, failed_attempts, locked_until_ms)
        SELECT staff_pk, @pinHash, @failedAttempts, @lockedUntilMs FROM staff WHERE id = @staffId
        ON CONFLICT (staff_pk) DO UPDATE SET pin_hash = excluded.pin_hash, failed_attempts = excluded.failed_attempts,
          locked_until_ms = excluded.locked_until_ms`,
  params: credential,
});

const keyCredential = { keyId: id('api-key'), digest: bytes, ending: text, lastUsedAtMs: nullable(integer) };

export const keyCredentials = defineQuery({
  name: 'backups.key-credentials',
  sql: `SELECT api_key.id AS keyId, digest, ending, last_used_at_ms AS lastUsedAtMs
        FROM api_key_credential JOIN api_key USING (api_key_pk) ORDER BY api_key_pk`,
  params: {},
  row: keyCredential,
});

export const putKeyCredential = defineWrite({
  name: 'backups.put-key-credential',
  sql: `INSERT INTO api_key_credential (api_key_pk, digest, ending, last_used_at_ms)
        SELECT api_key_pk, @digest, @ending, @lastUsedAtMs FROM api_key WHERE id = @keyId
        ON CONFLICT (api_key_pk) DO UPDATE SET last_used_at_ms = excluded.last_used_at_ms`,
  params: keyCredential,
});

const storedBasket = {
  purchaseId: id('purchase'),
  tillId: nullable(id('till')),
  memberId: nullable(id('member')),
  savedAtMs: integer,
  savedById: nullable(id('staff')),
  basket: text,
};

export const storedBaskets = defineQuery({
  name: 'backups.open-baskets',
  sql: `SELECT purchase_id AS purchaseId, till.id AS tillId, member.id AS memberId, saved_at_ms AS savedAtMs, staff.id AS savedById, basket
        FROM open_basket LEFT JOIN till USING (till_pk) LEFT JOIN member USING (member_pk)
        LEFT JOIN staff ON staff.staff_pk = saved_by_pk ORDER BY basket_pk`,
  params: {},
  row: storedBasket,
});

export const dropBaskets = defineWrite({
  name: 'backups.drop-open-baskets',
  sql: 'DELETE FROM open_basket',
  params: {},
});

export const memberKey = defineQuery({
  name: 'backups.member-key',
  sql: 'SELECT member_pk AS memberPk FROM member WHERE id = @memberId',
  params: { memberId: id('member') },
  row: { memberPk: integer },
});
