import type { Id } from '../kernel/id.ts';

/**
 * What a store's device signs. Each begins with what it is for, so that none can be shown in the place of another. Keys
 * and signatures travel as base64url.
 */
const statement = (purpose: string, ...parts: readonly (string | number)[]): string =>
  [`regulars ${purpose} 1`, ...parts].join('\n');

/** That whoever enrols with this code holds this key, and which store it is. */
export const enrolStatement = (secret: string, storeId: Id<'store'>, key: string): string =>
  statement('enrol', secret, storeId, key);

/** The answer to headquarters' nonce, by which a session of the device begins. */
export const sessionStatement = (nonce: string, key: string): string => statement('session', nonce, key);

/**
 * A message: its head, which for rows says where they begin, which chain they continue and which they make. `tokenId` and
 * a `count` that only grows bind it to one session and one place in it.
 */
export const messageStatement = (tokenId: string, count: number, head: string): string =>
  statement('message', tokenId, count, head);

/** That the key of this session makes way for another; both sign. */
export const rotationStatement = (tokenId: string, newKey: string): string => statement('rotate', tokenId, newKey);
