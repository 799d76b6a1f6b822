import https from 'node:https';
import type { z } from 'zod';
import { LIMITS } from '../../../shared/sync/batch.ts';
import {
  DOOR,
  DOOR_PROBLEMS,
  type DoorProblem,
  enrolAnswer,
  nonceAnswer,
  problemAnswer,
  rotateAnswer,
  sessionAnswer,
} from '../../../shared/trust/door.ts';
import { readHqAddress } from '../../../shared/trust/hq-address.ts';
import {
  enrolStatement,
  messageStatement,
  rotationStatement,
  sessionStatement,
} from '../../../shared/trust/statements.ts';
import { type DeviceKey, signStatement } from './device-key.ts';
import { open } from './frame.ts';
import { PinnedAgent } from './pinned-agent.ts';

/** Headquarters answered, and refused. */
export class Refused extends Error {
  readonly reason: DoorProblem;
  constructor(reason: DoorProblem) {
    super(reason);
    this.name = 'Refused';
    this.reason = reason;
  }
}

/** Nobody answered, or not what a headquarters answers. `NOT_PINNED` is another than the one that is pinned. */
export class Unreachable extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'Unreachable';
    this.code = code;
  }
}

/** Beyond this nobody answers any more: a message of 16 MiB unpacked is taken in far less. */
const PATIENCE_MS = 30_000;
const LARGEST_ANSWER_BYTES = LIMITS.packedBytes * 2;

interface Post {
  readonly path: string;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A store's way to headquarters' door: TLS 1.3 to the pinned key, and the statements that its own key signs. */
export class DoorClient {
  readonly #agent: PinnedAgent;
  readonly #at: { readonly host: string; readonly port: number };
  readonly #patienceMs: number;
  #session: (z.infer<typeof sessionAnswer> & { count: number; readonly of: DeviceKey }) | null = null;

  constructor(address: string, isPin: (pin: Uint8Array) => boolean, patienceMs = PATIENCE_MS) {
    const at = readHqAddress(address);
    if (!at) throw new Unreachable('ADDRESS');
    this.#at = at;
    this.#agent = new PinnedAgent(isPin);
    this.#patienceMs = patienceMs;
  }

  /** The pin that was found at the address; null before anything was asked. */
  get pin(): Uint8Array | null {
    return this.#agent.found;
  }

  enrol(secret: string, storeId: Parameters<typeof enrolStatement>[1], key: DeviceKey) {
    const signature = signStatement(key, enrolStatement(secret, storeId, key.publicKey));
    return this.#say('/enrol', { secret, storeId, key: key.publicKey, signature }, enrolAnswer);
  }

  /** Begins a session, which takes the place of the one before. */
  async begin(key: DeviceKey): Promise<void> {
    this.#session = null;
    const { nonce } = await this.#say('/nonce', {}, nonceAnswer);
    const signature = signStatement(key, sessionStatement(nonce, key.publicKey));
    const session = await this.#say('/session', { key: key.publicKey, nonce, signature }, sessionAnswer);
    this.#session = { ...session, count: 0, of: key };
  }

  /** From now on headquarters knows this store by another key; a session of it is to be begun. */
  async rotate(newKey: DeviceKey): Promise<void> {
    const { token, tokenId, of } = this.#inSession();
    const statement = rotationStatement(tokenId, newKey.publicKey);
    const said = {
      newKey: newKey.publicKey,
      signature: signStatement(of, statement),
      possession: signStatement(newKey, statement),
    };
    await this.#say('/rotate', said, rotateAnswer, { authorization: `Bearer ${token}` });
    this.#session = null;
  }

  /** A message of the conversation, and its answer. */
  async message(bytes: Uint8Array): Promise<Uint8Array> {
    const session = this.#inSession();
    session.count += 1;
    const { token, tokenId, count, of } = session;
    const head = Buffer.from(open(bytes)?.headBytes ?? []).toString('utf8');
    const proof = `${count}.${signStatement(of, messageStatement(tokenId, count, head))}`;
    const headers = { authorization: `Bearer ${token}`, [DOOR.proof]: proof };
    return this.#post({ path: '/message', contentType: DOOR.message, body: bytes, headers });
  }

  close(): void {
    this.#agent.destroy();
  }

  #inSession() {
    if (!this.#session) throw new Refused('token-missing');
    return this.#session;
  }

  async #say<A extends z.ZodType>(
    path: string,
    said: object,
    answer: A,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<z.output<A>> {
    const bytes = await this.#post({ path, contentType: 'application/json', body: JSON.stringify(said), headers });
    const parsed = answer.safeParse(jsonOf(bytes));
    if (!parsed.success) throw new Unreachable('NO_HEADQUARTERS');
    return parsed.data;
  }

  #post({ path, contentType, body, headers = {} }: Post): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const unreachable = (error: NodeJS.ErrnoException) => reject(new Unreachable(error.code ?? 'UNKNOWN'));
      const request = https.request(
        {
          ...this.#at,
          host: this.#at.host.replaceAll(/[[\]]/g, ''),
          path: DOOR.base + path,
          method: 'POST',
          agent: this.#agent,
          timeout: this.#patienceMs,
          signal: AbortSignal.timeout(this.#patienceMs),
          headers: { 'content-type': contentType, 'content-length': Buffer.byteLength(body), ...headers },
        },
        (response) => {
          const parts: Buffer[] = [];
          let length = 0;
          response.on('error', unreachable);
          response.on('data', (part: Buffer) => {
            length += part.length;
            if (length > LARGEST_ANSWER_BYTES) return response.destroy(new Error('too large'));
            parts.push(part);
          });
          response.on('end', () => {
            const bytes = Buffer.concat(parts);
            if (response.statusCode === 200) resolve(bytes);
            else reject(refusalIn(bytes));
          });
        },
      );
      request.on('error', unreachable);
      request.end(body);
    });
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

function refusalIn(bytes: Uint8Array): Refused | Unreachable {
  const problem = problemAnswer.safeParse(jsonOf(bytes));
  const reason = problem.data?.reason ?? '';
  return reason in DOOR_PROBLEMS ? new Refused(reason as DoorProblem) : new Unreachable('NO_HEADQUARTERS');
}
