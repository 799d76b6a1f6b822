import { z } from 'zod';
import { idOf } from '../../../../shared/kernel/id.ts';
import type { SmsSettings } from '../../../../shared/messages/channel-settings.ts';
import type { Answer, Fate, InboundEvent, OpenChannel } from './open-channel.ts';

const ANSWER_MS = 15_000;
const LONGEST_WAIT_MS = 3_600_000;

/** More characters than ten SMS in a row have; what is longer is cut. */
const LONGEST_REPLY = 2_000;
const READ_AT_ONCE = 100;
const eventId = z.string().min(1).max(200);
const inbound = z.object({
  events: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('reply'), id: eventId, from: z.string().max(40), text: z.string() }),
        z.object({
          kind: z.literal('report'),
          id: eventId,
          messageId: idOf('message'),
          state: z.enum(['delivered', 'failed']),
        }),
      ]),
    )
    .max(READ_AT_ONCE),
  next: z.string().max(500),
});
const status = z.object({ state: z.enum(['accepted', 'delivered', 'failed']) });

/** Ways in which a connection does not come about: nothing was handed over. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** `Retry-After` in ms: seconds, or a date (RFC 9110, 10.2.3). Null where there is none that can be read. */
function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const waitMs = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS) : null;
}

function answerOfStatus(response: Response, nowMs: number): Answer {
  const code = `http-${response.status}`;
  if (response.ok) return { kind: 'accepted' };
  if (response.status === 401 || response.status === 403) return { kind: 'broken', code };
  if (response.status === 429) {
    const asked = retryAfterMs(response.headers.get('retry-after'), nowMs);
    return { kind: 'later', code, retryAfterMs: asked ?? 30_000, isChannel: true };
  }
  // A wrong path or method is a wrong address of the gateway, not a wrong message.
  if (response.status === 404 || response.status === 405) return { kind: 'broken', code };
  if (response.status >= 400 && response.status < 500) return { kind: 'refused', code };
  // Behind a 500 or a redirect anything may have happened.
  return { kind: 'uncertain', code };
}

function answerOfError(error: unknown): Answer {
  const { cause, name } = error as { readonly cause?: { readonly code?: string }; readonly name?: string };
  const code = cause?.code ?? name ?? 'unknown';
  return NOT_CONNECTED.has(code)
    ? { kind: 'later', code, retryAfterMs: null, isChannel: true }
    : { kind: 'uncertain', code };
}

/** SMS by a gateway as docs/sms-gateway.md describes it: each message under its key, so that none goes out twice. */
export function openSmsGateway({ url }: SmsSettings, secret: string | null, clock: () => number): OpenChannel {
  const base = url.replace(/\/+$/, '');
  const authorization = secret === null ? {} : { authorization: `Bearer ${secret}` };
  const ending = new AbortController();
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${base}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'application/json', ...authorization, ...init.headers },
      signal: AbortSignal.any([ending.signal, AbortSignal.timeout(ANSWER_MS)]),
    });

  return {
    async send({ key, address, text }) {
      try {
        const response = await call('/messages', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify({ id: key, to: address, text }),
        });
        await response.body?.cancel();
        return answerOfStatus(response, clock());
      } catch (error) {
        return answerOfError(error);
      }
    },
    async ask(key): Promise<Fate> {
      try {
        const response = await call(`/messages/${key}`);
        if (response.status === 404) {
          await response.body?.cancel();
          return 'unknown';
        }
        const known = response.ok ? status.safeParse(await response.json()) : null;
        if (!known?.success) return 'no-answer';
        return known.data.state === 'failed' ? 'refused' : 'accepted';
      } catch {
        return 'no-answer';
      }
    },
    async inbound(after) {
      try {
        const from = after === null ? '' : `after=${encodeURIComponent(after)}&`;
        const response = await call(`/inbound?${from}limit=${READ_AT_ONCE}`);
        const read = response.ok ? inbound.safeParse(await response.json()) : null;
        if (!read?.success) return null;
        const { events, next } = read.data;
        return { events: events.map(eventOf), next, isAll: events.length < READ_AT_ONCE };
      } catch {
        return null;
      }
    },
    close: () => ending.abort(),
  };
}

/** Control characters that somebody sent are nobody's to show. */
function eventOf(event: z.infer<typeof inbound>['events'][number]): InboundEvent {
  if (event.kind === 'report')
    return { kind: 'report', id: event.id, messageId: event.messageId, delivered: event.state === 'delivered' };
  const text = event.text
    .toWellFormed()
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .slice(0, LONGEST_REPLY);
  return { kind: 'reply', id: event.id, from: event.from, text };
}
