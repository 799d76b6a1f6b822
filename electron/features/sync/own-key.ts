import { transaction } from '../../../db/kernel/connection.ts';
import { type OwnHeadquarters, putNextKey } from '../../../db/sync/headquarters.queries.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { openSecret, sealSecret } from '../messages/seal-secret.ts';
import { type DeviceKey, makeDeviceKey } from './device-key.ts';

const opened = (store: OpenStore, publicKey: string | null, sealed: Uint8Array | null): DeviceKey | null => {
  const privateKey = sealed && openSecret(store, sealed);
  return publicKey !== null && privateKey ? { publicKey, privateKey } : null;
};

/** The key by which headquarters knows this store. Null where it was sealed on another computer: the store is to be let in anew. */
export const ownKey = (store: OpenStore, { publicKey, sealedKey }: OwnHeadquarters): DeviceKey | null =>
  opened(store, publicKey, sealedKey);

/** The key that is to take its place, or null. */
export const nextKey = (store: OpenStore, { nextPublicKey, nextSealedKey }: OwnHeadquarters): DeviceKey | null =>
  opened(store, nextPublicKey, nextSealedKey);

/** Makes the key that is to take its place: on the disk before headquarters hears of it, so that no lost answer locks the store out. */
export function makeNextKey(store: OpenStore): DeviceKey {
  const key = makeDeviceKey();
  const sealedKey = sealSecret(store, key.privateKey);
  transaction(store.db, (tx) => void putNextKey.run(tx, { publicKey: key.publicKey, sealedKey }));
  return key;
}
