import { type Act, perform } from '../../../db/changes/act.ts';
import type { exportsContract } from '../../../shared/contract/exports.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { BULK_ROWS, type CellKind, type ExportFormat, MOST_SHEET_ROWS } from '../../../shared/lists/export.ts';
import { mayDo } from '../../../shared/staff/rights.ts';
import { decimalPlaces } from '../../../shared/stores/decimal-places.ts';
import type { StoreCall } from '../../api/serve.ts';
import { audit } from '../staff/audit.ts';
import { checkPin } from '../staff/check-pin.ts';
import { ExportThread } from './export-thread.ts';
import type { ExportOrder } from './export-worker.ts';
import { exportOf, keepExport } from './running-exports.ts';

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
  readonly q?: string;
  readonly where?: readonly { readonly field: string }[];
  readonly fullPhones?: boolean;
  readonly pin?: string | undefined;
}

/** A list that can be exported. */
export interface ExportedList {
  readonly list: ExportOrder['list'];
  readonly right: 'member.read' | 'product.read' | 'coupon.issue';
  readonly kinds: Readonly<Record<string, CellKind>>;
  readonly order: Int32Array;
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

  const { columns, sheet } = asked;
  keepExport(store, client, {
    exportId,
    content,
    staffId: staff.staffId,
    right: exported.right,
    total,
    thread: new ExportThread({
      storeFile: store.db.raw.name,
      list: exported.list,
      pks: exported.order,
      fullPhones,
      format,
      sheet,
      columns: columns.map(({ id, heading, words = {} }) => ({
        id,
        heading,
        words,
        kind: exported.kinds[id] ?? 'text',
      })),
      moneyPlaces: decimalPlaces(store.facts.currency),
      zone: store.day.zone,
      today: businessDate(clock(), store.day),
    }),
    part: null,
  });
  return done({ total });
}

/** What the log says of the file: names of columns and of the fields that it was narrowed by. */
const fieldsOf = ({ columns, q = '', where = [], fullPhones = false }: Asked): string[] => [
  ...(fullPhones ? ['full-phones'] : []),
  ...columns.map(({ id }) => `column:${id}`),
  ...(q === '' ? [] : ['filter:search']),
  ...[...new Set(where.map(({ field }) => field))].map((field) => `filter:${field}`),
];
