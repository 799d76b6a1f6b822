import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ReadDb } from '../../db/kernel/connection.ts';
import type { IdSource } from '../../shared/kernel/id.ts';
import type { Clock } from '../../shared/kernel/instant.ts';
import type { Outcome, Refusal } from '../../shared/kernel/outcome.ts';
import { LIMITS } from '../../shared/sync/batch.ts';
import {
  DOOR,
  type DoorProblem,
  enrolRequest,
  nonceRequest,
  rotateRequest,
  sessionRequest,
} from '../../shared/trust/door.ts';
import { rotationStatement, sessionStatement } from '../../shared/trust/statements.ts';
import type { ProgramLog } from '../api/program-log.ts';
import { answerDevice } from '../features/hub/answer-device.ts';
import { mayTalk, rotateKey } from '../features/hub/end-device.ts';
import { enrolDevice } from '../features/hub/enrol-device.ts';
import { isSigned } from '../features/sync/device-key.ts';
import type { Authority } from './authority.ts';
import { DoorRefusal, problemDocument, refusalOf } from './problem.ts';
import { RateLimit } from './rate-limit.ts';
import { type Session, Sessions } from './sessions.ts';

/** A message's rows, and its head beside them. */
const LARGEST_MESSAGE_BYTES = LIMITS.packedBytes + 16 * 1024;
/** Everything else is a few hundred bytes. */
const LARGEST_WORD_BYTES = 4 * 1024;
const LARGEST_HEADER_BYTES = 8 * 1024;
const MOST_CONNECTIONS = 2_000;

/** In ms: for TLS, for the head of a request, for all of it, and between two. */
export interface Patience {
  readonly handshake: number;
  readonly header: number;
  readonly request: number;
  readonly idle: number;
  /** How often it is looked who is late. */
  readonly look: number;
}
const USUAL_PATIENCE: Patience = { handshake: 10_000, header: 10_000, request: 30_000, idle: 65_000, look: 2_000 };

/** From one address whoever is no store yet: a whole chain behind one router still gets in. */
const STRANGERS = { most: 120, aMinute: 600 };
/** From one address; a person types one code. */
const WRONG_CODES = { most: 10, aMinute: 10 };
/** Of one device. A catching-up store sends some ten messages a second. */
const MESSAGES = { most: 400, aMinute: 6_000 };

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const BEARER = /^Bearer ([\w.-]{1,2000})$/;
const PROOF = /^(\d{1,15})\.([A-Za-z0-9_-]{86})$/;

declare module 'fastify' {
  interface FastifyRequest {
    /** The session in which it is asked; null where none is needed. */
    deviceSession: Session | null;
  }
}

export interface DoorTerms {
  readonly hub: ReadDb;
  readonly authority: Authority;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: ProgramLog;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly patience?: Partial<Patience>;
}

export interface Door {
  readonly port: number;
  close(): Promise<void>;
}

