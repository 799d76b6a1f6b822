import { perform } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import { putHeadquarters } from '../../../db/sync/headquarters.queries.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { Doer } from '../../../shared/staff/doer.ts';
import { pinBegins, readEnrolmentCode } from '../../../shared/trust/enrolment-code.ts';
import { readHqAddress, writeHqAddress } from '../../../shared/trust/hq-address.ts';
import type { HqRefusal } from '../../../shared/trust/hq-refusals.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { sealSecret } from '../messages/seal-secret.ts';
import { audit } from '../staff/audit.ts';
import { type DeviceKey, makeDeviceKey } from './device-key.ts';
import { DoorClient, Unreachable } from './door-client.ts';
import { hqRefusalOf } from './hq-refusal.ts';

/**
 * Lets headquarters know this store, by the code that somebody was given there. What answers at the address is told the
 * code only once it has shown the key that the code names. A store that was let in before is let in anew.
 */
export async function enrolHere(
  store: OpenStore,
  { address, code }: { readonly address: string; readonly code: string },
  { staffId, clock, ids }: { readonly staffId: Doer; readonly clock: Clock; readonly ids: IdSource },
): Promise<Outcome<{ readonly storeName: string }, Refusal<HqRefusal>>> {
  const at = readHqAddress(address);
  if (!at) return refuse('hq-address-bad');
  const read = readEnrolmentCode(code, nodeDigest);
  if (!read) return refuse('hq-code-mistyped');
  const key = makeDeviceKey();
  const door = new DoorClient(writeHqAddress(at), (pin) => pinBegins(pin) === read.pinBegins);
  try {
    const { storeName } = await enrolTwice(door, read.secret, store, key);
    const enrolment = {
      address: writeHqAddress(at),
      pin: door.pin as Uint8Array,
      storeName,
      enrolledAtMs: clock(),
      publicKey: key.publicKey,
      sealedKey: sealSecret(store, key.privateKey),
    };
    perform(store.db, enrolment.enrolledAtMs, (act) => {
      putHeadquarters.run(act.db, enrolment);
      const { storeId } = store.facts;
      audit(
        act,
        { store, staffId, ids },
        { action: 'enrol-at-headquarters', subjectKind: 'store', subjectId: storeId, fields: [] },
      );
    });
    return done({ storeName });
  } catch (error) {
    const refusal = hqRefusalOf(error);
    if (!refusal) throw error;
    return refusal;
  } finally {
    door.close();
  }
}

/** Where the answer was lost after headquarters was found, it is asked once more: with the same key it answers the same. */
async function enrolTwice(door: DoorClient, secret: string, { facts }: OpenStore, key: DeviceKey) {
  try {
    return await door.enrol(secret, facts.storeId, key);
  } catch (error) {
    if (!(error instanceof Unreachable) || !door.pin) throw error;
    return door.enrol(secret, facts.storeId, key);
  }
}
