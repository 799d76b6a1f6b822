import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** An Ed25519 key pair as it is kept and sent: raw, as base64url (RFC 8037). */
export interface DeviceKey {
  readonly privateKey: string;
  readonly publicKey: string;
}

const OKP = { kty: 'OKP', crv: 'Ed25519' } as const;

export function makeDeviceKey(): DeviceKey {
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { privateKey: d, publicKey: x };
}

export function signStatement({ privateKey, publicKey }: DeviceKey, statement: string): string {
  const key = createPrivateKey({ format: 'jwk', key: { ...OKP, d: privateKey, x: publicKey } });
  return sign(null, Buffer.from(statement, 'utf8'), key).toString('base64url');
}

/** Whether the holder of this key said this. Never throws: a key that is no point of the curve has said nothing. */
export function isSigned(publicKey: string, statement: string, signature: string): boolean {
  try {
    const key = createPublicKey({ format: 'jwk', key: { ...OKP, x: publicKey } });
    return verify(null, Buffer.from(statement, 'utf8'), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