/** Headquarters' door: TLS 1.3, and nothing behind it but what stores ask. */
export async function openDoor(terms: DoorTerms): Promise<Door> {
  const { hub, authority, clock, ids, log, host, port } = terms;
  const patience = { ...USUAL_PATIENCE, ...terms.patience };
  const server = fastify({
    https: {
      cert: authority.cert,
      key: authority.key,
      minVersion: 'TLSv1.3',
      handshakeTimeout: patience.handshake,
      headersTimeout: patience.header,
      requestTimeout: patience.request,
      connectionsCheckingInterval: patience.look,
      maxHeaderSize: LARGEST_HEADER_BYTES,
    },
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    bodyLimit: LARGEST_WORD_BYTES,
    forceCloseConnections: true,
    frameworkErrors: (error, _request, reply) => sendProblem(reply, refusalOf(error, log)),
    clientErrorHandler: (error, socket) => answerNoRequest(error, socket),
  }) as unknown as FastifyInstance;
  (server.server as Server).maxConnections = MOST_CONNECTIONS;
  server.setErrorHandler((error, _request, reply) => sendProblem(reply, refusalOf(error, log)));
  server.setNotFoundHandler(nothingHere);

  const sessions = new Sessions(clock);
  const wrongCodes = new RateLimit(WRONG_CODES);
  const strangers = new RateLimit(STRANGERS);
  const messages = new RateLimit(MESSAGES);
  takeBodies(server);
  server.decorateRequest('deviceSession', null);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    // Here, and not after the body was read: what a wrong path is sent does not matter.
    if (request.is404) nothingHere(request);
  });

  const say = <Request extends z.ZodType>(
    path: string,
    schema: Request,
    answer: (said: z.output<Request>, request: FastifyRequest) => unknown,
    isInSession = false,
  ) =>
    server.post(
      DOOR.base + path,
      {
        onRequest: async (request) => {
          if (isInSession) await inSession(request);
          else spare(strangers, request.ip);
          takesOnly(request, 'application/json');
        },
      },
      async (request) => {
        const said = schema.safeParse(request.body);
        if (!said.success) throw new DoorRefusal('invalid-request');
        return answer(said.data, request);
      },
    );

  /** Before a byte of the body is read. */
  async function inSession(request: FastifyRequest): Promise<void> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) {
      spare(strangers, request.ip);
      throw new DoorRefusal('token-missing', CHALLENGE);
    }
    const session = await sessions.of(token);
    if (!session.ok) {
      spare(strangers, request.ip);
      throw new DoorRefusal(session.reason, CHALLENGE);
    }
    spare(messages, session.value.key);
    orRefuse(mayTalk(hub, session.value.key));
    request.deviceSession = session.value;
  }

  say('/enrol', enrolRequest, (said, { ip }) => {
    const enrolled = enrolDevice(hub, said, clock());
    if (!enrolled.ok) spare(wrongCodes, ip);
    else log.note('store-enrolled');
    return orRefuse(enrolled);
  });
  say('/nonce', nonceRequest, async () => ({ nonce: await sessions.makeNonce() }));
  say('/session', sessionRequest, async ({ key, nonce, signature }) => {
    orRefuse(mayTalk(hub, key));
    if (!isSigned(key, sessionStatement(nonce, key), signature)) throw new DoorRefusal('signature-wrong');
    orRefuse(await sessions.takeNonce(nonce));
    return sessions.begin(key);
  });
  say(
    '/rotate',
    rotateRequest,
    ({ newKey, signature, possession }, { deviceSession }) => {
      const { key, tokenId } = deviceSession as Session;
      const statement = rotationStatement(tokenId, newKey);
      if (!isSigned(key, statement, signature) || !isSigned(newKey, statement, possession))
        throw new DoorRefusal('signature-wrong');
      return orRefuse(rotateKey(hub, { key, newKey }, clock()));
    },
    true,
  );
  server.post(
    `${DOOR.base}/message`,
    {
      bodyLimit: LARGEST_MESSAGE_BYTES,
      onRequest: async (request) => {
        await inSession(request);
        takesOnly(request, DOOR.message);
      },
    },
    async (request, reply) => {
      const session = request.deviceSession as Session;
      const [, count, signature] = PROOF.exec(String(request.headers[DOOR.proof] ?? '')) ?? [];
      if (count === undefined || signature === undefined) throw new DoorRefusal('signature-wrong');
      const signed = { ...session, count: Number(count), signature, message: request.body as Buffer };
      const answer = orRefuse(
        answerDevice(hub, signed, { nowMs: clock(), ids, isNext: () => sessions.countUp(session, signed.count) }),
      );
      return reply.type(DOOR.message).send(Buffer.from(answer));
    },
  );

  await server.listen({ host, port });
  const [bound] = server.addresses();
  return { port: typeof bound === 'object' ? bound.port : port, close: () => server.close() };
}

const CHALLENGE = { 'www-authenticate': 'Bearer realm="Regulars headquarters"' };

function nothingHere({ method }: FastifyRequest): never {
  if (method === 'POST') throw new DoorRefusal('route-unknown');
  throw new DoorRefusal('method-not-allowed', { allow: 'POST' });
}

function orRefuse<T>(outcome: Outcome<T, Refusal<DoorProblem>>): T {
  if (outcome.ok) return outcome.value;
  throw new DoorRefusal(outcome.reason);
}

function spare(limit: RateLimit, who: string): void {
  const seconds = limit.take(who);
  if (seconds > 0) throw new DoorRefusal('too-many-requests', { 'retry-after': String(seconds) });
}

/** JSON for words and bytes for messages; nothing is unpacked on the way in, so nothing can swell there. */
function takeBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, body: unknown) => {
    try {
      return JSON.parse(body as string) as unknown;
    } catch {
      throw new DoorRefusal('invalid-request');
    }
  });
  server.addContentTypeParser(DOOR.message, { parseAs: 'buffer' }, async (_request: unknown, body: unknown) => body);
}

function takesOnly({ headers }: FastifyRequest, contentType: string): void {
  const isIt = headers['content-type']?.toLowerCase() === contentType;
  if (!isIt || headers['content-encoding'] !== undefined) throw new DoorRefusal('content-type-unsupported');
}

function sendProblem(reply: FastifyReply, { reason, headers }: DoorRefusal): FastifyReply {
  const problem = problemDocument(reason);
  return reply
    .code(problem.status)
    .headers({ ...HEADERS, ...headers })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

const OF_CODE: Readonly<Record<string, DoorProblem>> = {
  HPE_HEADER_OVERFLOW: 'header-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
};

/** What is no HTTP, or came too slowly, gets a problem too, without Fastify: there is no request to reply to. */
function answerNoRequest({ code = '' }: Error & { readonly code?: string }, socket: Socket): void {
  // Nothing can be said to whoever did not finish the handshake.
  if (!/^(HPE_|ERR_HTTP_)/.test(code) || !socket.writable) return void socket.destroy();
  const problem = problemDocument(OF_CODE[code] ?? 'invalid-request');
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} Refused\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
