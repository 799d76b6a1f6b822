import type { TRPCError } from '@trpc/server';

/** A bug or a broken disk, for whoever looks at this program's own output; the window is told "internal" and no more. */
export function reportBug(path: string | undefined, error: TRPCError): void {
  if (error.code === 'INTERNAL_SERVER_ERROR') console.error(`${path ?? 'a call'} failed:`, error.cause ?? error);
}
