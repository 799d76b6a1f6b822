import 'reflect-metadata';
import { createHash, createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate as PeculiarCertificate,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { putInPlace } from '../../db/kernel/sync-file.ts';

/** What headquarters shows when somebody connects, and the key by which stores know it. */
export interface Authority {
  /** PEM: the server's certificate and whatever stands above it. */
  readonly cert: string;
  /** PEM. */
  readonly key: string;
  /** SHA-256 of the public key (SPKI) that stores pin: that of our own authority, or of a fleet's server. */
  readonly pin: Uint8Array;
}

const CERTIFICATE_FILE = 'authority.pem';
const KEY_FILE = 'authority-key.pem';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const YEAR_MS = 365.25 * 24 * 60 * 60_000;
/** For clocks that are behind. */
const BEFORE_MS = 24 * 60 * 60_000;
const NAME = 'regulars-headquarters';

const crypto = webcrypto;
const pinOf = (pem: string): Uint8Array =>
  createHash('sha256')
    .update(new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' }))
    .digest();

const validity = (nowMs: number, years: number) => ({
  serialNumber: randomBytes(16).toString('hex'),
  notBefore: new Date(nowMs - BEFORE_MS),
  notAfter: new Date(nowMs + years * YEAR_MS),
  signingAlgorithm: ALGORITHM,
});
const makeKeys = () => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
const pemOfKey = async (key: webcrypto.CryptoKey) =>
  PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');

/** The authority in this folder, which is made where there is none. Its key can be read by the folder's owner only. */
async function ownAuthority(folder: string, nowMs: number): Promise<{ readonly cert: string; readonly key: string }> {
  const [certFile, keyFile] = [path.join(folder, CERTIFICATE_FILE), path.join(folder, KEY_FILE)];
  // The certificate is put in its place last: where it stands, the key does too.
  if (fs.existsSync(certFile))
    return { cert: fs.readFileSync(certFile, 'utf8'), key: fs.readFileSync(keyFile, 'utf8') };
  const keys = await makeKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      ...validity(nowMs, 30),
      name: 'CN=Regulars headquarters',
      keys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      ],
    },
    crypto,
  );
  const made = { cert: `${certificate.toString('pem')}\n`, key: `${await pemOfKey(keys.privateKey)}\n` };
  for (const [file, text, mode] of [
    [keyFile, made.key, 0o600],
    [certFile, made.cert, 0o644],
  ] as const) {
    fs.rmSync(`${file}.making`, { force: true });
    fs.writeFileSync(`${file}.making`, text, { mode });
    putInPlace(`${file}.making`, file);
  }
  return made;
}

/**
 * Our own authority with a certificate for the server that is made anew at each start: its key is on no disk, and it
 * never expires while it is used. Stores pin the authority's key.
 */
export async function openOwnAuthority(folder: string, nowMs: number): Promise<Authority> {
  const own = await ownAuthority(folder, nowMs);
  const above = new PeculiarCertificate(own.cert);
  const signingKey = await crypto.subtle.importKey(
    'pkcs8',
    createPrivateKey(own.key).export({ type: 'pkcs8', format: 'der' }),
    ALGORITHM,
    false,
    ['sign'],
  );
  const keys = await makeKeys();
  const server = await X509CertificateGenerator.create(
    {
      ...validity(nowMs, 10),
      subject: `CN=${NAME}`,
      issuer: above.subject,
      publicKey: keys.publicKey,
      signingKey,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([{ type: 'dns', value: NAME }]),
      ],
    },
    crypto,
  );
  return { cert: `${server.toString('pem')}\n${own.cert}`, key: await pemOfKey(keys.privateKey), pin: pinOf(own.cert) };
}

/** A fleet's own certificate. Stores pin its key, so a renewed certificate has to keep the key. */
export function openFleetAuthority(certFile: string, keyFile: string): Authority {
  const [cert, key] = [fs.readFileSync(certFile, 'utf8'), fs.readFileSync(keyFile, 'utf8')];
  if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)))
    throw new Error(`${keyFile} is not the key of ${certFile}`);
  return { cert, key, pin: pinOf(cert) };
}
