import { parentPort, workerData } from 'node:worker_threads';
import { copyStore } from '../../../db/backups/copy-store.ts';
import { checkStoreFile, isLiveStoreSound } from '../../../db/backups/look-at-store-file.ts';
import { atRisk, prepareRestore } from '../../../db/backups/prepare-restore.ts';
import type { Job, JobAnswer, JobReport } from './backup-job.ts';
import { copyElsewhere } from './copy-elsewhere.ts';

/**
 * The thread that does what would keep a sale waiting: copies, whole checks, restoring. One job each time that it is
 * started. What fails is told by its code alone, since the words of an error can hold anything.
 */
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread, not a window
const report = (message: JobReport) => parentPort?.postMessage(message);
const REPORT_EVERY_MS = 200;

/** A MiB a step and a rest after it beside a till that sells: 30 to 60 MB/s. No rest when the till is closing. */
const PACE = { beside: { pagesPerStep: 256, restMs: 12 }, alone: { pagesPerStep: 4096, restMs: 0 } } as const;

function reportNowAndThen() {
  let lastMs = 0;
  return (done: number, total: number) => {
    const nowMs = performance.now();
    if (nowMs - lastMs < REPORT_EVERY_MS) return;
    lastMs = nowMs;
    report({ kind: 'progress', phase: 'copying', done, total });
  };
}

async function work(job: Job): Promise<JobAnswer[Job['kind']]> {
  switch (job.kind) {
    case 'copy': {
      await copyStore(job.from, job.to, { ...PACE[job.pace], onProgress: reportNowAndThen() });
      report({ kind: 'progress', phase: 'checking', done: 0, total: 0 });
      return checkStoreFile(job.to);
    }
    case 'copy-elsewhere':
      return copyElsewhere(job.from, job.to, reportNowAndThen());
    case 'check':
      return isLiveStoreSound(job.file);
    case 'at-risk':
      return atRisk(job.backup, job.present);
    case 'restore':
      return prepareRestore({
        ...job,
        onPhase: (phase) => report({ kind: 'progress', phase, done: 0, total: 0 }),
      });
  }
}

try {
  report({ kind: 'answer', answer: await work(workerData as Job) });
} catch (error) {
  report({
    kind: 'failed',
    code: String((error as { code?: unknown }).code ?? 'unknown'),
    stack: (error as Error).stack ?? '',
  });
}
