import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCProcedureType } from '@trpc/server';
import type { AppHost } from '../../electron/api/app-host.ts';
import { callOf } from '../../electron/api/call.ts';
import { openAppHost } from '../../electron/api/open-app-host.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import { appRouter } from '../../electron/api/router.ts';
import { hashPin } from '../../electron/features/staff/pin-hash.ts';
import { createStore } from '../../electron/features/stores/create-store.ts';
import type { Access } from '../../shared/contract/procedure.ts';
import { must } from '../fixtures/outcome.ts';
import { NEW_STORE, type Shop, shopOf } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';

export const MANAGER_PIN = '2580';
export const CLERK_PIN = '1470';

export interface Asked {
  readonly path: string;
  readonly type: TRPCProcedureType;
  readonly access: Access;
  readonly refusals: readonly string[];
}

interface ServedProcedure {
  readonly _def: { readonly type: TRPCProcedureType; readonly meta?: { access: Access; refusals: readonly string[] } };
}

/** Everything that the router serves, told by the router itself. */
export const PROCEDURES: readonly Asked[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, ServedProcedure>,
).map(([path, { _def }]) => ({ path, type: _def.type, ..._def.meta }) as Asked);

export type Answer =
  | { readonly ok: true; readonly data: unknown }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly refusal: string | null;
      /** What the window is told, whole. */
      readonly told: string;
      /** What it is not told. */
      readonly cause: unknown;
    };

/** Asks as a transport does: through the router, with errors in the form in which they leave the process. */
export async function ask(
  host: AppHost,
  window: string,
  { path, type }: Pick<Asked, 'path' | 'type'>,
  input?: unknown,
): Promise<Answer> {
  const ending = new AbortController();
  try {
    const ctx = callOf(host, window);
    const data = await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      ctx,
      signal: ending.signal,
      batchIndex: 0,
      getRawInput: async () => input,
    });
    return { ok: true, data };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const shape = getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input, ctx: undefined });
    const data = shape.data as { readonly code: string; readonly refusal?: { readonly reason: string } };
    return {
      ok: false,
      code: data.code,
      message: shape.message,
      refusal: data.refusal?.reason ?? null,
      told: JSON.stringify(shape),
      cause: error.cause ?? error,
    };
  } finally {
    ending.abort();
  }
}

export const openHost = (dataFolder = tempFolder()): AppHost =>
  openAppHost({ kind: 'browser', version: 'test', dataFolder });

export interface Served {
  readonly host: AppHost;
  readonly store: OpenStore;
  readonly shop: Shop;
}

/** A store behind the API, with a manager and a clerk who have PINs. */
export async function aServedStore(dataFolder?: string): Promise<Served> {
  const host = openHost(dataFolder);
  const staff = [
    { name: '陈经理', role: 'manager', pinHash: await hashPin(MANAGER_PIN) },
    { name: '林小雨', role: 'clerk', pinHash: await hashPin(CLERK_PIN) },
  ] as const;
  must(host.makeStore((db) => createStore(db, { ...NEW_STORE, staff }, Date.now(), host.ids)));
  const store = host.openStore();
  if (!store) throw new Error('the store did not open');
  return { host, store, shop: shopOf(store, Date.now()) };
}

/** Seats somebody at a window without asking for a PIN. */
export function seat({ host, shop }: Served, window: string, role: 'manager' | 'clerk' | 'hq-analyst'): void {
  host.client(window).staff = { staffId: role === 'clerk' ? shop.clerkId : shop.managerId, name: role, role };
}
