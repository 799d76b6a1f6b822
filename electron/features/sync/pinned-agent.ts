import { createHash, type X509Certificate } from 'node:crypto';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls, { type ConnectionOptions } from 'node:tls';

/** Whoever answers at the address is not the headquarters whose key is pinned. */
export class NotPinned extends Error {
  readonly code = 'NOT_PINNED';
}

const pinOf = (certificate: X509Certificate): Uint8Array =>
  createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest();

/** More certificates than any chain has. */
const LONGEST_CHAIN = 8;

/**
 * The pinned key's pin where it is the server's own or stands above it, each certificate signed by the next; null where
 * it is nowhere. Names and days are not looked at: the key says it all, addresses change, and a shop's clock may be wrong.
 */
function pinIn(leaf: X509Certificate, isPin: (pin: Uint8Array) => boolean): Uint8Array | null {
  let certificate = leaf;
  for (let height = 0; height < LONGEST_CHAIN; height += 1) {
    const pin = pinOf(certificate);
    if (isPin(pin)) return pin;
    const above = certificate.issuerCertificate;
    if (!above || above.fingerprint256 === certificate.fingerprint256) return null;
    if (!certificate.checkIssued(above) || !certificate.verify(above.publicKey)) return null;
    certificate = above;
  }
  return null;
}

/** Connections to one headquarters, kept open between messages. Nothing is sent before the pin was found. */
export class PinnedAgent extends https.Agent {
  readonly #isPin: (pin: Uint8Array) => boolean;
  /** The pin that was found; null before the first connection. */
  found: Uint8Array | null = null;

  constructor(isPin: (pin: Uint8Array) => boolean) {
    super({ keepAlive: true, maxSockets: 1, maxCachedSessions: 0 });
    this.#isPin = isPin;
  }

  override createConnection(
    options: ConnectionOptions,
    connected: (error: Error | null, socket?: Duplex) => void,
  ): undefined {
    let isTold = false;
    const tell = (error: Error | null) => {
      if (isTold) return;
      isTold = true;
      if (error) socket.destroy();
      connected(error, error ? undefined : socket);
    };
    // The chain is looked at below, against the pin, in the place of what the system trusts.
    const socket = tls.connect({ ...options, minVersion: 'TLSv1.3', rejectUnauthorized: false });
    socket.setTimeout(options.timeout ?? 0, () => tell(Object.assign(new Error(), { code: 'ETIMEDOUT' })));
    socket.once('error', tell);
    socket.once('secureConnect', () => {
      const leaf = socket.getPeerX509Certificate();
      this.found = leaf ? pinIn(leaf, this.#isPin) : null;
      tell(this.found ? null : new NotPinned());
    });
  }
}
