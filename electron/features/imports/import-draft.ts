import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { importsContract } from '../../../shared/contract/imports.contract.ts';
import type { FileFormat, FileRefusal, Reading } from '../../../shared/imports/reading.ts';
import type { Target } from '../../../shared/imports/targets.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import type { FileLook } from './look-at-file.ts';
import { ProgressMeter } from './progress-meter.ts';
import type { CheckSummary, StageOrder } from './stage-file.ts';
import { StagingThread } from './staging-thread.ts';

type Begin = z.output<typeof importsContract.begin.input>;
type LookRefusal = Refusal<'upload-unfinished' | 'import-busy' | 'import-failed' | FileRefusal>;

/** Where the files of an import lie: what was sent, and what the check made of it. */
export const filesOf = (folder: string) => ({
  upload: path.join(folder, 'upload'),
  staged: path.join(folder, 'staged.db'),
});

/** An import of which nothing is written yet: its file comes, is looked at and checked. Gone with the program. */
export class ImportDraft {
  readonly importId: Id<'import'>;
  readonly target: Target;
  readonly fileName: string;
  readonly format: FileFormat;
  readonly startedBy: { readonly staffId: Id<'staff'> | null; readonly name: string | null };
  readonly startedAtMs: number;
  readonly folder: string;
  phase: 'uploading' | 'ready' | 'checking' | 'checked' = 'uploading';
  refusal: FileRefusal | 'import-failed' | null = null;
  summary: CheckSummary | null = null;
  order: StageOrder | null = null;
  readonly progress = new ProgressMeter();
  readonly #sizeBytes: number;
  #receivedBytes = 0;
  /** Kept from the first look to the end of the check: to start one takes half a second. */
  #thread: StagingThread | null = null;
  #checked: Promise<void> = Promise.resolve();

  constructor(
    { importId, target, fileName, sizeBytes }: Begin,
    format: FileFormat,
    startedBy: ImportDraft['startedBy'],
    startedAtMs: number,
    folder: string,
  ) {
    this.importId = importId;
    this.target = target;
    this.fileName = fileName;
    this.format = format;
    this.startedBy = startedBy;
    this.startedAtMs = startedAtMs;
    this.folder = folder;
    this.#sizeBytes = sizeBytes;
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(filesOf(folder).upload, '');
  }

  isFor({ target, fileName, sizeBytes }: Begin): boolean {
    return this.target === target && this.fileName === fileName && this.#sizeBytes === sizeBytes;
  }

  /** Takes the piece at `offset`; one that is here already is only answered. */
  receive(offset: number, bytes: Buffer): Outcome<{ receivedBytes: number }, Refusal<'upload-gap'>> {
    const end = offset + bytes.length;
    if (end > this.#receivedBytes) {
      if (offset !== this.#receivedBytes || end > this.#sizeBytes) return refuse('upload-gap');
      fs.appendFileSync(filesOf(this.folder).upload, bytes);
      this.#receivedBytes = end;
      if (end === this.#sizeBytes) this.phase = 'ready';
    }
    return done({ receivedBytes: this.#receivedBytes });
  }

  async look(reading: Reading | null, own: readonly CustomField[]): Promise<Outcome<FileLook, LookRefusal>> {
    if (this.phase === 'uploading') return refuse('upload-unfinished');
    if (this.isBusy) return refuse('import-busy');
    const { format, target } = this;
    const file = filesOf(this.folder).upload;
    const outcome = await this.#freeThread().run<FileLook>({ task: 'look', file, format, target, reading, own });
    if (outcome.ok) return done(outcome.value);
    return refuse(outcome.reason === 'failed' || outcome.reason === 'stopped' ? 'import-failed' : outcome.reason);
  }

  /** Begins the check; `onChange` is called as it goes on and when it ends. */
  check(order: StageOrder, onChange: () => void): Outcome<null, Refusal<'upload-unfinished' | 'import-busy'>> {
    if (this.phase === 'uploading') return refuse('upload-unfinished');
    if (this.isBusy) return refuse('import-busy');
    this.phase = 'checking';
    this.refusal = null;
    this.summary = null;
    this.order = order;
    const thread = this.#freeThread();
    const checked = thread.run<CheckSummary>({ task: 'stage', order }, ({ rows, share }) => {
      const total = share === null || share === 0 ? null : Math.max(rows, Math.round(rows / share));
      this.progress.read(rows, total, performance.now());
      onChange();
    });
    this.#checked = checked.then(async (outcome) => {
      if (outcome.ok) {
        await thread.stop();
        this.summary = outcome.value;
        this.phase = 'checked';
      } else {
        this.phase = 'ready';
        if (outcome.reason !== 'stopped') this.refusal = outcome.reason === 'failed' ? 'import-failed' : outcome.reason;
      }
      onChange();
    });
    return done(null);
  }

  /** Done when the check is. */
  checked(): Promise<void> {
    return this.#checked;
  }

  get isBusy(): boolean {
    return this.phase === 'checking' || (this.#thread !== null && !this.#thread.isFree && !this.#thread.hasEnded);
  }

  #freeThread(): StagingThread {
    if (!this.#thread?.isFree) this.#thread = new StagingThread();
    return this.#thread;
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.#thread?.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends what goes on, for a program that ends. */
  halt(): void {
    void this.#thread?.stop();
  }
}
