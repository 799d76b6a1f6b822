import { setImmediate } from 'node:timers/promises';
import type { BulkPreview, BulkSkip } from '../../../shared/lists/bulk.ts';
import type { BulkAct } from './bulk-act.ts';

const SLICE_ROWS = 1_000;

/** What the act would do to these rows, as they are now. */
export async function previewBulk<Row, Before>(act: BulkAct<Row, Before>, pks: Int32Array): Promise<BulkPreview> {
  const skipped: Partial<Record<BulkSkip, number>> = {};
  let changes = 0;
  const leave = (why: BulkSkip, rows = 1) => {
    if (rows > 0) skipped[why] = (skipped[why] ?? 0) + rows;
  };
  for (let at = 0; at < pks.length; at += SLICE_ROWS) {
    const slice = pks.subarray(at, at + SLICE_ROWS);
    const rows = act.rowsOf(slice);
    for (const row of rows) {
      const why = act.skip(row);
      if (why) leave(why);
      else changes += 1;
    }
    leave('gone', slice.length - rows.length);
    await setImmediate();
  }
  return { total: pks.length, changes, skipped };
}
