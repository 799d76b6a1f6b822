import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Job, JobAnswer, JobPhase, JobReport } from './backup-job.ts';

/** A job that broke, by its code: `SQLITE_FULL`, `ENOENT`, …; `cancelled` where it was told to stop. */
export class JobError extends Error {
  readonly code: string;
  constructor(code: string, stack?: string) {
    super(`the backup thread failed: ${code}`);
    this.name = 'JobError';
    this.code = code;
    if (stack) this.stack = stack;
  }
}

export type OnProgress = (phase: JobPhase, done: number, total: number) => void;

/** The thread's program: its TypeScript beside this file, or the bundle beside the main one. */
const THREAD = import.meta.filename.endsWith('.ts')
  ? path.join(import.meta.dirname, 'backup-thread.ts')
  : path.join(import.meta.dirname, '../backup-thread/backup-thread.js');

/** Does a job in a thread of its own. Rejects with a JobError. */
export async function runJob<J extends Job>(
  job: J,
  { onProgress, signal }: { readonly onProgress?: OnProgress; readonly signal?: AbortSignal } = {},
): Promise<JobAnswer[J['kind']]> {
  const thread = new Worker(THREAD, { workerData: job });
  const ended = new Promise((resolve) => thread.once('exit', resolve));
  const stop = () => void thread.terminate();
  signal?.addEventListener('abort', stop);
  try {
    return await new Promise((resolve, reject) => {
      thread.on('message', (report: JobReport) => {
        if (report.kind === 'progress') onProgress?.(report.phase, report.done, report.total);
        else if (report.kind === 'answer') resolve(report.answer as JobAnswer[J['kind']]);
        else reject(new JobError(report.code, report.stack));
      });
      thread.once('error', (error: Error & { code?: string }) =>
        reject(new JobError(error.code ?? 'thread-error', error.stack)),
      );
      thread.once('exit', () => reject(new JobError(signal?.aborted ? 'cancelled' : 'thread-ended')));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    // It ends by itself once it has answered, and has closed its files then.
    await ended;
  }
}
