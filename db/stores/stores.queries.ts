import { id, integer, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

/** The store that this database belongs to, with the till that this computer is: the first, unless one was chosen. */
export const ownStore = defineQuery({
  name: 'stores.own',
  sql: `SELECT store.id AS storeId, store.name AS storeName, store.code AS storeCode, store.currency, store.zone,
          store.cutover_minutes AS cutoverMinutes, till.id AS tillId, till.code AS tillCode
        FROM sync_state JOIN store ON store.id = sync_state.store_id JOIN till ON till.store_pk = store.store_pk
          LEFT JOIN device ON device.till_pk = till.till_pk
        ORDER BY device.device_pk IS NULL, till.till_pk LIMIT 1`,
  params: {},
  row: {
    storeId: id('store'),
    storeName: text,
    storeCode: text,
    currency: text,
    zone: text,
    cutoverMinutes: integer,
    tillId: id('till'),
    tillCode: text,
  },
});

export const receiptCounter = defineQuery({
  name: 'tills.receipt-counter',
  sql: 'SELECT receipt_counter AS counter FROM till WHERE id = @tillId',
  params: { tillId: id('till') },
  row: { counter: integer },
});

export const programmeVersion = defineQuery({
  name: 'programmes.newest-version',
  sql: 'SELECT ifnull(max(version), 0) AS version FROM programme',
  params: {},
  row: { version: integer },
});

export const newestProgramme = defineQuery({
  name: 'programmes.newest',
  sql: 'SELECT programme FROM programme ORDER BY version DESC LIMIT 1',
  params: {},
  row: { programme: text },
});

export const settingValue = defineQuery({
  name: 'settings.value',
  sql: 'SELECT value, version, id FROM setting WHERE key = @key',
  params: { key: text },
  row: { value: text, version: integer, id: id('setting') },
});
