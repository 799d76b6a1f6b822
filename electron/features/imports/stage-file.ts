import { makeStagedImport, readBeside } from '../../../db/imports/open-staged-import.ts';
import {
  countFaults,
  keyTaken,
  putMark,
  putStagedFaults,
  putStagedRow,
  putStagedUnit,
  takeKey,
  unitsToPlan,
} from '../../../db/imports/staged-import.queries.ts';
import { type ReadDb, snapshot, transaction, type WriteDb } from '../../../db/kernel/connection.ts';
import type { Fault } from '../../../shared/imports/fault.ts';
import { type Fields, type ImportTarget, type Mapping, type RowOf, readRow } from '../../../shared/imports/field.ts';
import { type ReceiptLine, receiptFaults } from '../../../shared/imports/plan-purchase.ts';
import type { Reading } from '../../../shared/imports/reading.ts';
import type { MemberKeys } from '../../../shared/imports/targets/member-fields.ts';
import type { PurchaseRow } from '../../../shared/imports/targets/purchases.ts';
import { type Target, targetOf } from '../../../shared/imports/targets.ts';
import type { ReadingTerms } from '../../../shared/imports/terms.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import { CHAIN_START, type Digest } from '../../../shared/sync/chain.ts';
import { FileRefusedError, type FileRow } from './files/file-row.ts';
import { readFile } from './files/read-file.ts';
import { type FindingTerms, findPlan } from './find-plan.ts';
import { headersOf } from './look-at-file.ts';

/** Everything that a check needs; it crosses into a thread of its own, so it holds data only. */
export interface StageOrder {
  readonly file: string;
  readonly stagedFile: string;
  readonly storeFile: string;
  readonly target: Target;
  readonly reading: Reading;
  readonly mapping: Mapping;
  readonly terms: ReadingTerms;
  /** The fields that the store defined for its members. */
  readonly own: readonly CustomField[];
  readonly finding: Omit<FindingTerms, 'digest'>;
}

/** What a check found. Units are receipts for purchases and rows for all else. */
export interface CheckSummary {
  readonly headers: readonly string[];
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  readonly faultyRows: number;
}

export interface StageProgress {
  readonly rows: number;
  /** 0 to 1; null where the file does not tell. */
  readonly share: number | null;
}

/** A check asks what a row comes to and writes none of it, so the ids of its facts need not be reckoned. */
const NO_DIGEST: Digest = { sha256: () => CHAIN_START, utf8: () => CHAIN_START };

const BATCH_ROWS = 1_000;
const BATCH_UNITS = 200;

/**
 * Reads a file, checks every row and every unit against the store, and puts what it finds into a file of its own. The
 * store is read only. Throws FileRefusedError.
 */
export async function stageFile(
  order: StageOrder,
  onProgress: (progress: StageProgress) => void,
): Promise<CheckSummary> {
  const staged = makeStagedImport(order.stagedFile);
  const store = readBeside(order.storeFile);
  try {
    const check = new Check(order, staged, store);
    const headers = await check.readRows(onProgress);
    check.planReceipts();
    const summary = { headers, rows: check.rows, ...check.counts, faultyRows: countFaults.get(staged, {})?.total ?? 0 };
    transaction(staged, (tx) => putMark.run(tx, { key: 'check', value: JSON.stringify({ order, summary }) }));
    return summary;
  } finally {
    store.raw.close();
    staged.raw.close();
  }
}

class Check {
  rows = 0;
  readonly counts = { added: 0, updated: 0, skipped: 0 };
  readonly #order: StageOrder;
  readonly #staged: ReadDb;
  readonly #store: ReadDb;
  readonly #finding: FindingTerms;
  readonly #target: ImportTarget<Fields>;

  constructor(order: StageOrder, staged: ReadDb, store: ReadDb) {
    this.#order = order;
    this.#staged = staged;
    this.#store = store;
    this.#target = targetOf(order.target, order.own);
    this.#finding = { ...order.finding, digest: NO_DIGEST };
  }

