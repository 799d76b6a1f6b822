import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { isZone } from '../kernel/instant.ts';
import { PIN_PATTERN } from '../staff/pin.ts';
import { someWords } from './fields.ts';
import { mutation, query } from './procedure.ts';

/** Why a store's database was not opened; each has a screen of its own that names the way out. */
export const OPEN_REFUSALS = [
  'newer-database',
  'not-a-store',
  'in-use',
  'damaged',
  'unreadable',
  'migration-failed',
  'missing',
] as const;

const storeFacts = z.object({
  storeId: idOf('store'),
  storeName: z.string(),
  storeCode: z.string(),
  tillId: idOf('till'),
  tillCode: z.string(),
  currency: z.string(),
  zone: z.string(),
  cutoverMinutes: z.int(),
  sample: z.boolean(),
});

export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

export const appContract = {
  /** What the window should show first. */
  status: query({
    access: 'anyone',
    input: z.void(),
    output: z.object({
      version: z.string(),
      host: z.enum(['electron', 'browser']),
      dataFolder: z.string(),
      state: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('first-run') }),
        z.object({
          kind: z.literal('open'),
          store: storeFacts,
          /** Why nothing is written just now; reading goes on. */
          writesStopped: z.enum(['store-damaged', 'store-restoring']).nullable(),
        }),
        z.object({ kind: z.literal('refused'), reason: z.enum(OPEN_REFUSALS), detail: z.string() }),
      ]),
    }),
  }),
  /** First run: makes the store, its first till and its manager. */
  createStore: mutation({
    access: 'anyone',
    input: z.object({
      storeName: someWords(60),
      storeCode: z.string().regex(/^[A-Z0-9]{1,8}$/),
      currency: currencyCode,
      zone: z.string().refine(isZone),
      cutoverMinutes: z.int().min(0).max(720),
      managerName: someWords(40),
      managerPin: z.string().regex(PIN_PATTERN),
    }),
    output: z.object({ storeId: idOf('store') }),
    refusals: ['store-exists', 'pin-too-simple', 'folder-not-writable'],
  }),
  /** First run: a store with sample data to play with. */
  trySample: mutation({
    access: 'anyone',
    input: z.void(),
    output: z.object({
      storeId: idOf('store'),
      staff: z.array(z.object({ name: z.string(), role: z.string(), pin: z.string() })),
    }),
    refusals: ['store-exists', 'folder-not-writable'],
  }),
  /** Puts the sample store aside (its file is kept) and returns to the first run. */
  leaveSample: mutation({
    access: 'settings.write',
    input: z.void(),
    output: z.object({ keptAs: z.string() }),
    refusals: ['not-a-sample'],
  }),
};
export type StoreFacts = z.infer<typeof storeFacts>;
export type AppStatus = z.infer<typeof appContract.status.output>;
