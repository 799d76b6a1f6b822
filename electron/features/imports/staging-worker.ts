import { parentPort } from 'node:worker_threads';
import { checkpointBeside } from '../../../db/kernel/connection.ts';
import type { FileFormat, FileRefusal, Reading } from '../../../shared/imports/reading.ts';
import type { Target } from '../../../shared/imports/targets.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import type { ReckonedValue, ValueOrder } from '../analysis/read-value.ts';
import { FileRefusedError } from './files/file-row.ts';
import type { FileLook } from './look-at-file.ts';
import type { CheckSummary, StageOrder, StageProgress } from './stage-file.ts';

/**
 * What a thread beside the main one is asked, and what it says: to read files, to move the write-ahead log into the
 * database, and to reckon what all members are worth, for which a sale would else have to wait.
 */
export type StagingTask =
  | {
      readonly task: 'look';
      readonly file: string;
      readonly format: FileFormat;
      readonly target: Target;
      readonly reading: Reading | null;
      readonly own: readonly CustomField[];
    }
  | { readonly task: 'stage'; readonly order: StageOrder }
  | { readonly task: 'checkpoint'; readonly storeFile: string }
  | { readonly task: 'value'; readonly order: ValueOrder };
export type StagingResult = FileLook | CheckSummary | ReckonedValue;
/** A task, or that there will be none: the thread then ends by itself. */
export type StagingCall = StagingTask | { readonly task: 'end' };
export type StagingWord =
  | { readonly kind: 'progress'; readonly progress: StageProgress }
  | { readonly kind: 'done'; readonly result: StagingResult }
  | { readonly kind: 'refused'; readonly reason: FileRefusal }
  | { readonly kind: 'failed'; readonly code: string };

const TELL_EVERY_MS = 200;

const port = parentPort;
const tell = (word: StagingWord) => port?.postMessage(word);

/** What a task needs is loaded for it: to move the log takes little, to read phones and workbooks much. */
async function work(task: StagingTask): Promise<StagingResult> {
  if (task.task === 'checkpoint') {
    checkpointBeside(task.storeFile);
    return null;
  }
  if (task.task === 'look') {
    const { lookAtFile } = await import('./look-at-file.ts');
    return lookAtFile(task.file, task.format, task.target, task.reading, task.own);
  }
  let toldAt = 0;
  const onProgress = (progress: StageProgress) => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    tell({ kind: 'progress', progress });
  };
  if (task.task === 'value') {
    const { readValue } = await import('../analysis/read-value.ts');
    return readValue(task.order, (rows, of) => onProgress({ rows, share: rows / of }));
  }
  const { stageFile } = await import('./stage-file.ts');
  return stageFile(task.order, onProgress);
}

port?.on('message', (call: StagingCall) => {
  if (call.task === 'end') return port.close();
  work(call)
    .then((result) => tell({ kind: 'done', result }))
    .catch((error: unknown) => {
      if (error instanceof FileRefusedError) tell({ kind: 'refused', reason: error.reason });
      // The words of an error may name what stands in the file; its code does not.
      else tell({ kind: 'failed', code: String((error as { code?: unknown }).code ?? (error as Error).name) });
    });
});
