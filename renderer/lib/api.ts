import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  isTRPCClientError,
  splitLink,
  type TRPCClient,
  type TRPCLink,
} from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../electron/api/router.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { ipcLink } from './ipc-link.ts';

declare global {
  interface Window {
    /** Present in the Electron app, absent in a browser. */
    readonly regulars?: Bridge;
  }
}

export type ApiClient = TRPCClient<AppRouter>;

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** The main process as seen from this window: over IPC in the Electron app, over loopback HTTP in a browser. */
export function connectApi(): ApiClient {
  return createTRPCClient<AppRouter>({ links: [window.regulars ? ipcLink<AppRouter>(window.regulars) : httpLink()] });
}

/** Queries are POSTed too, so that names and phone numbers stay out of addresses, histories and logs. */
function httpLink(): TRPCLink<AppRouter> {
  return splitLink({
    condition: (op) => op.type === 'subscription',
    true: httpSubscriptionLink({ url: '/trpc' }),
    false: httpBatchLink({ url: '/trpc', methodOverride: 'POST' }),
  });
}

export interface Refused {
  readonly reason: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** The refusal that an API error carries, or null where it is something else (a bug, a lost connection, no right). */
export function refusalOf(error: unknown): Refused | null {
  if (!isTRPCClientError<AppRouter>(error)) return null;
  const data: object | null | undefined = error.data;
  return data && 'refusal' in data ? (data.refusal as Refused) : null;
}
