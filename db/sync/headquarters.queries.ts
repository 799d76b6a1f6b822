import { bytes, flag, integer, nullable, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const enrolment = {
  address: text,
  pin: bytes,
  storeName: text,
  enrolledAtMs: integer,
  publicKey: text,
  sealedKey: bytes,
};

export const ownHeadquarters = defineQuery({
  name: 'headquarters.own',
  sql: `SELECT address, pin, store_name AS storeName, enrolled_at_ms AS enrolledAtMs, public_key AS publicKey,
          sealed_key AS sealedKey, next_public_key AS nextPublicKey, next_sealed_key AS nextSealedKey,
          exchanged_at_ms AS exchangedAtMs
        FROM headquarters`,
  params: {},
  row: {
    ...enrolment,
    nextPublicKey: nullable(text),
    nextSealedKey: nullable(bytes),
    exchangedAtMs: nullable(integer),
  },
});
export type OwnHeadquarters = NonNullable<ReturnType<typeof ownHeadquarters.get>>;

export const putHeadquarters = defineWrite({
  name: 'headquarters.put',
  sql: `INSERT OR REPLACE INTO headquarters (one, address, pin, store_name, enrolled_at_ms, public_key, sealed_key)
        VALUES (1, @address, @pin, @storeName, @enrolledAtMs, @publicKey, @sealedKey)`,
  params: enrolment,
});

export const putNextKey = defineWrite({
  name: 'headquarters.put-next-key',
  sql: 'UPDATE headquarters SET next_public_key = @publicKey, next_sealed_key = @sealedKey',
  params: { publicKey: text, sealedKey: bytes },
});

/** Headquarters knows this store by the next key now. */
export const useNextKey = defineWrite({
  name: 'headquarters.use-next-key',
  sql: `UPDATE headquarters SET public_key = next_public_key, sealed_key = next_sealed_key, next_public_key = NULL,
          next_sealed_key = NULL
        WHERE next_public_key IS NOT NULL`,
  params: {},
});

export const noteExchange = defineWrite({
  name: 'headquarters.note-exchange',
  sql: 'UPDATE headquarters SET exchanged_at_ms = @nowMs',
  params: { nowMs: integer },
});

/** How much of this store's log headquarters has not acknowledged, how far this store pulled, and whether redemption waits. */
export const waitingRows = defineQuery({
  name: 'sync.waiting-rows',
  sql: `SELECT max(0, last_seq - ifnull(acknowledged_seq, 0)) AS waiting,
          ifnull(pulled_version, 0) AS pulledVersion, redemption_frozen AS isFrozen
        FROM sync_state LEFT JOIN sync_cursor USING (one)`,
  params: {},
  row: { waiting: integer, pulledVersion: integer, isFrozen: flag },
});
