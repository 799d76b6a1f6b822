import { backupsContract } from '../../../shared/contract/backups.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import type { AppHost } from '../../api/app-host.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { backupsFolder, freeBytesAt } from './backup-places.ts';
import { configureBackups } from './configure-backups.ts';
import { findBackup, type Places } from './find-backup.ts';
import { factsAtRisk } from './restore-store.ts';

const placesOf = ({ dataFolder, notes }: AppHost): Places => ({
  dataFolder,
  secondFolder: notes.now.backups.secondFolder,
  chosenFolder: null,
  storeId: notes.now.store?.storeId ?? null,
});

export const backupsRouter = router({
  status: serveQuery(backupsContract.status, ({ host }) => {
    const { backups, check, restored } = host.notes.now;
    const { running, failure, secondFailure } = host.backups;
    return done({
      ...backups,
      folder: backupsFolder(host.dataFolder),
      canShowFolders: host.folders !== undefined,
      running: host.restoring ?? running,
      lastGoodAtMs: host.backups.newestGood()?.atMs ?? null,
      hasChanged: host.backups.hasChanged(),
      failure,
      secondFailure,
      check,
      freeBytes: freeBytesAt(host.dataFolder),
      restored,
    });
  }),
  list: serveQuery(backupsContract.list, ({ host }) => done(host.backups.list())),
  make: serveMutation(backupsContract.make, ({ host }) => host.backups.make()),
  stop: serveMutation(backupsContract.stop, async ({ host }) => {
    await host.backups.stop();
    return done(null);
  }),
  configure: serveMutation(backupsContract.configure, ({ host, store, staff, clock, ids }, wanted) => {
    const outcome = configureBackups({ store, ...host }, wanted, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['backups']);
    return outcome;
  }),
  chooseFolder: serveMutation(backupsContract.chooseFolder, async ({ host }) =>
    host.folders ? done({ folder: await host.folders.choose() }) : refuse('not-in-a-browser'),
  ),
  openFolder: serveMutation(backupsContract.openFolder, async ({ host }) => {
    if (!host.folders) return refuse('not-in-a-browser');
    await host.folders.open(backupsFolder(host.dataFolder));
    return done(null);
  }),
  atRisk: serveQuery(backupsContract.atRisk, ({ host }, which) => {
    const found = findBackup(placesOf(host), which);
    return found.ok ? factsAtRisk(host.storeFile, found.value.file) : found;
  }),
  restore: serveMutation(backupsContract.restore, async ({ host, staff }, { bringBack, facts, ...which }) => {
    const found = findBackup(placesOf(host), which);
    if (!found.ok) return found;
    const outcome = await host.restore({
      chosen: found.value,
      bringBack,
      mostLeftOut: facts,
      byId: staff.staffId,
    });
    // The lock was ours all the while: nobody else can have taken the store.
    if (!outcome.ok && outcome.reason === 'store-in-use') return refuse('backup-running');
    return outcome;
  }),
});
