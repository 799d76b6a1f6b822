import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { type Act, perform } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import {
  beginImport,
  beginUndo,
  importRun,
  importRuns,
  putImportState,
  undoProgress,
} from '../../../db/imports/import-runs.queries.ts';
import { type ReadDb, transaction } from '../../../db/kernel/connection.ts';
import {
  type ImportView,
  type importsContract,
  UPLOAD_CHUNK_BYTES,
} from '../../../shared/contract/imports.contract.ts';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import { mappingFault } from '../../../shared/imports/mapping-fault.ts';
import { namedId } from '../../../shared/imports/named-id.ts';
import { formatByName, MOST_BYTES } from '../../../shared/imports/reading.ts';
import type { ImportState } from '../../../shared/imports/run.ts';
import { targetOf } from '../../../shared/imports/targets.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { type Clock, calendarDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { decimalPlaces } from '../../../shared/stores/decimal-places.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { fieldsOf } from '../member-fields/fields-of.ts';
import { audit } from '../staff/audit.ts';
import { type ApplyRun, applyImport } from './apply-import.ts';
import { filesOf, ImportDraft } from './import-draft.ts';
import { draftView, type ImportRun, runView } from './import-view.ts';
import { ProgressMeter } from './progress-meter.ts';
import type { StageOrder } from './stage-file.ts';
import { stagedIn, syncFile } from './staged-file.ts';
import { StagingThread } from './staging-thread.ts';
import { undoImport } from './undo-import.ts';

type Begin = z.output<typeof importsContract.begin.input>;
type CheckInput = z.output<typeof importsContract.check.input>;
type ImportRefusal<Reason extends string> = Outcome<null, Refusal<Reason>>;

const MOST_DRAFTS = 8;
const RUNS_LISTED = 200;
const TELL_EVERY_MS = 250;
const MIB = 1024 * 1024;

export interface ImportDeskOptions {
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Tells every window what changed. */
  readonly publish: (topics: readonly string[]) => void;
  /** For tests: see `ApplyRun`. */
  readonly mostUnits?: ApplyRun['mostUnits'];
}

/** What goes on in the store right now: one import is written or undone at a time. */
interface Job {
  readonly importId: Id<'import'>;
  readonly progress: ProgressMeter;
  /** For what would hold the till up. */
  readonly beside: StagingThread;
  halted: boolean;
  ended: Promise<void>;
}

/**
 * The imports of an open store: those that are prepared, the one that is written or undone, those that are done. What
 * was being written or undone when the program ended goes on when it is opened again; what was only prepared is gone.
 */
export class ImportDesk {
  readonly #options: ImportDeskOptions;
  readonly #folder: string;
  readonly #drafts = new Map<Id<'import'>, ImportDraft>();
  #job: Job | null = null;
  #toldAt = 0;
  #isClosed = false;

  constructor(options: ImportDeskOptions) {
    this.#options = options;
    this.#folder = path.join(path.dirname(options.store.db.raw.name), 'imports');
    this.#goOn();
  }

