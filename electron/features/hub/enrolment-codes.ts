import { hash, randomBytes } from 'node:crypto';
import { nodeDigest } from '../../../db/changes/digest.ts';
import { forgetCodes, putCode } from '../../../db/hub/devices.queries.ts';
import { type ReadDb, transaction } from '../../../db/kernel/connection.ts';
import { GOOD_FOR_MS } from '../../../shared/trust/door.ts';
import { readEnrolmentCode, SECRET_BYTES, writeEnrolmentCode } from '../../../shared/trust/enrolment-code.ts';

/** Whoever comes with an expired code is told so for a day. */
const REMEMBERED_MS = 24 * 60 * 60_000;

/** Plain SHA-256 is enough: 80 random bits cannot be tried out. */
export const hashOfSecret = (secret: string): Uint8Array => hash('sha256', secret, 'buffer');

/**
 * Makes a code by which the store of this name is let in: a new one, or, where the name is known, that same store again.
 * Only its hash is kept. `pin` is the SHA-256 of headquarters' key.
 */
export function makeEnrolmentCode(hub: ReadDb, storeName: string, pin: Uint8Array, nowMs: number): string {
  const code = writeEnrolmentCode(randomBytes(SECRET_BYTES), pin, nodeDigest);
  const secret = readEnrolmentCode(code, nodeDigest)?.secret ?? '';
  transaction(hub, (tx) => {
    forgetCodes.run(tx, { beforeMs: nowMs - REMEMBERED_MS });
    putCode.run(tx, { codeHash: hashOfSecret(secret), storeName, expiresAtMs: nowMs + GOOD_FOR_MS.code });
  });
  return code;
}
