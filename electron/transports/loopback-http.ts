import cookie from '@fastify/cookie';
import files from '@fastify/static';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import type { AppHost } from '../api/app-host.ts';
import { callOf } from '../api/call.ts';
import { type AppRouter, appRouter } from '../api/router.ts';
import { comesFromHere, LoopbackDoor } from './loopback-door.ts';
import { PAGE_HEADERS } from './page-security.ts';
import { reportBug } from './report-bug.ts';

/** Ample for a form or a basket. */
const LARGEST_BODY_BYTES = 1024 * 1024;
/** A batch names all its procedures in one path. */
const LONGEST_PATH = 4000;

const KEEP_OUT = '请使用启动时显示的网址打开回头客。\nOpen Regulars at the address that was shown when it started.\n';

export interface Loopback {
  /** With the launch token: whoever opens it is let in. */
  readonly address: string;
  close(): Promise<void>;
}

interface LoopbackOptions {
  readonly host: AppHost;
  /** The built renderer. */
  readonly rendererFolder: string;
  /** 0: any free one. */
  readonly port: number;
}

/** Serves the API and the renderer on 127.0.0.1 to the browsers of this machine that know the launch token. */
export async function openLoopback({ host, rendererFolder, port }: LoopbackOptions): Promise<Loopback> {
  const server = fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    routerOptions: { maxParamLength: LONGEST_PATH },
    // Subscriptions never end by themselves.
    forceCloseConnections: true,
  });
  await guard(server);
  await server.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      allowMethodOverride: true,
      createContext: ({ req }) => callOf(host, req.clientKey),
      onError: ({ path, error }) => reportBug(host.log, path, error),
    },
  } satisfies FastifyTRPCPluginOptions<AppRouter>);
  await server.register(files, { root: rendererFolder, dotfiles: 'ignore', cacheControl: false });

  const bound = new URL(await server.listen({ host: '127.0.0.1', port }));
  return {
    address: `${bound.origin}/?token=${server.door.token}`,
    close: () => server.close(),
  };
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly door: LoopbackDoor;
  }
  interface FastifyRequest {
    /** Which browser asks. Set for every request that is let in. */
    clientKey: string;
  }
}

/** Nothing is answered before this: neither the API nor a file. */
async function guard(server: FastifyInstance): Promise<void> {
  await server.register(cookie);
  const door = new LoopbackDoor();
  server.decorate('door', door);
  server.decorateRequest('clientKey', '');

  server.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...PAGE_HEADERS, 'cache-control': 'no-store' });
    const port = request.socket.localPort ?? 0;
    if (!comesFromHere(port, request.headers))
      return reply.code(403).type('text/plain; charset=utf-8').send('Forbidden\n');

    // Cookies do not tell ports apart: without it, two of these on one machine would put each other's users out.
    const cookieName = `regulars-${port}`;
    const pass = request.cookies[cookieName];
    const { token } = request.query as { token?: unknown };
    const admitted = typeof token === 'string' && request.method === 'GET' ? door.admit(token, pass) : null;
    if (admitted !== null) {
      reply.setCookie(cookieName, admitted, { httpOnly: true, sameSite: 'strict', path: '/' });
      return reply.redirect('/', 303);
    }
    if (!door.knows(pass)) return reply.code(401).type('text/plain; charset=utf-8').send(KEEP_OUT);
    request.clientKey = pass;
  });
}
