import { setImmediate } from 'node:timers/promises';
import { type Act, perform } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import { advanceImport, importRun, newestChangePk, putImportAct } from '../../../db/imports/import-runs.queries.ts';
import { putStagedFaults, unitsAfter } from '../../../db/imports/staged-import.queries.ts';
import { type ReadDb, transaction } from '../../../db/kernel/connection.ts';
import type { Fault } from '../../../shared/imports/fault.ts';
import type { FoundFault, PlannedFact } from '../../../shared/imports/plan.ts';
import type { Target } from '../../../shared/imports/targets.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';
import { type FindingTerms, findPlan } from './find-plan.ts';

/** What an import is applied with. */
export interface ApplyOrder {
  readonly importId: Id<'import'>;
  readonly target: Target;
  readonly finding: Omit<FindingTerms, 'digest'>;
}

export interface ApplyRun {
  readonly clock: Clock;
  /** Asked between chunks: true ends the run; what is committed stays, and another run goes on behind it. */
  readonly isHalted: () => boolean;
  readonly onChunk?: () => void;
  /** Moves the write-ahead log into the database, before it is so long that a sale would have to. */
  readonly checkpoint?: () => Promise<void>;
  /** For tests: at most so many units a chunk. */
  readonly mostUnits?: () => number;
}

/** A chunk holds the till up no longer than this, its commit apart. */
const CHUNK_MS = 40;
const MOST_UNITS = 250;
const CHUNKS_A_CHECKPOINT = 20;

/**
 * Applies what was staged, in chunks that are each one act of at most 500 changes, 512 KiB and a few milliseconds, and
 * lets the till have its turn after each. How far it got is committed with each chunk, so it goes on exactly there after
 * a kill. Returns whether all of it is applied.
 */
export async function applyImport(db: ReadDb, staged: ReadDb, order: ApplyOrder, run: ApplyRun): Promise<boolean> {
  for (let chunks = 1; ; chunks += 1) {
    if (run.isHalted()) return false;
    if (!applyChunk(db, staged, order, run)) return true;
    run.onChunk?.();
    await setImmediate();
    if (chunks % CHUNKS_A_CHECKPOINT === 0) await run.checkpoint?.();
  }
}

interface ChunkCounts {
  units: number;
  added: number;
  updated: number;
  skipped: number;
  leftOut: number;
}

/** Applies the next units. Returns false where there are none. */
function applyChunk(db: ReadDb, staged: ReadDb, { importId, target, finding }: ApplyOrder, run: ApplyRun): boolean {
  const terms: FindingTerms = { ...finding, digest: nodeDigest };
  const late: (Fault & { readonly at: number })[] = [];
  const began = performance.now();
  const isGoingOn = perform<boolean>(db, run.clock(), (act) => {
    const known = importRun.get(act.db, { importId });
    if (!known) throw new Error('an import that was not begun');
    const units = unitsAfter.all(staged, { afterRow: known.throughRow, limit: run.mostUnits?.() ?? MOST_UNITS });
    if (units.length === 0) return false;
    const firstPk = newestOf(act) + 1;
    const counts: ChunkCounts = { units: 0, added: 0, updated: 0, skipped: 0, leftOut: 0 };
    let throughRow = known.throughRow;
    for (const { row, item } of units) {
      if (counts.units > 0 && performance.now() - began > CHUNK_MS) break;
      const plan = findPlan(act.db, target, JSON.parse(item), row, terms);
      if ('facts' in plan) {
        if (counts.units > 0 && !fits(act, plan.facts, item)) break;
        for (const { kind, body } of plan.facts) act.record(kind, body as never);
        counts[plan.verdict === 'new' ? 'added' : 'updated'] += 1;
      } else if (plan.verdict === 'skip') counts.skipped += 1;
      else {
        counts.leftOut += 1;
        late.push(...plan.faults.map((fault: FoundFault) => ({ ...fault, at: fault.at ?? row })));
      }
      counts.units += 1;
      throughRow = row;
    }
    advanceImport.run(act.db, { importPk: known.importPk, throughRow, ...counts });
    const lastPk = newestOf(act);
    if (lastPk >= firstPk) putImportAct.run(act.db, { importPk: known.importPk, firstPk, lastPk });
    return true;
  });
  if (late.length > 0) noteLate(staged, late);
  return isGoingOn;
}

const newestOf = (act: Act): number => newestChangePk.get(act.db, {})?.changePk ?? 0;

/** More than a fact weighs beside what the row itself says, which UTF-8 makes at most three times as long. */
const FACT_BYTES = 800;

function fits(act: Act, facts: readonly PlannedFact[], item: string): boolean {
  const room = act.room();
  if (facts.length > room.changes) return false;
  const bytes = facts.reduce(
    (sum, { kind, body }) => sum + (kind === 'purchase' ? Buffer.byteLength(JSON.stringify(body)) : FACT_BYTES),
    item.length * 3,
  );
  return bytes <= room.bytes;
}

/** Rows that were sound when they were checked and no longer are: somebody sold, enrolled or renamed meanwhile. */
function noteLate(staged: ReadDb, late: readonly (Fault & { readonly at: number })[]): void {
  transaction(staged, (tx) => {
    for (const [row, faults] of Map.groupBy(late, ({ at }) => at))
      putStagedFaults.run(tx, { row, faults: faults.map(({ at: _, ...fault }) => fault) });
  });
}
