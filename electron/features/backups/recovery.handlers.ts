import { recoveryContract } from '../../../shared/contract/backups.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { mayDo } from '../../../shared/staff/rights.ts';
import type { AppHost } from '../../api/app-host.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { findBackup, findBackups, type Places, readableFolder } from './find-backup.ts';
import { factsAtRisk } from './restore-store.ts';
import { supportFile } from './support-file.ts';

/** With no store open there is nobody to ask for a right: whoever has the computer has the files. */
function placesOf(
  { dataFolder, notes, openStore }: AppHost,
  folder: string | null,
): Outcome<Places, Refusal<'store-open' | 'folder-not-whole' | 'folder-missing'>> {
  if (openStore()) return refuse('store-open');
  const chosen = folder === null ? done(null) : readableFolder(folder);
  if (!chosen.ok) return chosen;
  return done({
    dataFolder,
    secondFolder: notes.now.backups.secondFolder,
    chosenFolder: chosen.value,
    storeId: notes.now.store?.storeId ?? null,
  });
}

/** The backup that was chosen from what was listed before. */
function chosenBackup(
  host: AppHost,
  { folder, ...which }: Parameters<typeof findBackup>[1] & { folder: string | null },
) {
  const places = placesOf(host, folder);
  if (places.ok) return findBackup(places.value, which);
  return places.reason === 'store-open' ? refuse('store-open') : refuse('backup-unknown');
}

export const recoveryRouter = router({
  list: serveQuery(recoveryContract.list, ({ host }, { folder }) => {
    const places = placesOf(host, folder);
    return places.ok ? done(findBackups(places.value)) : places;
  }),
  atRisk: serveQuery(recoveryContract.atRisk, ({ host }, which) => {
    const found = chosenBackup(host, which);
    return found.ok ? factsAtRisk(host.storeFile, found.value.file) : found;
  }),
  restore: serveMutation(recoveryContract.restore, async ({ host }, { bringBack, ...which }) => {
    const chosen = chosenBackup(host, which);
    if (!chosen.ok) return chosen;
    const outcome = await host.restore({
      chosen: chosen.value,
      bringBack,
      mostLeftOut: Number.POSITIVE_INFINITY,
      byId: null,
    });
    // Nothing that was told can have changed: no store is open.
    if (!outcome.ok && outcome.reason === 'facts-came-since') return refuse('backup-running');
    return outcome;
  }),
  running: serveQuery(recoveryContract.running, ({ host }) => done(host.restoring)),
  reopen: serveMutation(recoveryContract.reopen, ({ host }) => {
    host.reopen();
    return done(null);
  }),
  startAfresh: serveMutation(recoveryContract.startAfresh, ({ host }) => {
    const { state } = host.status();
    if (state.kind !== 'refused' || state.reason !== 'missing') return refuse('store-open');
    host.startAfresh();
    return done(null);
  }),
  supportFile: serveQuery(recoveryContract.supportFile, ({ host, client }) => {
    const mayHave = !host.openStore() || (client.staff && mayDo(client.staff.role, 'settings.write'));
    return mayHave ? done(supportFile(host)) : refuse('store-open');
  }),
});
