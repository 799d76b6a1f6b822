import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileRefusal } from '../../../shared/imports/reading.ts';
import type { StageProgress } from './stage-file.ts';
import type { StagingCall, StagingResult, StagingTask, StagingWord } from './staging-worker.ts';

/** The thread's program: its TypeScript beside this file, or the bundle beside the main one. */
const PROGRAM = import.meta.filename.endsWith('.ts')
  ? path.join(import.meta.dirname, 'staging-worker.ts')
  : path.join(import.meta.dirname, '../staging-worker/staging-worker.js');

export type StagingOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: FileRefusal | 'stopped' | 'failed'; readonly code?: string };

/** A thread that reads files, so that the till is served meanwhile. One task at a time; it ends when it is told to. */
export class StagingThread {
  #worker: Worker | null = null;
  #settle: ((outcome: StagingOutcome<never>) => void) | null = null;
  #onProgress: (progress: StageProgress) => void = () => {};
  hasEnded = false;

  /** Started with its first task: many a short run never has one. */
  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(PROGRAM);
    worker.on('message', (word: StagingWord) => {
      if (word.kind === 'progress') this.#onProgress(word.progress);
      else if (word.kind === 'done') this.#end({ ok: true, value: word.result as never });
      else if (word.kind === 'refused') this.#end({ ok: false, reason: word.reason });
      else this.#end({ ok: false, reason: 'failed', code: word.code });
    });
    worker.on('error', (error) => this.#end({ ok: false, reason: 'failed', code: error.name }));
    worker.on('exit', () => {
      this.hasEnded = true;
      this.#end({ ok: false, reason: 'stopped' });
    });
    this.#worker = worker;
    return worker;
  }

  /** Whether it may be given another task. */
  get isFree(): boolean {
    return this.#settle === null && !this.hasEnded;
  }

  run<T extends StagingResult>(
    task: StagingTask,
    onProgress: (progress: StageProgress) => void = () => {},
  ): Promise<StagingOutcome<T>> {
    this.#onProgress = onProgress;
    return new Promise((resolve) => {
      this.#settle = resolve as (outcome: StagingOutcome<never>) => void;
      this.#say(task);
    });
  }

  /** Resolves when it has ended. What it is at is broken off; where it is at nothing it closes its files and goes. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) this.hasEnded = true;
    if (worker === null || this.hasEnded) return;
    if (!this.isFree) return void (await worker.terminate());
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    this.#say({ task: 'end' });
    await ended;
  }

  #say(call: StagingCall): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#started().postMessage(call);
  }

  #end(outcome: StagingOutcome<never>): void {
    const settle = this.#settle;
    this.#settle = null;
    settle?.(outcome);
  }
}
