import type { TRPCError } from '@trpc/server';
import type { ProgramLog } from '../api/program-log.ts';

/** A bug or a broken disk goes to the log; the window is told "internal" and no more. */
export function reportBug(log: ProgramLog, path: string | undefined, error: TRPCError): void {
  if (error.code === 'INTERNAL_SERVER_ERROR') log.bug(path ?? 'a-call', error.cause ?? error);
}
