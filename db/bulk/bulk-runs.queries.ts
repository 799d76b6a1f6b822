import { bytes, flag, id, integer, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const BULK = { runId: id('bulk') };
const KEY = { bulkPk: integer };
const LISTS = ['members', 'products'] as const;
const STATES = ['running', 'done', 'stopped'] as const;

const RUN = `id AS runId, bulk_pk AS bulkPk, list, act, content_digest AS contentDigest, state, is_undo AS isUndo,
  started_at_ms AS startedAtMs, total, through, changed, skipped,
  EXISTS (SELECT 1 FROM bulk_chunk WHERE bulk_chunk.bulk_pk = bulk_run.bulk_pk) AS hasChanged FROM bulk_run`;
const run = {
  runId: id('bulk'),
  bulkPk: integer,
  list: oneOf(LISTS),
  act: text,
  contentDigest: bytes,
  state: oneOf(STATES),
  isUndo: flag,
  startedAtMs: integer,
  total: integer,
  through: integer,
  changed: integer,
  skipped: text,
  hasChanged: flag,
};

export const bulkRun = defineQuery({
  name: 'bulk.run',
  sql: `SELECT ${RUN} WHERE id = @runId`,
  params: BULK,
  row: run,
});

/** Those that have not ended: the one that goes on, and those that the end of the program cut off. */
export const openBulkRuns = defineQuery({
  name: 'bulk.open-runs',
  sql: `SELECT ${RUN} WHERE state = 'running' ORDER BY bulk_pk`,
  params: {},
  row: run,
});

export const bulkRows = defineQuery({
  name: 'bulk.rows',
  sql: 'SELECT row_pks AS rowPks FROM bulk_run WHERE bulk_pk = @bulkPk',
  params: KEY,
  row: { rowPks: bytes },
});

export const beginBulk = defineWrite({
  name: 'bulk.begin',
  sql: `INSERT INTO bulk_run (id, list, act, content_digest, state, started_at_ms, row_pks, total)
        VALUES (@runId, @list, @act, @contentDigest, 'running', @startedAtMs, @rowPks, @total)`,
  params: {
    ...BULK,
    list: oneOf(LISTS),
    act: text,
    contentDigest: bytes,
    startedAtMs: integer,
    rowPks: bytes,
    total: integer,
  },
});

/** What is undone is what was changed. */
export const beginBulkUndo = defineWrite({
  name: 'bulk.begin-undo',
  sql: `UPDATE bulk_run SET is_undo = 1, state = 'running', total = changed, through = 0, changed = 0, skipped = '{}'
        WHERE bulk_pk = @bulkPk`,
  params: KEY,
});

export const advanceBulk = defineWrite({
  name: 'bulk.advance',
  sql: 'UPDATE bulk_run SET through = @through, changed = @changed, skipped = @skipped WHERE bulk_pk = @bulkPk',
  params: { ...KEY, through: integer, changed: integer, skipped: text },
});

export const putBulkState = defineWrite({
  name: 'bulk.put-state',
  sql: 'UPDATE bulk_run SET state = @state WHERE bulk_pk = @bulkPk',
  params: { ...KEY, state: oneOf(STATES) },
});

export const putBulkChunk = defineWrite({
  name: 'bulk.put-chunk',
  sql: 'INSERT INTO bulk_chunk (bulk_pk, from_row, before) VALUES (@bulkPk, @fromRow, @before)',
  params: { ...KEY, fromRow: integer, before: text },
});

/** The chunk that an undo takes next. */
export const lastBulkChunk = defineQuery({
  name: 'bulk.last-chunk',
  sql: `SELECT from_row AS fromRow, before FROM bulk_chunk WHERE bulk_pk = @bulkPk AND is_undone = 0
        ORDER BY from_row DESC LIMIT 1`,
  params: KEY,
  row: { fromRow: integer, before: text },
});

export const markChunkUndone = defineWrite({
  name: 'bulk.mark-undone',
  sql: 'UPDATE bulk_chunk SET is_undone = 1 WHERE bulk_pk = @bulkPk AND from_row = @fromRow',
  params: { ...KEY, fromRow: integer },
});

/** The newest are kept, to be undone or gone on with; of the rest nothing is. */
const FORGOTTEN = 'bulk_pk IN (SELECT bulk_pk FROM bulk_run ORDER BY bulk_pk DESC LIMIT -1 OFFSET @kept)';
export const forgetBulkChunks = defineWrite({
  name: 'bulk.forget-chunks',
  sql: `DELETE FROM bulk_chunk WHERE ${FORGOTTEN}`,
  params: { kept: integer },
});
export const forgetBulkRuns = defineWrite({
  name: 'bulk.forget-runs',
  sql: `DELETE FROM bulk_run WHERE ${FORGOTTEN}`,
  params: { kept: integer },
});
