import fs from 'node:fs';
import path from 'node:path';
import type { importRun } from '../../../db/imports/import-runs.queries.ts';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import { filesOf, type ImportDraft } from './import-draft.ts';
import type { ProgressMeter } from './progress-meter.ts';

export type ImportRun = NonNullable<ReturnType<typeof importRun.get>>;

/** An import of which nothing is written yet. */
export function draftView(draft: ImportDraft): ImportView {
  const { summary } = draft;
  const meter = draft.progress.meter();
  return {
    importId: draft.importId,
    target: draft.target,
    fileName: draft.fileName,
    phase: draft.phase,
    isRunning: draft.isBusy,
    refusal: draft.refusal,
    startedAtMs: draft.startedAtMs,
    startedBy: draft.startedBy.name,
    undoneAtMs: null,
    undoneBy: null,
    done: summary?.rows ?? meter.done,
    total: summary?.rows ?? meter.total,
    ratePerSecond: meter.ratePerSecond,
    secondsLeft: meter.secondsLeft,
    added: summary?.added ?? 0,
    updated: summary?.updated ?? 0,
    skipped: summary?.skipped ?? 0,
    leftOut: summary?.faultyRows ?? 0,
    kept: 0,
    hasFaults: (summary?.faultyRows ?? 0) > 0,
  };
}

/** An import that is written, or was; `progress` while it is at work. `folder` holds what is kept of every import. */
export function runView(run: ImportRun, folder: string, progress: ProgressMeter | null): ImportView {
  const meter = progress?.meter();
  return {
    importId: run.importId,
    target: run.target,
    fileName: run.fileName,
    phase: run.state,
    isRunning: progress !== null,
    refusal: null,
    startedAtMs: run.startedAtMs,
    startedBy: run.startedBy,
    undoneAtMs: run.undoneAtMs,
    undoneBy: run.undoneBy,
    done: meter?.done ?? run.unitsDone,
    total: meter?.total ?? run.units,
    ratePerSecond: meter?.ratePerSecond ?? null,
    secondsLeft: meter?.secondsLeft ?? null,
    added: run.added,
    updated: run.updated,
    skipped: run.skipped,
    leftOut: run.leftOut,
    kept: run.kept,
    hasFaults: run.leftOut > 0 && fs.existsSync(filesOf(path.join(folder, run.importId)).staged),
  };
}
