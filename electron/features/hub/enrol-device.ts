import type { z } from 'zod';
import {
  codeByHash,
  deviceByKey,
  endDevices,
  nameStore,
  putDevice,
  storeByName,
  useCode,
} from '../../../db/hub/devices.queries.ts';
import { lineOf } from '../../../db/hub/lines.queries.ts';
import { type ReadDb, transaction, type WriteDb } from '../../../db/kernel/connection.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { enrolRequest } from '../../../shared/trust/door.ts';
import { enrolStatement } from '../../../shared/trust/statements.ts';
import { isSigned } from '../sync/device-key.ts';
import { enrolStore } from './begin-hub.ts';
import { hashOfSecret } from './enrolment-codes.ts';

type Enrolled = Outcome<
  { readonly storeName: string },
  Refusal<'code-wrong' | 'code-used' | 'code-expired' | 'signature-wrong' | 'store-known' | 'other-store' | 'key-known'>
>;

/**
 * Lets a store in by a code and its new key, whose holder it proves to be. Asked again with the same code and key, as
 * after an answer that was lost, it answers the same. Whatever key the store had is heard no longer.
 */
export const enrolDevice = (hub: ReadDb, request: z.infer<typeof enrolRequest>, nowMs: number): Enrolled =>
  transaction(hub, (tx) => enrol(tx, request, nowMs));

function enrol(tx: WriteDb, request: z.infer<typeof enrolRequest>, nowMs: number): Enrolled {
  const { secret, storeId, key, signature } = request;
  const codeHash = hashOfSecret(secret);
  const code = codeByHash.get(tx, { codeHash });
  if (!code) return refuse('code-wrong');
  if (!isSigned(key, enrolStatement(secret, storeId, key), signature)) return refuse('signature-wrong');
  const { storeName } = code;
  const publicKey = Buffer.from(key, 'base64url');
  const known = deviceByKey.get(tx, { publicKey });
  if (code.usedByKey) {
    const isAskedAgain = publicKey.equals(code.usedByKey) && known?.storeId === storeId && !known.isEnded;
    return isAskedAgain ? done({ storeName }) : refuse('code-used');
  }
  if (nowMs > code.expiresAtMs) return refuse('code-expired');
  if (known) return refuse('key-known');
  const line = lineOf.get(tx, { storeId });
  // Now, and not when the code was made: another one for the same name may have let a store in since.
  const named = storeByName.get(tx, { name: storeName })?.linePk ?? null;
  if (named !== null && named !== line?.linePk) return refuse('other-store');
  if (named === null && line) return refuse('store-known');

  enrolStore(tx, storeId);
  const linePk = lineOf.get(tx, { storeId })?.linePk as number;
  nameStore.run(tx, { linePk, name: storeName, nowMs });
  endDevices.run(tx, { linePk, why: 'enrolled-again', nowMs });
  const devicePk = putDevice.insert(tx, { linePk, publicKey, nowMs });
  useCode.run(tx, { codeHash, devicePk });
  return done({ storeName });
}
