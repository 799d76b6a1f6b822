import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExportPart } from '../../../shared/contract/exports.contract.ts';
import type { ExportCall, ExportOrder, ExportWord } from './export-worker.ts';

/** The thread's program: its TypeScript beside this file, or the bundle beside the main one. */
const PROGRAM = import.meta.filename.endsWith('.ts')
  ? path.join(import.meta.dirname, 'export-worker.ts')
  : path.join(import.meta.dirname, '../export-worker/export-worker.js');

/** However long the list, it takes no more memory: what is thrown away is collected sooner. */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 } as const;

/** A file that broke, by its code: `SQLITE_CORRUPT`, `ERR_WORKER_OUT_OF_MEMORY`, … */
class ExportError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the export thread failed: ${code}`);
    this.name = 'ExportError';
    this.code = code;
  }
}

/** A file in the making, in a thread of its own. It ends with the last part, when it is stopped, or unasked for a minute. */
export class ExportThread {
  readonly #worker: Worker;
  hasEnded = false;
  #settle: { resolve(part: ExportPart): void; reject(error: Error): void } | null = null;

  constructor(order: ExportOrder) {
    this.#worker = new Worker(PROGRAM, { workerData: order, resourceLimits: MEMORY });
    this.#worker.unref();
    this.#worker.on('message', (word: ExportWord) => {
      if (word.kind === 'failed') return this.#fail(word.code);
      this.#settle?.resolve(word.part);
      this.#settled();
      if (word.part.isLast) this.hasEnded = true;
    });
    this.#worker.on('error', (error: Error & { code?: string }) => this.#fail(error.code ?? error.name));
    this.#worker.on('exit', () => {
      this.hasEnded = true;
      this.#fail('thread-ended');
    });
  }

  /** The next part; one at a time. Rejects with an ExportError. */
  nextPart(): Promise<ExportPart> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#worker.ref();
      this.#say('next');
    });
  }

  /** It ends behind the part that it is at, a fifth of a second later at most, so that its files are closed and not torn. */
  stop(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.#say('end');
  }

  #say(call: ExportCall): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(call);
  }

  #fail(code: string): void {
    this.#settle?.reject(new ExportError(code));
    this.#settled();
  }

  /** Only a part that somebody waits for keeps the program from ending. */
  #settled(): void {
    this.#settle = null;
    this.#worker.unref();
  }
}