  async readRows(onProgress: (progress: StageProgress) => void): Promise<readonly string[]> {
    const { file, reading } = this.#order;
    let headers: readonly string[] | null = null;
    for await (const { rows, readShare } of readFile(file, reading)) {
      const isFirst = headers === null;
      headers ??= headersOf(rows[0]?.cells);
      const width = headers.length;
      const body = isFirst ? rows.slice(1) : rows;
      for (let from = 0; from < body.length; from += BATCH_ROWS) {
        const batch = body.slice(from, from + BATCH_ROWS);
        transaction(this.#staged, (tx) =>
          snapshot(this.#store, () => {
            for (const row of batch) this.#take(tx, row, width);
          }),
        );
        this.rows += batch.length;
        onProgress({ rows: this.rows, share: readShare > 0 ? readShare : null });
      }
    }
    if (!headers) throw new FileRefusedError('file-empty');
    return headers;
  }

  #take(tx: WriteDb, { row, cells, quotesBroken }: FileRow, width: number): void {
    const { target, mapping, terms } = this.#order;
    const shape = shapeFault(cells, width, quotesBroken);
    const found = shape ? null : readRow(this.#target, cells, mapping, terms);
    let faults: readonly Fault[] = shape ? [shape] : (found?.faults ?? []);
    const item = found ? JSON.stringify(found.row) : null;
    if (target === 'purchases') {
      const receipt = (found?.row as PurchaseRow | undefined)?.receipt ?? null;
      const unit = receipt === null ? null : this.#firstRowOf(tx, receipt, row);
      return void putStagedRow.run(tx, { row, unit, cells: JSON.stringify(cells), item, faults: faultsText(faults) });
    }
    if (faults.length === 0 && found && item !== null) faults = this.#plan(tx, found.row, row, item);
    putStagedRow.run(tx, { row, unit: null, cells: JSON.stringify(cells), item: null, faults: faultsText(faults) });
  }

  #firstRowOf(tx: WriteDb, receipt: string, row: number): number {
    if (takeKey.run(tx, { kind: 'receipt', value: receipt, row }) === 1) return row;
    return keyTaken.get(tx, { kind: 'receipt', value: receipt })?.row ?? row;
  }

  /** Plans a row that was read, and says what is wrong with it beside the others of the file and beside the store. */
  #plan(tx: WriteDb, item: RowOf<Fields>, row: number, text: string): readonly Fault[] {
    const { target } = this.#order;
    const twice = this.#takeKeys(tx, item, row);
    if (twice.length > 0) return twice;
    const plan = findPlan(this.#store, target, item, row, this.#finding);
    if (plan.verdict === 'fault') return plan.faults;
    if (plan.verdict === 'skip') {
      this.counts.skipped += 1;
      return [];
    }
    const subject = changedSubject(plan.facts);
    if (subject !== null && takeKey.run(tx, { kind: 'subject', value: subject, row }) === 0)
      return [twiceFault(null, keyTaken.get(tx, { kind: 'subject', value: subject })?.row)];
    this.counts[plan.verdict === 'new' ? 'added' : 'updated'] += 1;
    putStagedUnit.run(tx, { row, lastRow: row, item: text });
    return [];
  }

  #takeKeys(tx: WriteDb, item: RowOf<Fields>, row: number): Fault[] {
    const keys = keysOf(this.#order.target, item, this.#finding.policy === 'create');
    const taken = keys.flatMap(([field, value]) => {
      const other = keyTaken.get(tx, { kind: field, value });
      return other ? [twiceFault(field, other.row)] : [];
    });
    if (taken.length === 0) for (const [field, value] of keys) takeKey.run(tx, { kind: field, value, row });
    return taken;
  }

  /** Brings the rows of each receipt together. Where one of them is wrong the receipt as a whole stays out. */
  planReceipts(): void {
    if (this.#order.target !== 'purchases') return;
    for (let afterUnit = 0; ; ) {
      const rows = unitsToPlan.all(this.#staged, { afterUnit, limit: BATCH_UNITS });
      const last = rows.at(-1);
      if (!last) return;
      transaction(this.#staged, (tx) =>
        snapshot(this.#store, () => {
          for (const receipt of Map.groupBy(rows, ({ unit }) => unit).values()) this.#planReceipt(tx, receipt);
        }),
      );
      afterUnit = last.unit;
    }
  }

  #planReceipt(tx: WriteDb, rows: ReturnType<typeof unitsToPlan.all>): void {
    const first = rows[0];
    const last = rows.at(-1);
    if (!first || !last) return;
    const faults = new Map<number, Fault[]>(rows.flatMap((row) => (row.faults ? [[row.row, row.faults]] : [])));
    const lines = rows.map((row): ReceiptLine => ({ at: row.row, row: JSON.parse(row.item) as PurchaseRow }));
    const found = ({ at, ...fault }: Fault & { readonly at?: number }) => {
      const row = at ?? first.row;
      faults.set(row, [...(faults.get(row) ?? []), fault]);
    };
    if (faults.size === 0) for (const fault of receiptFaults({ lines })) found(fault);
    if (faults.size === 0) {
      const plan = findPlan(this.#store, 'purchases', { lines }, first.row, this.#finding);
      if (plan.verdict === 'skip') this.counts.skipped += 1;
      else if (plan.verdict === 'fault') for (const fault of plan.faults) found(fault);
      else {
        this.counts.added += 1;
        putStagedUnit.run(tx, { row: first.row, lastRow: last.row, item: JSON.stringify({ lines }) });
      }
    }
    const [broken] = faults.keys();
    if (broken === undefined) return;
    for (const { row } of rows)
      putStagedFaults.run(tx, {
        row,
        faults: faults.get(row) ?? [{ field: null, reason: 'receipt-broken', details: { row: broken } }],
      });
  }
}

const faultsText = (faults: readonly Fault[]): string | null => (faults.length === 0 ? null : JSON.stringify(faults));

const twiceFault = (field: string | null, row: number | undefined): Fault => ({
  field,
  reason: 'twice-in-file',
  details: { row: row ?? 0 },
});

/** A row whose cells ran over its neighbours is not read at all: every cell may be another's. */
function shapeFault(cells: readonly string[], width: number, quotesBroken: boolean): Fault | null {
  if (quotesBroken) return { field: null, reason: 'quotes-broken' };
  for (let column = width; column < cells.length; column += 1)
    if (cells[column]?.trim()) return { field: null, reason: 'too-many-cells', details: { columns: width } };
  return null;
}

/** What no two rows of a file may share. Where everybody is to be enrolled anew, that is the card alone. */
function keysOf(target: Target, item: RowOf<Fields>, onlyCards: boolean): (readonly [field: string, value: string])[] {
  const keys: Partial<MemberKeys & { sku: string; barcode: string }> = item;
  const fields =
    target === 'products'
      ? (['sku', 'barcode'] as const)
      : onlyCards
        ? (['card'] as const)
        : (['phone', 'card', 'email', 'externalId'] as const);
  return fields.flatMap((field) => {
    const value = keys[field];
    return value === null || value === undefined ? [] : [[field, value] as const];
  });
}

/** The member whom a row changes, who may be named by another key in another row. */
function changedSubject(facts: readonly { readonly kind: string; readonly body: object }[]): string | null {
  const [first] = facts;
  if (!first) return null;
  if (first.kind === 'member' && 'enrolment' in first.body && first.body.enrolment === null && 'id' in first.body)
    return String(first.body.id);
  return 'memberId' in first.body ? String(first.body.memberId) : null;
}
