import { id, integer, nullable, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

/** The tills of the store that this database belongs to, in the order in which they were added. */
export const tillsOfStore = defineQuery({
  name: 'tills.of-store',
  sql: `SELECT till.id AS tillId, till.code, till.name, receipt_counter AS receiptCounter, last_used_at_ms AS lastUsedAtMs
        FROM sync_state JOIN store ON store.id = sync_state.store_id JOIN till ON till.store_pk = store.store_pk
        ORDER BY till_pk`,
  params: {},
  row: { tillId: id('till'), code: text, name: text, receiptCounter: integer, lastUsedAtMs: nullable(integer) },
});

export const tillById = defineQuery({
  name: 'tills.by-id',
  sql: 'SELECT till.owner, till.version, code, till.name FROM till WHERE id = @tillId',
  params: { tillId: id('till') },
  row: { owner: text, version: integer, code: text, name: text },
});

/** Makes this computer that till. */
export const chooseTill = defineWrite({
  name: 'tills.choose',
  sql: `INSERT INTO device (device_pk, till_pk) VALUES (1, (SELECT till_pk FROM till WHERE id = @tillId))
        ON CONFLICT (device_pk) DO UPDATE SET till_pk = excluded.till_pk`,
  params: { tillId: id('till') },
});
