import { deviceByKey, endDevices, fenceAllEpochs, putDevice, storeByName } from '../../../db/hub/devices.queries.ts';
import { type ReadDb, transaction } from '../../../db/kernel/connection.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';

/**
 * The store of this name is heard no longer, not even what it is sending now. Should its disk ever be let in again, it
 * speaks in a fenced epoch, so a person looks at it first.
 */
export const revokeStore = (hub: ReadDb, name: string, nowMs: number): 'unknown' | 'revoked' | 'had-none' =>
  transaction(hub, (tx) => {
    const linePk = storeByName.get(tx, { name })?.linePk;
    if (linePk === undefined) return 'unknown';
    fenceAllEpochs.run(tx, { linePk, nowMs });
    return endDevices.run(tx, { linePk, why: 'revoked', nowMs }) > 0 ? 'revoked' : 'had-none';
  });

/** Whether the holder of this key may say anything now. */
export function mayTalk(hub: ReadDb, key: string): Outcome<null, Refusal<'key-unknown' | 'device-revoked'>> {
  const device = deviceByKey.get(hub, { publicKey: Buffer.from(key, 'base64url') });
  if (!device) return refuse('key-unknown');
  return device.isEnded ? refuse('device-revoked') : done(null);
}

/** A device's key makes way for another; that both signed was looked at. */
export const rotateKey = (
  hub: ReadDb,
  { key, newKey }: { readonly key: string; readonly newKey: string },
  nowMs: number,
): Outcome<{ readonly key: string }, Refusal<'device-revoked' | 'key-known'>> =>
  transaction(hub, (tx) => {
    const device = deviceByKey.get(tx, { publicKey: Buffer.from(key, 'base64url') });
    if (!device || device.isEnded) return refuse('device-revoked');
    const publicKey = Buffer.from(newKey, 'base64url');
    if (deviceByKey.get(tx, { publicKey })) return refuse('key-known');
    const { linePk } = device;
    endDevices.run(tx, { linePk, why: 'rotated', nowMs });
    putDevice.run(tx, { linePk, publicKey, nowMs });
    return done({ key: newKey });
  });
