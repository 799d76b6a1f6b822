import { parentPort, workerData } from 'node:worker_threads';
import { connect, type ReadDb } from '../../../db/kernel/connection.ts';
import type { ExportPart } from '../../../shared/contract/exports.contract.ts';
import { datesIn, type ExportColumn, type ExportFormat } from '../../../shared/lists/export.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import { withOwnCells } from '../../../shared/members/member-cells.ts';
import { writtenPhone } from '../../../shared/members/phone.ts';
import { couponRowsOf } from '../coupons/list-coupons.ts';
import { memberRowsOf } from '../members/list-members.ts';
import { productRowsOf } from '../products/list-products.ts';
import { listFile } from './list-file.ts';

/** What is to be exported: which rows of which list, in what order, and how they are written. */
export interface ExportOrder {
  readonly storeFile: string;
  readonly list: 'members' | 'products' | 'coupons';
  readonly pks: Int32Array;
  readonly fullPhones: boolean;
  readonly format: ExportFormat;
  readonly sheet: string;
  readonly columns: readonly ExportColumn[];
  readonly moneyPlaces: number;
  readonly zone: string;
  /** The business date on which it was asked for: by it a coupon is over or not. */
  readonly today: string;
}
/** The next part is wanted, or none any more. */
export type ExportCall = 'next' | 'end';
export type ExportWord =
  | { readonly kind: 'part'; readonly part: ExportPart }
  | { readonly kind: 'failed'; readonly code: string };

/** So many rows are read at a time. */
const SLICE_ROWS = 250;
/** A part is handed over once it is so large, or took so long: windows show how far it is, and can stop it. */
const PART_BYTES = 256 * 1024;
const PART_MS = 200;
/** A window that asks for nothing for so long is gone. */
const LATE_MS = 60_000;

// The zip of the library makes its buffers as one did of old; nobody who sells needs to read that.
process.noDeprecation = true;

const order = workerData as ExportOrder;
const port = parentPort;
const tell = (word: ExportWord) => port?.postMessage(word);

function rowsOf(db: ReadDb, pks: Int32Array): readonly object[] {
  if (order.list === 'products') return productRowsOf({ db }, pks);
  if (order.list === 'coupons') return couponRowsOf({ db }, pks, order.today);
  return memberRowsOf({ db }, pks, order.fullPhones ? writtenPhone : maskPhone).map(withOwnCells);
}

const beginning = listFile({ ...order, dateOf: datesIn(order.zone) });
let doneRows = 0;

/** The store's file is open for this part only: between two of them the store may be put aside. */
async function nextPart(): Promise<ExportPart> {
  const file = await beginning;
  const db = connect(order.storeFile, { readonly: true });
  try {
    const began = performance.now();
    const pieces: Buffer[] = [];
    let bytes = 0;
    while (doneRows < order.pks.length && bytes < PART_BYTES && performance.now() - began < PART_MS) {
      const slice = order.pks.subarray(doneRows, doneRows + SLICE_ROWS);
      await file.add(rowsOf(db, slice));
      doneRows += slice.length;
      const piece = file.take();
      pieces.push(piece);
      bytes += piece.length;
    }
    const isLast = doneRows === order.pks.length;
    if (isLast) pieces.push(await file.end());
    return { base64: Buffer.concat(pieces).toString('base64'), doneRows, isLast };
  } finally {
    db.raw.close();
  }
}

/** The thread that makes a file out of a list, part by part as it is asked, while the till is served by another. */
const late = setTimeout(() => port?.close(), LATE_MS);
const leave = () => {
  clearTimeout(late);
  port?.close();
};
port?.on('message', (call: ExportCall) => {
  if (call === 'end') return leave();
  late.refresh();
  nextPart()
    .then((part) => {
      tell({ kind: 'part', part });
      if (part.isLast) leave();
    })
    // The words of an error may hold what stands in a row; its code does not.
    .catch((error: unknown) =>
      tell({ kind: 'failed', code: String((error as { code?: unknown }).code ?? (error as Error).name) }),
    );
});
