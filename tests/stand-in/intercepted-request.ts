import type { Devtools } from './chromium.ts';
import { fromWire, type Handler, handlerOf } from './protocol.ts';

/** A request that Chromium holds until it is told what becomes of it. */
export interface HeldRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
}

function asRequest({ request }: HeldRequest): Request {
  const body = (request.postDataEntries ?? []).map(({ bytes = '' }) => Buffer.from(bytes, 'base64'));
  return new Request(fromWire(request.url), {
    method: request.method,
    headers: Object.entries(request.headers).map(([name, value]): [string, string] => [name, fromWire(value)]),
    ...(body.length > 0 ? { body: Buffer.concat(body) } : {}),
  });
}

/** Answers from the app's own protocol where one is registered for the address; lets everything else go its way. */
export async function answerRequest(held: HeldRequest, devtools: Devtools): Promise<void> {
  const { requestId } = held;
  const scheme = new URL(fromWire(held.request.url)).protocol.slice(0, -1);
  const handler = handlerOf(scheme);
  if (!handler) {
    await devtools.send('Fetch.continueRequest', { requestId });
    return;
  }
  const response = await responseTo(held, handler);
  if (response)
    await devtools.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  else await devtools.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
}

async function responseTo(held: HeldRequest, handler: Handler): Promise<Response | null> {
  try {
    return await handler(asRequest(held));
  } catch (error) {
    console.error('stand-in: protocol handler', held.request.url, error);
    return null;
  }
}
