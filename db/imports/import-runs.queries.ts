import { DUPLICATE_POLICIES } from '../../shared/imports/field.ts';
import { IMPORT_STATES, KEPT_REASONS, KEPT_SUBJECTS } from '../../shared/imports/run.ts';
import { TARGETS } from '../../shared/imports/targets.ts';
import { bytes, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const IMPORT = { importId: id('import') };
const RUN = `import_run.id AS importId, import_pk AS importPk, target, file_name AS fileName, state, policy, source, units,
  started_at_ms AS startedAtMs, starter.id AS startedById, starter.name AS startedBy, ended_at_ms AS endedAtMs, undone_at_ms AS undoneAtMs,
  undoer.id AS undoneById, undoer.name AS undoneBy, through_row AS throughRow, units_done AS unitsDone, added, updated, skipped, left_out AS leftOut,
  (SELECT count(*) FROM import_kept WHERE import_kept.import_pk = import_run.import_pk) AS kept
  FROM import_run LEFT JOIN staff AS starter ON starter.staff_pk = started_by_pk LEFT JOIN staff AS undoer ON undoer.staff_pk = undone_by_pk`;
const run = {
  importId: id('import'),
  importPk: integer,
  target: oneOf(TARGETS),
  fileName: text,
  state: oneOf(IMPORT_STATES),
  policy: oneOf(DUPLICATE_POLICIES),
  source: text,
  units: integer,
  startedAtMs: integer,
  startedById: nullable(id('staff')),
  startedBy: nullable(text),
  endedAtMs: nullable(integer),
  undoneAtMs: nullable(integer),
  undoneById: nullable(id('staff')),
  undoneBy: nullable(text),
  throughRow: integer,
  unitsDone: integer,
  added: integer,
  updated: integer,
  skipped: integer,
  leftOut: integer,
  kept: integer,
};

export const importRun = defineQuery({
  name: 'imports.run',
  sql: `SELECT ${RUN} WHERE import_run.id = @importId`,
  params: IMPORT,
  row: run,
});

/** Newest first. */
export const importRuns = defineQuery({
  name: 'imports.runs',
  sql: `SELECT ${RUN} ORDER BY import_pk DESC LIMIT @limit`,
  params: { limit: integer },
  row: run,
});

export const beginImport = defineWrite({
  name: 'imports.begin',
  sql: `INSERT INTO import_run (id, target, file_name, state, policy, source, units, started_at_ms, started_by_pk, skipped, left_out)
        VALUES (@importId, @target, @fileName, 'applying', @policy, @source, @units, @startedAtMs,
                (SELECT staff_pk FROM staff WHERE id = @startedById), @skipped, @leftOut)`,
  params: {
    ...IMPORT,
    target: oneOf(TARGETS),
    fileName: text,
    policy: oneOf(DUPLICATE_POLICIES),
    source: text,
    units: integer,
    startedAtMs: integer,
    startedById: nullable(id('staff')),
    skipped: integer,
    leftOut: integer,
  },
});

export const putImportState = defineWrite({
  name: 'imports.put-state',
  sql: `UPDATE import_run SET state = @state, ended_at_ms = CASE WHEN @state IN ('applied', 'stopped') THEN @atMs ELSE ended_at_ms END,
          undone_at_ms = CASE WHEN @state = 'undone' THEN @atMs ELSE undone_at_ms END
        WHERE id = @importId`,
  params: { ...IMPORT, state: oneOf(IMPORT_STATES), atMs: integer },
});

export const beginUndo = defineWrite({
  name: 'imports.begin-undo',
  sql: `UPDATE import_run SET state = 'undoing', undone_by_pk = (SELECT staff_pk FROM staff WHERE id = @staffId) WHERE id = @importId`,
  params: { ...IMPORT, staffId: nullable(id('staff')) },
});

/** In the transaction of what the rows became, so that a restart goes on behind them. */
export const advanceImport = defineWrite({
  name: 'imports.advance',
  sql: `UPDATE import_run SET through_row = @throughRow, units_done = units_done + @units, added = added + @added,
          updated = updated + @updated, skipped = skipped + @skipped, left_out = left_out + @leftOut
        WHERE import_pk = @importPk`,
  params: {
    importPk: integer,
    throughRow: integer,
    units: integer,
    added: integer,
    updated: integer,
    skipped: integer,
    leftOut: integer,
  },
});

export const newestChangePk = defineQuery({
  name: 'imports.newest-change',
  sql: 'SELECT ifnull(max(change_pk), 0) AS changePk FROM change_log',
  params: {},
  row: { changePk: integer },
});

export const putImportAct = defineWrite({
  name: 'imports.put-act',
  sql: 'INSERT INTO import_act (import_pk, first_pk, last_pk) VALUES (@importPk, @firstPk, @lastPk)',
  params: { importPk: integer, firstPk: integer, lastPk: integer },
});

/** The last changes of an import that are not undone yet, newest first. */
export const changesToUndo = defineQuery({
  name: 'imports.changes-to-undo',
  sql: `SELECT change_pk AS changePk, kind, id, hlc, body FROM change_log
        WHERE change_pk >= @firstPk AND change_pk < @beforePk ORDER BY change_pk DESC LIMIT @limit`,
  params: { firstPk: integer, beforePk: integer, limit: integer },
  row: { changePk: integer, kind: text, id: id('anything'), hlc: text, body: nullable(bytes) },
});

/** The newest act of an import of which something is still to be undone: its changes before `beforePk`. */
export const actToUndo = defineQuery({
  name: 'imports.act-to-undo',
  sql: `SELECT first_pk AS firstPk, ifnull(undone_from_pk, last_pk + 1) AS beforePk FROM import_act
        WHERE import_pk = @importPk AND ifnull(undone_from_pk, last_pk + 1) > first_pk ORDER BY first_pk DESC LIMIT 1`,
  params: { importPk: integer },
  row: { firstPk: integer, beforePk: integer },
});

export const putUndoneFrom = defineWrite({
  name: 'imports.put-undone-from',
  sql: 'UPDATE import_act SET undone_from_pk = @undoneFromPk WHERE import_pk = @importPk AND first_pk = @firstPk',
  params: { importPk: integer, firstPk: integer, undoneFromPk: integer },
});

/** How many changes an import made, and how many of them are undone. */
export const undoProgress = defineQuery({
  name: 'imports.undo-progress',
  sql: `SELECT ifnull(sum(last_pk + 1 - first_pk), 0) AS total, ifnull(sum(last_pk + 1 - ifnull(undone_from_pk, last_pk + 1)), 0) AS undone
        FROM import_act WHERE import_pk = @importPk`,
  params: { importPk: integer },
  row: { total: integer, undone: integer },
});

export const putKept = defineWrite({
  name: 'imports.put-kept',
  sql: `INSERT INTO import_kept (import_pk, subject_kind, subject_id, reason) VALUES (@importPk, @subjectKind, @subjectId, @reason)
        ON CONFLICT DO NOTHING`,
  params: {
    importPk: integer,
    subjectKind: oneOf(KEPT_SUBJECTS),
    subjectId: id('anything'),
    reason: oneOf(KEPT_REASONS),
  },
});

/** What an undo left, named as it is today. */
export const keptOf = defineQuery({
  name: 'imports.kept',
  sql: `SELECT subject_kind AS subjectKind, subject_id AS subjectId, reason,
          CASE subject_kind
            WHEN 'member' THEN (SELECT ifnull(name, phone_last4) FROM member JOIN member_identity USING (member_pk) WHERE member.id = subject_id)
            WHEN 'product' THEN (SELECT name FROM product WHERE product.id = subject_id)
            ELSE (SELECT receipt_number FROM purchase WHERE purchase.id = subject_id)
          END AS subjectName
        FROM import_kept WHERE import_pk = (SELECT import_pk FROM import_run WHERE id = @importId)
        ORDER BY kept_pk LIMIT @limit OFFSET @offset`,
  params: { ...IMPORT, limit: integer, offset: integer },
  row: {
    subjectKind: oneOf(KEPT_SUBJECTS),
    subjectId: id('anything'),
    reason: oneOf(KEPT_REASONS),
    subjectName: nullable(text),
  },
});
