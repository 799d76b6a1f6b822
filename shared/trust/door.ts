import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

/** What is said at headquarters' door. The conversation itself are the messages of shared/sync. */
export const DOOR = {
  base: '/sync/v1',
  message: 'application/vnd.regulars.sync',
  /** Header of a message: its count and its signature, `12.<base64url>`. */
  proof: 'regulars-proof',
} as const;

/** How long a code, a nonce and a session's token are good, in ms. */
export const GOOD_FOR_MS = { code: 15 * 60_000, nonce: 60_000, token: 15 * 60_000 } as const;

const base64url = (bytes: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 8) / 6)}}$`));
/** A raw Ed25519 public key, and a signature by one. */
const key = base64url(32);
const signature = base64url(64);

export const enrolRequest = z.strictObject({
  secret: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/),
  storeId: idOf('store'),
  key,
  signature,
});
export const enrolAnswer = z.strictObject({ storeName: z.string() });

export const nonceRequest = z.strictObject({});
export const nonceAnswer = z.strictObject({ nonce: z.string().max(1000) });

export const sessionRequest = z.strictObject({ key, nonce: z.string().max(1000), signature });
export const sessionAnswer = z.strictObject({ token: z.string().max(2000), tokenId: z.string().max(100) });

/** Signed by the key of the session (`signature`) and by the new one (`possession`). */
export const rotateRequest = z.strictObject({ newKey: key, signature, possession: signature });
export const rotateAnswer = z.strictObject({ key });

/** What an attacker, a mistake or a misfortune is told (RFC 9457), with its HTTP status. */
export const DOOR_PROBLEMS = {
  'route-unknown': [404, 'There is nothing at this path.'],
  'method-not-allowed': [405, 'This path takes POST only.'],
  'content-type-unsupported': [415, 'This path takes another content type, and none that is encoded.'],
  'invalid-request': [400, 'This is no request that headquarters understands.'],
  'too-large': [413, 'The message is too large, packed or unpacked.'],
  'header-too-large': [431, 'The header of the request is too large.'],
  'too-slow': [408, 'The request took too long to arrive.'],
  'too-many-requests': [429, 'Too many requests; wait as long as Retry-After says.'],
  'code-wrong': [403, 'The enrolment code is unknown.'],
  'code-used': [403, 'The enrolment code was used before.'],
  'code-expired': [403, 'The enrolment code has expired.'],
  'store-known': [409, 'This store is enrolled under another name; ask for a code for that one.'],
  'other-store': [409, 'The enrolment code is for another store.'],
  'key-known': [409, 'This key is known; make a new one.'],
  'key-unknown': [401, 'The device key is not enrolled.'],
  'device-revoked': [403, 'The device key was revoked, or another took its place.'],
  'signature-wrong': [401, 'The signature does not fit.'],
  'nonce-wrong': [401, 'The nonce is none of headquarters’, or has expired.'],
  'nonce-used': [401, 'The nonce was answered before.'],
  'token-missing': [401, 'A session is needed.'],
  'token-wrong': [401, 'The token is none of headquarters’.'],
  'token-expired': [401, 'The session has expired.'],
  replayed: [409, 'This message was sent before.'],
  'foreign-store': [403, 'The message speaks for another store than its key does.'],
  internal: [500, 'Headquarters failed; it was noted there.'],
  'disk-full': [503, 'Headquarters’ disk is full.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;
export type DoorProblem = keyof typeof DOOR_PROBLEMS;

export const problemAnswer = z.looseObject({ reason: z.string().max(60) });
