import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { OpenStore } from '../../api/open-store.ts';

/** Beside the database, and in no backup of it: a copy of the store opens nobody's mail server. */
export const SECRETS_KEY_FILE = 'secrets.key';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyFileOf = ({ db }: OpenStore): string => path.join(path.dirname(db.raw.name), SECRETS_KEY_FILE);

function keyOf(store: OpenStore): Buffer | null {
  try {
    const key = fs.readFileSync(keyFileOf(store));
    return key.length === KEY_BYTES ? key : null;
  } catch {
    return null;
  }
}

function makeKey(store: OpenStore): Buffer {
  const key = randomBytes(KEY_BYTES);
  fs.writeFileSync(keyFileOf(store), key, { mode: 0o600, flush: true });
  return key;
}

/** AES-256-GCM: nonce, tag, ciphertext. The key is made when it is needed first. */
export function sealSecret(store: OpenStore, secret: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(store) ?? makeKey(store), nonce);
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** Null where the key is not that under which it was sealed: the store came here from another computer. */
export function openSecret(store: OpenStore, sealed: Uint8Array): string | null {
  const key = keyOf(store);
  if (!key) return null;
  const bytes = Buffer.from(sealed);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
