import { importRun, keptOf } from '../../../db/imports/import-runs.queries.ts';
import { countFaults, faultyRows } from '../../../db/imports/staged-import.queries.ts';
import { importsContract } from '../../../shared/contract/imports.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { router, type StoreCall, serveMutation, serveQuery } from '../../api/serve.ts';
import { fieldsOf } from '../member-fields/fields-of.ts';
import { faultFilePart } from './fault-file.ts';
import type { ImportDesk } from './import-desk.ts';

/** Reads what was staged for an import, and closes it again. */
function ofStaged<T>(
  { host }: StoreCall,
  importId: Id<'import'>,
  read: (staged: NonNullable<ReturnType<ImportDesk['staged']>>) => T,
): Outcome<T, Refusal<'import-unknown'>> {
  const staged = host.imports().staged(importId);
  if (!staged) return refuse('import-unknown');
  try {
    return done(read(staged));
  } finally {
    staged.db.raw.close();
  }
}

export const importsRouter = router({
  list: serveQuery(importsContract.list, ({ host }, { offset, limit }) => {
    const all = host.imports().list();
    return done({ total: all.length, rows: all.slice(offset, offset + limit) });
  }),
  state: serveQuery(importsContract.state, ({ host }, { importId }) => host.imports().view(importId)),
  begin: serveMutation(importsContract.begin, ({ host, staff }, input) => host.imports().begin(input, staff)),
  upload: serveMutation(importsContract.upload, ({ host }, { importId, offset, base64 }) => {
    const draft = host.imports().draft(importId);
    return draft.ok ? draft.value.receive(offset, Buffer.from(base64, 'base64')) : draft;
  }),
  look: serveMutation(importsContract.look, async ({ host, store }, { importId, reading }) => {
    const draft = host.imports().draft(importId);
    if (!draft.ok) return draft;
    const looked = await draft.value.look(reading, fieldsOf(store.db));
    return looked.ok
      ? done({
          ...looked.value,
          sheets: [...looked.value.sheets],
          headers: [...looked.value.headers],
          rows: looked.value.rows.map(({ row, cells }) => ({ row, cells: [...cells] })),
        })
      : looked;
  }),
  check: serveMutation(importsContract.check, ({ host }, input) => host.imports().check(input)),
  faults: serveQuery(importsContract.faults, (call, { importId, offset, limit }) =>
    ofStaged(call, importId, ({ db, summary }) => ({
      total: countFaults.get(db, {})?.total ?? 0,
      headers: [...summary.headers],
      rows: faultyRows.all(db, { offset, limit }),
    })),
  ),
  faultFile: serveQuery(importsContract.faultFile, (call, { importId, language, afterRow }) =>
    ofStaged(call, importId, ({ db, order, summary }) =>
      faultFilePart(db, order.target, summary.headers, language, afterRow),
    ),
  ),
  start: serveMutation(importsContract.start, ({ host, staff }, { importId }) => host.imports().apply(importId, staff)),
  pause: serveMutation(importsContract.pause, ({ host }, { importId }) => host.imports().pause(importId)),
  resume: serveMutation(importsContract.resume, ({ host }, { importId }) => host.imports().resume(importId)),
  cancel: serveMutation(importsContract.cancel, ({ host, staff }, { importId }) =>
    host.imports().cancel(importId, staff),
  ),
  undo: serveMutation(importsContract.undo, ({ host, staff }, { importId }) => host.imports().undo(importId, staff)),
  kept: serveQuery(importsContract.kept, ({ store }, { importId, offset, limit }) => {
    const run = importRun.get(store.db, { importId });
    return run
      ? done({ total: run.kept, rows: keptOf.all(store.db, { importId, offset, limit }) })
      : refuse('import-unknown');
  }),
});