  get #db(): ReadDb {
    return this.#options.store.db;
  }

  /** Removes what is of no use any more and goes on with what was interrupted. */
  #goOn(): void {
    const runs = importRuns.all(this.#db, { limit: RUNS_LISTED });
    const wanted = new Set<string>(
      runs.filter(({ state }) => state === 'applying' || state === 'paused').map(({ importId }) => importId),
    );
    for (const name of fs.existsSync(this.#folder) ? fs.readdirSync(this.#folder) : []) {
      const folder = path.join(this.#folder, name);
      fs.rmSync(wanted.has(name) ? filesOf(folder).upload : folder, { recursive: true, force: true });
    }
    const interrupted = runs.find(({ state }) => state === 'applying' || state === 'undoing');
    if (interrupted) this.#start(interrupted.importId);
  }

  list(): ImportView[] {
    const drafts = [...this.#drafts.values()].map(draftView).toReversed();
    return [...drafts, ...importRuns.all(this.#db, { limit: RUNS_LISTED }).map((run) => this.#view(run))];
  }

  view(importId: Id<'import'>): Outcome<ImportView, Refusal<'import-unknown'>> {
    const draft = this.#drafts.get(importId);
    if (draft) return done(draftView(draft));
    const run = importRun.get(this.#db, { importId });
    return run ? done(this.#view(run)) : refuse('import-unknown');
  }

  #view(run: ImportRun): ImportView {
    return runView(run, this.#folder, this.#job?.importId === run.importId ? this.#job.progress : null);
  }

  begin(
    input: Begin,
    staff: StaffChoice,
  ): Outcome<{ chunkBytes: number }, Refusal<(typeof importsContract.begin.refusals)[number]>> {
    const { importId, fileName, sizeBytes } = input;
    const known = this.#drafts.get(importId);
    if (known ? !known.isFor(input) : importRun.get(this.#db, { importId })) return refuse('import-id-reused');
    if (known) return done({ chunkBytes: UPLOAD_CHUNK_BYTES });
    const format = formatByName(fileName);
    if (format === null) return refuse('file-kind-unknown');
    if (format === 'xls') return refuse('old-workbook');
    if (sizeBytes > MOST_BYTES[format]) return refuse('file-too-large', { mostMib: MOST_BYTES[format] / MIB });
    if (this.#drafts.size >= MOST_DRAFTS) return refuse('too-many-imports', { most: MOST_DRAFTS });
    const startedBy = { staffId: staff.staffId, name: staff.name };
    const folder = path.join(this.#folder, importId);
    this.#drafts.set(importId, new ImportDraft(input, format, startedBy, this.#options.clock(), folder));
    this.#tell();
    return done({ chunkBytes: UPLOAD_CHUNK_BYTES });
  }

  draft(importId: Id<'import'>): Outcome<ImportDraft, Refusal<'import-unknown'>> {
    const draft = this.#drafts.get(importId);
    return draft ? done(draft) : refuse('import-unknown');
  }

  check(input: CheckInput): Outcome<null, Refusal<(typeof importsContract.check.refusals)[number]>> {
    const draft = this.#drafts.get(input.importId);
    if (!draft) return refuse('import-unknown');
    const fault = mappingFault({ target: draft.target, format: draft.format, ...input, own: fieldsOf(this.#db) });
    if (fault) return fault;
    const outcome = draft.check(this.#stageOrder(draft, input), () => this.#tell(!draft.isBusy));
    this.#tell(true);
    return outcome;
  }

  #stageOrder({ importId, target, folder, startedBy }: ImportDraft, input: CheckInput): StageOrder {
    const { store, clock } = this.#options;
    const { facts, day, phoneRegion } = store;
    const nowMs = clock();
    const files = filesOf(folder);
    const own = target === 'members' ? fieldsOf(store.db) : [];
    const { fields } = targetOf(target, own);
    return {
      file: files.upload,
      stagedFile: files.staged,
      storeFile: store.db.raw.name,
      target,
      reading: input.reading,
      mapping: Object.fromEntries(Object.entries(input.mapping).filter(([field]) => field in fields)),
      terms: {
        region: phoneRegion,
        dateOrder: input.dateOrder,
        decimalMark: input.decimalMark,
        moneyPlaces: decimalPlaces(facts.currency),
        today: calendarDate(nowMs, day.zone),
      },
      own,
      finding: {
        importId,
        storeId: facts.storeId,
        staffId: startedBy.staffId,
        policy: input.policy,
        matchBy: input.matchBy,
        source: input.source || 'import',
        startedAtMs: nowMs,
        day,
        currency: facts.currency,
        programme: store.programme(),
        tillId: namedId(importId, 'till', 'import', nodeDigest),
      },
    };
  }

  /** What was staged for an import, to read the rows that are left out. Null once it is gone. */
  staged(importId: Id<'import'>): ReturnType<typeof stagedIn> {
    const draft = this.#drafts.get(importId);
    if (draft && draft.phase !== 'checked') return null;
    return stagedIn(path.join(this.#folder, importId));
  }

  apply(importId: Id<'import'>, staff: StaffChoice): ImportRefusal<(typeof importsContract.start.refusals)[number]> {
    const draft = this.#drafts.get(importId);
    if (!draft) return importRun.get(this.#db, { importId }) ? done(null) : refuse('import-unknown');
    const { summary, order } = draft;
    if (draft.phase !== 'checked' || !summary || !order) return refuse('not-checked');
    const units = summary.added + summary.updated;
    if (units === 0) return refuse('nothing-to-import');
    if (this.#job) return refuse('import-busy');
    syncFile(filesOf(draft.folder).staged);
    const { clock } = this.#options;
    perform(this.#db, clock(), (act) => {
      const { policy, source, startedAtMs, tillId } = order.finding;
      beginImport.run(act.db, {
        importId,
        target: draft.target,
        fileName: draft.fileName,
        policy,
        source,
        units,
        startedAtMs,
        startedById: staff.staffId,
        skipped: summary.skipped,
        leftOut: summary.faultyRows,
      });
      if (draft.target === 'purchases') this.#recordTill(act, importId, tillId);
      this.#audit(act, 'import', importId, staff, [draft.target]);
    });
    fs.rmSync(filesOf(draft.folder).upload, { force: true });
    this.#drafts.delete(importId);
    this.#start(importId);
    return done(null);
  }

  /** Receipts of another system are numbered by it: a till of their own keeps them from getting in our numbers' way. */
  #recordTill(act: Act, importId: Id<'import'>, id: Id<'till'>): void {
    const { storeId } = this.#options.store.facts;
    const run = importRun.get(act.db, { importId });
    act.record('till', { id, owner: storeId, version: 1, storeId, code: `IMPORT-${run?.importPk ?? 0}`, name: '' });
  }

  #audit(
    act: Act,
    action: 'import' | 'import-cancel' | 'import-undo',
    importId: Id<'import'>,
    by: StaffChoice,
    fields: string[],
  ) {
    const { store, ids } = this.#options;
    audit(act, { store, staffId: by.staffId, ids }, { action, subjectKind: 'import', subjectId: importId, fields });
  }

  async pause(importId: Id<'import'>): Promise<ImportRefusal<'import-unknown' | 'not-running'>> {
    const run = importRun.get(this.#db, { importId });
    if (!run) return refuse(this.#drafts.has(importId) ? 'not-running' : 'import-unknown');
    if (run.state === 'paused') return done(null);
    if (run.state !== 'applying' || this.#job?.importId !== importId) return refuse('not-running');
    await this.#halt();
    if (importRun.get(this.#db, { importId })?.state === 'applying') this.#putState(importId, 'paused');
    return done(null);
  }

  resume(importId: Id<'import'>): ImportRefusal<'import-unknown' | 'not-paused' | 'import-busy'> {
    const run = importRun.get(this.#db, { importId });
    if (!run) return refuse('import-unknown');
    if (run.state === 'applying') return done(null);
    if (run.state !== 'paused') return refuse('not-paused');
    if (this.#job) return refuse('import-busy');
    this.#putState(importId, 'applying');
    this.#start(importId);
    return done(null);
  }

  async cancel(importId: Id<'import'>, staff: StaffChoice): Promise<ImportRefusal<'import-unknown' | 'not-running'>> {
    const draft = this.#drafts.get(importId);
    if (draft) {
      this.#drafts.delete(importId);
      await draft.discard();
      this.#tell(true);
      return done(null);
    }
    const run = importRun.get(this.#db, { importId });
    if (!run) return refuse('import-unknown');
    if (run.state === 'stopped') return done(null);
    if (run.state !== 'applying' && run.state !== 'paused') return refuse('not-running');
    if (this.#job?.importId === importId) await this.#halt();
    if (importRun.get(this.#db, { importId })?.state === 'applied') return refuse('not-running');
    const { clock } = this.#options;
    perform(this.#db, clock(), (act) => {
      putImportState.run(act.db, { importId, state: 'stopped', atMs: act.nowMs });
      this.#audit(act, 'import-cancel', importId, staff, [run.target]);
    });
    this.#tellAll();
    return done(null);
  }

  undo(importId: Id<'import'>, staff: StaffChoice): ImportRefusal<(typeof importsContract.undo.refusals)[number]> {
    const run = importRun.get(this.#db, { importId });
    if (!run) return refuse('import-unknown');
    if (run.state === 'undoing' || run.state === 'undone') return done(null);
    if (run.state !== 'applied' && run.state !== 'stopped') return refuse('not-undoable');
    if (this.#job) return refuse('import-busy');
    perform(this.#db, this.#options.clock(), (act) => {
      beginUndo.run(act.db, { importId, staffId: staff.staffId });
      this.#audit(act, 'import-undo', importId, staff, [run.target]);
    });
    this.#start(importId);
    return done(null);
  }

  /** Done when nothing is written or undone any more: for whoever has to wait for it. */
  async idle(): Promise<void> {
    await this.#job?.ended;
  }

  /** Whether something is written or undone. */
  get isBusy(): boolean {
    return this.#job !== null;
  }

  /** Writes nothing more; it is taken up again when the store is opened again. */
  halt(): void {
    if (this.#job) this.#job.halted = true;
  }

  /** Ends what goes on; it is taken up again when the store is opened again. */
  close(): void {
    this.#isClosed = true;
    this.halt();
    for (const draft of this.#drafts.values()) draft.halt();
  }

  async #halt(): Promise<void> {
    const job = this.#job;
    if (!job) return;
    job.halted = true;
    await job.ended;
  }

  #start(importId: Id<'import'>): void {
    const job: Job = {
      importId,
      progress: new ProgressMeter(),
      beside: new StagingThread(),
      halted: false,
      ended: Promise.resolve(),
    };
    this.#job = job;
    job.ended = this.#work(job)
      .catch((error: unknown) => {
        // A full disk, most likely. What is committed stays, and it can be gone on with.
        console.error(`an import stopped: ${(error as { code?: string }).code ?? (error as Error).name}`);
        if (!this.#isClosed && importRun.get(this.#db, { importId })?.state === 'applying')
          this.#putState(importId, 'paused');
      })
      .finally(() => {
        void job.beside.stop();
        this.#job = null;
        if (!this.#isClosed) this.#tellAll();
      });
    this.#tell(true);
  }

  async #work(job: Job): Promise<void> {
    const { importId } = job;
    const { clock, ids, store, mostUnits } = this.#options;
    const run = importRun.get(this.#db, { importId });
    if (!run) return;
    const isHalted = () => job.halted;
    this.#read(job, run);
    const storeFile = store.db.raw.name;
    const checkpoint = async () => void (await job.beside.run({ task: 'checkpoint', storeFile }));
    const onChunk = () => {
      const now = importRun.get(this.#db, { importId });
      if (now) this.#read(job, now);
      this.#tell();
    };
    if (run.state === 'undoing') {
      const { storeId } = store.facts;
      const order = { importId, storeId, staffId: run.undoneById, day: store.day };
      if (await undoImport(this.#db, order, { clock, ids, isHalted, onChunk, checkpoint }))
        this.#putState(importId, 'undone');
      return;
    }
    const staged = stagedIn(path.join(this.#folder, importId));
    // Somebody took the file away: what is written stays, and can be undone.
    if (!staged) return this.#putState(importId, 'stopped');
    try {
      const order = { importId, target: run.target, finding: staged.order.finding };
      const applied = await applyImport(this.#db, staged.db, order, {
        clock,
        isHalted,
        onChunk,
        checkpoint,
        ...(mostUnits ? { mostUnits } : {}),
      });
      if (applied) this.#putState(importId, 'applied');
    } finally {
      staged.db.raw.close();
    }
  }

  #read({ progress }: Job, run: ImportRun): void {
    const undo = run.state === 'undoing' ? undoProgress.get(this.#db, { importPk: run.importPk }) : undefined;
    progress.read(undo?.undone ?? run.unitsDone, undo?.total ?? run.units, performance.now());
  }

  #putState(importId: Id<'import'>, state: ImportState): void {
    const atMs = this.#options.clock();
    transaction(this.#db, (tx) => putImportState.run(tx, { importId, state, atMs }));
    this.#tell(true);
  }

  /** Progress, a few times a second; what matters, at once. */
  #tell(now = false): void {
    if (this.#isClosed || (!now && performance.now() - this.#toldAt < TELL_EVERY_MS)) return;
    this.#toldAt = performance.now();
    this.#options.publish(['imports']);
  }

  #tellAll(): void {
    this.#options.publish(['imports', 'members', 'products', 'purchases', 'points']);
  }
}
