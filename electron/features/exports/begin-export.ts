import { setImmediate } from 'node:timers/promises';
import { type Act, perform } from '../../../db/changes/act.ts';
import type { exportsContract } from '../../../shared/contract/exports.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { BULK_ROWS, type CellKind, datesIn, type ExportFormat, MOST_SHEET_ROWS } from '../../../shared/lists/export.ts';
import type { ListName } from '../../../shared/lists/layout.ts';
import { mayDo } from '../../../shared/staff/rights.ts';
import { decimalPlaces } from '../../../shared/stores/decimal-places.ts';
import type { StoreCall } from '../../api/serve.ts';
import type { RowOrder } from '../lists/order-rows.ts';
import { audit } from '../staff/audit.ts';
import { checkPin } from '../staff/check-pin.ts';
import { exportOf, keepExport } from './running-exports.ts';
import { type RowSlices, writeFile } from './write-file.ts';

/** So many rows are read and written in some 5 ms: what a sale may have to wait for. */
const SLICE_ROWS = 250;

/** What is asked of any list. */
interface Asked {
  readonly exportId: Id<'export'>;
  readonly format: ExportFormat;
  readonly sheet: string;
  readonly columns: readonly {
    readonly id: string;
    readonly heading: string;
    readonly words?: Readonly<Record<string, string>> | undefined;
  }[];
  readonly q: string;
  readonly where: readonly { readonly field: string }[];
  readonly fullPhones?: boolean;
  readonly pin?: string | undefined;
}

/** A list that can be exported. */
export interface ExportedList {
  readonly list: Extract<ListName, 'members' | 'products'>;
  readonly right: 'member.read' | 'product.read';
  readonly kinds: Readonly<Record<string, CellKind>>;
  readonly order: RowOrder;
  /** Some rows, in the order of their keys; whoever is gone meanwhile is left out. */
  readonly rowsOf: (pks: Int32Array) => readonly object[];
}

type Begun = Outcome<{ total: number }, Refusal<(typeof exportsContract.members.refusals)[number]>>;

/**
 * Begins to export a list. Nothing leaves before the log says who takes what: how many rows, which columns, whether whole
 * phone numbers, by which fields it is narrowed — never a value. In bulk, and for whole numbers, a PIN says once more
 * who it is.
 */
export async function beginExport(call: StoreCall, asked: Asked, exported: ExportedList): Promise<Begun> {
  const { store, client, staff, clock, ids, host } = call;
  const { exportId, format, fullPhones = false } = asked;
  const { pin, ...contentOf } = asked;
  const content = JSON.stringify([exported.list, contentOf]);
  const known = exportOf(store, client, exportId);
  if (known) return known.content === content ? done({ total: known.total }) : refuse('export-id-reused');

  const total = exported.order.length;
  if (fullPhones && !mayDo(staff.role, 'member.unmask')) return refuse('right-missing');
  if (total === 0) return refuse('nothing-to-export');
  if (format === 'xlsx' && total > MOST_SHEET_ROWS) return refuse('too-many-for-a-sheet', { most: MOST_SHEET_ROWS });

  const note = (act: Act, isRight: boolean) =>
    audit(
      act,
      { store, staffId: staff.staffId, ids },
      {
        action: isRight ? 'export' : 'export-refused',
        subjectKind: 'export',
        subjectId: exportId,
        fields: [exported.list, `rows:${total}`, format, ...fieldsOf(asked)],
      },
    );
  if (total >= BULK_ROWS || fullPhones) {
    if (pin === undefined) return refuse('pin-again');
    const checked = await checkPin(store, { staffId: staff.staffId, pin }, clock, (act, _, isRight) =>
      note(act, isRight),
    );
    if (!checked.ok) return checked;
  } else perform(store.db, clock(), (act) => note(act, true));
  host.changes.publish(['exports']);

  let doneRows = 0;
  const { columns, sheet } = asked;
  keepExport(store, client, {
    exportId,
    content,
    staffId: staff.staffId,
    right: exported.right,
    total,
    pieces: writeFile(
      slicesOf(exported, (rows) => {
        doneRows += rows;
      }),
      {
        format,
        sheet,
        columns: columns.map(({ id, heading, words = {} }) => ({
          id,
          heading,
          words,
          kind: exported.kinds[id] ?? 'text',
        })),
        moneyPlaces: decimalPlaces(store.facts.currency),
        dateOf: datesIn(store.day.zone),
      },
    ),
    doneRows: () => doneRows,
    part: null,
  });
  return done({ total });
}

/** Between two slices everybody else has their turn. */
async function* slicesOf({ order, rowsOf }: ExportedList, onRows: (rows: number) => void): RowSlices {
  for (let at = 0; at < order.length; at += SLICE_ROWS) {
    const pks = order.subarray(at, at + SLICE_ROWS);
    yield rowsOf(pks);
    onRows(pks.length);
    await setImmediate();
  }
}

/** What the log says of the file: names of columns and of the fields that it was narrowed by. */
const fieldsOf = ({ columns, q, where, fullPhones = false }: Asked): string[] => [
  ...(fullPhones ? ['full-phones'] : []),
  ...columns.map(({ id }) => `column:${id}`),
  ...(q === '' ? [] : ['filter:search']),
  ...[...new Set(where.map(({ field }) => field))].map((field) => `filter:${field}`),
];
