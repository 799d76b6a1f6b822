import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { instantMs, someWords } from './fields.ts';
import { mutation, query } from './procedure.ts';

/** How the API for the till's own software stands. `port-busy`: another program listens there. */
const posApiState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('listening'), address: z.string() }),
  z.object({ kind: z.literal('port-busy'), port: z.int() }),
  z.object({ kind: z.literal('failed'), code: z.string() }),
]);
const posApiStatus = z.object({
  /** What the store's settings say; `state` is what came of it. */
  enabled: z.boolean(),
  port: z.int(),
  /** Whether the till's software may sell goods that are not in the catalogue, at prices of its own. */
  openLines: z.boolean(),
  /** Whether this start of the program named the port, which then goes before the settings. */
  portIsFixed: z.boolean(),
  state: posApiState,
});

const apiKey = z.object({
  keyId: idOf('api-key'),
  name: z.string(),
  /** The key's last characters: all of it that is kept to be seen. */
  ending: z.string(),
  createdAtMs: instantMs,
  createdBy: z.string().nullable(),
  /** To the minute; null: never used. */
  lastUsedAtMs: instantMs.nullable(),
  revokedAtMs: instantMs.nullable(),
});

export const apiKeysContract = {
  status: query({ access: 'settings.write', input: z.void(), output: posApiStatus }),
  /** Switches the API on or off for this store, now and at every start, and answers how it stands then. */
  configure: mutation({
    access: 'settings.write',
    input: z.object({
      enabled: z.boolean(),
      port: z.int().min(1024).max(65_535).optional(),
      /** Left out: as it is. */
      openLines: z.boolean().optional(),
    }),
    output: posApiStatus,
  }),
  /** Newest first, the revoked ones too. */
  list: query({ access: 'settings.write', input: z.void(), output: z.array(apiKey) }),
  /** Makes a key. `key` is shown this once: what was lost is revoked and made anew. */
  create: mutation({
    access: 'settings.write',
    input: z.object({ keyId: idOf('api-key'), name: someWords(40) }),
    output: z.object({ keyId: idOf('api-key'), key: z.string() }),
    refusals: ['api-key-id-reused', 'too-many-api-keys'],
  }),
  /** From now on the key lets nobody in. A key that was revoked stays so. */
  revoke: mutation({
    access: 'settings.write',
    input: z.object({ keyId: idOf('api-key') }),
    output: z.null(),
    refusals: ['api-key-unknown'],
  }),
};
export type ApiKeyRow = z.infer<typeof apiKey>;
export type PosApiState = z.infer<typeof posApiState>;
export type PosApiStatus = z.infer<typeof posApiStatus>;
