import os from 'node:os';
import { storeCounts } from '../../../db/backups/backups.queries.ts';
import { sqliteVersion } from '../../../db/backups/sqlite-version.ts';
import { syncState } from '../../../db/changes/changes.queries.ts';
import { versionOf } from '../../../db/kernel/migrate.ts';
import type { AppHost } from '../../api/app-host.ts';
import { backupsFolder, backupsIn, freeBytesAt } from './backup-places.ts';

const lines = (facts: Readonly<Record<string, unknown>>) =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('\n');

/**
 * What whoever helps needs to know: versions, how the store and its backups stand, checks, the logs. Built of counts,
 * codes and instants alone: no name, no number of a person, no path, no content.
 */
export function supportFile(host: AppHost): { readonly name: string; readonly text: string } {
  const at = new Date(host.clock()).toISOString();
  const { state } = host.status();
  const store = host.openStore();
  const { backups, check, restored } = host.notes.now;
  const program = {
    regulars: host.version,
    host: host.kind,
    node: process.versions.node,
    electron: process.versions.electron ?? 'none',
    sqlite: sqliteVersion(),
    system: `${os.platform()} ${os.release()} ${os.arch()}`,
    memoryBytes: os.totalmem(),
    freeBytes: freeBytesAt(host.dataFolder),
    runningSeconds: Math.round(process.uptime()),
  };
  const data = {
    state: state.kind,
    reason: state.kind === 'refused' ? state.reason : 'none',
    writesStopped: host.writesStopped(),
    schema: store ? versionOf(store.db) : 'unknown',
    seq: store ? (syncState.get(store.db, {})?.lastSeq ?? 'none') : 'unknown',
    ...(store && !host.writesStopped() ? storeCounts.get(store.db, {}) : {}),
    check: check ? `${new Date(check.atMs).toISOString()} ${check.sound ? 'sound' : 'damaged'}` : 'none yet',
    restored: restored
      ? `${new Date(restored.atMs).toISOString()} brought back ${restored.broughtBack.facts}, lost ${restored.lostFacts}`
      : 'never',
  };
  const kept = {
    everyMinutes: backups.everyMinutes,
    secondPlace: backups.secondFolder === null ? 'none' : 'set',
    failure: host.backups.failure ? `${host.backups.failure.why} ${host.backups.failure.code}` : 'none',
    secondFailure: host.backups.secondFailure
      ? `${host.backups.secondFailure.why} ${host.backups.secondFailure.code}`
      : 'none',
  };
  const list = backupsIn(backupsFolder(host.dataFolder), 'here', null).map(
    ({ name, bytes, facts, state: found }) => `${name} ${bytes} bytes, ${facts ?? 'unknown'} facts, ${found}`,
  );
  const text = [
    `Regulars support file, ${at}`,
    `# Program\n${lines(program)}`,
    `# Store\n${lines(data)}`,
    `# Backups\n${lines(kept)}\n${list.join('\n')}`,
    `# Log\n${host.log.read()}`,
  ].join('\n\n');
  return { name: `regulars-support-${at.replaceAll(/[:.]/g, '-')}.txt`, text };
}
