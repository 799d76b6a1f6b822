import type { Socket } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Id } from '../../../shared/kernel/id.ts';
import type { PosApiHost } from '../../api/app-host.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { comesFromHere } from '../loopback-door.ts';
import { admit } from './admit.ts';
import { answerRoute } from './answer-route.ts';
import { languageOf } from './language.ts';
import { openApiDocument } from './openapi-document.ts';
import { type Problem, problemDocument, requestProblem } from './problem.ts';
import { LARGEST_BODY_BYTES, problemOf } from './problem-of-error.ts';
import { takeJsonOnly } from './read-json.ts';
import { BASE_PATH, DOCUMENT_PATH, POS_ROUTES } from './routes.ts';
import { WrongKeys } from './wrong-keys.ts';
import { wrongRoute } from './wrong-route.ts';

const REQUEST_TIMEOUT_MS = 30_000;
/** For problems that are met before any store is. */
const NO_CURRENCY = 'XXX';

/** Nothing of it is kept by anybody between, nor taken for anything else than what it says it is. */
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', vary: 'accept-language' };

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that was shown; null before it was looked at. */
    apiKeyId: Id<'api-key'> | null;
  }
}

export interface ListeningPosApi {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the API on 127.0.0.1 at this port (0: any free one). Fails where the port is taken. */
export async function openPosApi(host: PosApiHost, version: string, port: number): Promise<ListeningPosApi> {
  const server = fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) =>
      void sendProblem(host, request, reply, problemOf(error, request, host.log)),
    clientErrorHandler: answerNoRequest,
  });
  takeJsonOnly(server);
  guard(server, host);
  server.setErrorHandler((error, request, reply) =>
    sendProblem(host, request, reply, problemOf(error, request, host.log)),
  );
  server.setNotFoundHandler((request) => {
    throw wrongRoute(request);
  });

  const document = openApiDocument(POS_ROUTES, version);
  server.get(BASE_PATH + DOCUMENT_PATH, async () => document);
  for (const route of POS_ROUTES)
    server.route({
      method: route.method,
      url: BASE_PATH + route.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => answerRoute(route, { ...host, store: openStoreOf(host) }, request, reply),
    });

  const address = await server.listen({ host: '127.0.0.1', port });
  return { address: address + BASE_PATH, close: () => server.close() };
}

/** Nothing is answered before this, but the document, which holds no secret. */
function guard(server: FastifyInstance, host: PosApiHost): void {
  const wrongKeys = new WrongKeys();
  server.decorateRequest('apiKeyId', null);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (!comesFromHere(request.socket.localPort ?? 0, request.headers)) throw requestProblem('address-wrong');
    if (request.routeOptions.url === BASE_PATH + DOCUMENT_PATH) return;
    request.apiKeyId = admit(openStoreOf(host), request, wrongKeys, host.clock());
    // Here, and not after the body was read: what a wrong path is sent does not matter.
    if (request.is404) throw wrongRoute(request);
  });
}

function openStoreOf(host: PosApiHost): OpenStore {
  const store = host.openStore();
  if (!store) throw requestProblem('no-store-open');
  return store;
}

/** In the language that the caller likes, about the currency of the store. */
function sendProblem(host: PosApiHost, request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const currency = host.openStore()?.facts.currency ?? NO_CURRENCY;
  return reply
    .code(problem.status)
    .headers({ ...HEADERS, ...problem.headers, 'content-language': language })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemDocument(problem, language, currency)));
}

/** Bytes that are no HTTP get a problem too, without Fastify: there is no request to reply to. */
function answerNoRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const { problem } = requestProblem('invalid-request');
  const body = JSON.stringify(problemDocument(problem, 'en', NO_CURRENCY));
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
