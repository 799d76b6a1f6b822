import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import https from 'node:https';
import tls from 'node:tls';
import { nodeDigest } from '../../db/changes/digest.ts';
import { type DeviceKey, makeDeviceKey, signStatement } from '../../electron/features/sync/device-key.ts';
import { open, seal } from '../../electron/features/sync/frame.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { DOOR } from '../../shared/trust/door.ts';
import { readEnrolmentCode } from '../../shared/trust/enrolment-code.ts';
import { enrolStatement, messageStatement, sessionStatement } from '../../shared/trust/statements.ts';
import type { RunningHq } from './an-hq.ts';

export interface Reply {
  readonly status: number;
  /** Of a problem; else null. */
  readonly reason: string | null;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

interface Ask {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** One HTTP request over TLS, whatever it says. */
export const ask = (port: number, { method = 'POST', path = '', headers = {}, body = '' }: Ask): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const request = https.request(
      { host: '127.0.0.1', port, method, path, headers, agent: false, rejectUnauthorized: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          const isProblem = response.headers['content-type']?.startsWith('application/problem+json');
          const reason = isProblem ? (JSON.parse(bytes.toString()) as { reason: string }).reason : null;
          resolve({ status: response.statusCode ?? 0, reason, headers: response.headers, body: bytes });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });

/** Bytes on a TLS connection, and what comes back until it is closed. */
export const shout = (port: number, text: string, andThen?: (write: (more: string) => void) => void): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    const socket = tls.connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      socket.write(text);
      andThen?.((more) => socket.write(more));
    });
    socket.on('data', (part: Buffer) => {
      heard += part.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
  });

export const say = (port: number, path: string, said: unknown, headers: Readonly<Record<string, string>> = {}) =>
  ask(port, {
    path: DOOR.base + path,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(said),
  });

const jsonOf = <T>({ body }: Reply) => JSON.parse(body.toString()) as T;

/** A store that knows every secret of its own, and says with them whatever it likes. */
export interface Attacker {
  readonly key: DeviceKey;
  readonly storeId: Id<'store'>;
  session(): Promise<{ readonly token: string; readonly tokenId: string }>;
  /** A message in a session; what is left out is as an honest store would say it. */
  message(
    session: { readonly token: string; readonly tokenId: string },
    head: object,
    tricks?: {
      readonly count?: number;
      readonly packed?: Uint8Array;
      readonly signedHead?: string;
      readonly signedWith?: DeviceKey;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Reply>;
  /** The same, sent but for its last byte once headquarters has asked for the body. */
  halfAMessage(
    session: { readonly token: string; readonly tokenId: string },
    head: object,
    count: number,
  ): Promise<{ finish(): Promise<string> }>;
}

const proofOf = (tokenId: string, count: number, head: string, by: DeviceKey) =>
  `${count}.${signStatement(by, messageStatement(tokenId, count, head))}`;

export async function anAttacker(hq: RunningHq, storeName: string): Promise<Attacker> {
  const { port } = hq;
  const key = makeDeviceKey();
  const storeId = randomUUID() as unknown as Id<'store'>;
  const secret = readEnrolmentCode(hq.codeFor(storeName), nodeDigest)?.secret ?? '';
  const signature = signStatement(key, enrolStatement(secret, storeId, key.publicKey));
  const enrolled = await say(port, '/enrol', { secret, storeId, key: key.publicKey, signature });
  if (enrolled.status !== 200) throw new Error(`not enrolled: ${enrolled.reason}`);
  const sealed = (head: object, packed?: Uint8Array) =>
    seal({ ask: 1, protocol: 1, storeId, ...head }, packed && { packed, packedBytes: packed.length, unpackedBytes: 0 });
  return {
    key,
    storeId,
    async session() {
      const { nonce } = jsonOf<{ nonce: string }>(await say(port, '/nonce', {}));
      const proof = signStatement(key, sessionStatement(nonce, key.publicKey));
      return jsonOf(await say(port, '/session', { key: key.publicKey, nonce, signature: proof }));
    },
    message({ token, tokenId }, head, { count = 1, packed, signedHead, signedWith = key, headers = {} } = {}) {
      const body = sealed(head, packed);
      const said = signedHead ?? Buffer.from(open(body)?.headBytes ?? []).toString();
      const proof = proofOf(tokenId, count, said, signedWith);
      return ask(port, {
        path: `${DOOR.base}/message`,
        headers: { 'content-type': DOOR.message, authorization: `Bearer ${token}`, [DOOR.proof]: proof, ...headers },
        body,
      });
    },
    async halfAMessage({ token, tokenId }, head, count) {
      const body = Buffer.from(sealed(head));
      const proof = proofOf(tokenId, count, Buffer.from(open(body)?.headBytes ?? []).toString(), key);
      const lines = [
        `POST ${DOOR.base}/message HTTP/1.1`,
        'host: x',
        `content-type: ${DOOR.message}`,
        `authorization: Bearer ${token}`,
        `${DOOR.proof}: ${proof}`,
        `content-length: ${body.length}`,
        'expect: 100-continue',
        'connection: close',
      ];
      const socket = tls.connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
      let heard = '';
      socket.on('data', (part: Buffer) => {
        heard += part.toString('latin1');
      });
      const closed = once(socket, 'close');
      await once(socket, 'secureConnect');
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      await once(socket, 'data');
      if (!heard.startsWith('HTTP/1.1 100')) throw new Error(heard);
      heard = '';
      socket.write(body.subarray(0, -1));
      return {
        async finish() {
          socket.write(body.subarray(-1));
          await closed;
          return heard;
        },
      };
    },
  };
}
