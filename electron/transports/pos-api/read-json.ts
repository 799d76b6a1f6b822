import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestProblem } from './problem.ts';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/**
 * Takes bodies of application/json in UTF-8 and no other. An empty one is no body: many clients name a content type
 * whether they send something or not.
 */
export function takeJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const charset = CHARSET.exec(request.headers['content-type'] ?? '')?.[1];
      if (charset !== undefined && charset.toLowerCase() !== 'utf-8') throw requestProblem('content-type-unsupported');
      return body.length === 0 ? undefined : readJson(body);
    },
  );
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(UTF_8.decode(body), refuseHalfCharacters);
  } catch {
    // Its words quote the body.
    throw requestProblem('invalid-json');
  }
}

/** Half of a surrogate pair cannot be stored as UTF-8: what is answered later would differ from what was sent. */
function refuseHalfCharacters(key: string, value: unknown): unknown {
  if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) throw new SyntaxError();
  return value;
}
